import { GOAL } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import type { Try } from '../../story/opening.ts';
import { quantityIn } from '../../story/quantity.ts';
import type { Words } from '../texts.ts';
import type { View } from './model.ts';

/** Words, or a number and the world that it is of. */
export interface Part extends Words {
  readonly world?: View['world'];
}

/** How it goes: what is said first, with weight, and what follows on it. */
export interface Telling {
  readonly lead: string;
  readonly rest: readonly Part[];
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const moves = ({ turns }: Try): string => counted(turns.length, 'move');
const far = (q: string, value: number): readonly Part[] => [
  { text: format(value, 1, 1), q, value },
  { text: ' of turning' },
];
const loss = (value: number, world: View['world'], at: number): Part => ({
  text: format(value, 4, 4),
  q: 'loss',
  value,
  world,
  at,
});

const ofMachine = ({ at, sweeps, machine }: View, now: Try): Telling => {
  if (at === 0 && sweeps !== 0)
    return {
      lead: 'One sweep back',
      rest: [
        {
          text: ' through the network tells each dial which way is down, if any, and how steeply. Each arrow is what the next step turns.',
        },
      ],
    };
  const [swept, last] = machine?.stops.at(-1) ?? [0, 0];
  return {
    lead: 'All thirteen at once:',
    rest: [
      { text: ` ${counted(at, 'sweep')}, ` },
      ...far(`top.swept:${at}`, swept),
      ...(at !== sweeps
        ? [{ text: ' so far.' }]
        : [
            { text: ', and a loss of ' },
            loss(last, 'opening', at),
            ...(now.turns.length === 0
              ? [{ text: '. By hand you have one dial at a time, and only the loss to go by.' }]
              : [
                  { text: `. You: ${moves(now)}, ` },
                  ...far('top.far', now.far),
                  { text: ', ' },
                  loss(now.loss, 'opening-turned', 0),
                  { text: '. It was told thirteen slopes at a time; you had only the loss to go by.' },
                ]),
          ]),
    ],
  };
};

const byHand = ({ all, other }: View, now: Try): Telling => {
  if (now.loss < GOAL)
    return {
      lead: `Under ${format(GOAL)} in ${moves(now)}`,
      rest: [
        { text: ', ' },
        ...far('top.far', now.far),
        { text: '. This essay is about knowing which way to turn all thirteen at once.' },
      ],
    };
  if (now.turns.length === 0)
    return {
      lead: `Get the mean loss under ${format(GOAL)}.`,
      rest: [
        { text: ' ' },
        { text: 'Drag a line or a dial, up or down.', look: 'mouse' },
        { text: 'Drag a line or a dial, left or right.', look: 'finger' },
      ],
    };
  // What the last turn did to each morning; of both signs, it helped one and hurt the other.
  const [rainy = 0, dry = 0] = [0, 1].map(
    (day) => quantityIn(all, `loss@${day}`) - quantityIn(other, `loss@${day}`),
  );
  return {
    lead: moves(now),
    rest: [
      { text: ', ' },
      ...far('top.far', now.far),
      { text: rainy * dry < 0 ? '. The last one helped one morning and hurt the other.' : '.' },
    ],
  };
};

/** How it goes in words; `best`: the reader's best try, where it is not this one. */
export const tellingOf = (view: View, now: Try, best: Try | undefined): Telling => {
  const { lead, rest } = view.sweeps === undefined ? byHand(view, now) : ofMachine(view, now);
  if (!best) return { lead, rest };
  return {
    lead,
    rest: [...rest, { text: ` Your best here: ${format(best.loss, 4, 4)} in ${moves(best)}.` }],
  };
};
