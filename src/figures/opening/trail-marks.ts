import { GOAL } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import type { Shape } from '../texts.ts';
import { disc, type Mark } from './mark.ts';
import type { View } from './model.ts';
import { LABEL, trailsOf, type Axes, type Drawn } from './trail.ts';

/** A line with its stops; the last one is larger, and drawn by itself. */
const wayMarks = ({ line, stops }: Drawn, look: string, r: number): readonly Shape[] => [
  { look: `way ${look}`, d: line },
  ...stops.slice(0, -1).map(([x, y]) => ({ look: `stop ${look}`, d: disc({ x, y }, r) })),
];

/** How the loss went, over how far was turned: the axes, how it went by hand and, over that, by the machine. */
export const trailLayers = (view: View, axes: Axes): readonly (readonly Mark[])[] => {
  const { left, right, bottom, type: size } = axes;
  const { hand, machine, goal, above } = trailsOf(view, axes);
  const [, first = NaN] = view.hand.stops[0] ?? [];
  const [, loss = NaN] = view.hand.stops.at(-1) ?? [];
  const [x = 0, y = 0] = hand.stops.at(-1) ?? [];
  const [endX = x, endY = y] = machine?.stops.at(-1) ?? [];
  const isUnder = !machine && loss < GOAL;
  const hasTurned = hand.stops.length > 1;
  return [
    [
      ...(machine || !hasTurned ? [] : [{ look: 'under', d: `${hand.line}V${bottom}H${left}z` }]),
      { look: 'floor', d: `M${left} ${bottom}H${right}` },
      { look: isUnder ? 'goal met' : 'goal', d: `M${left} ${goal}H${right}` },
      { text: `goal ${format(GOAL)}`, look: 'ink', x: right, y: goal - 7, size, anchor: 'end' },
    ],
    [
      ...wayMarks(hand, machine ? 'past' : '', 3.25),
      ...(machine && hasTurned
        ? [
            { look: 'last past', d: disc({ x, y }, 4.5) },
            {
              text: 'you',
              look: 'letter haloed',
              x: Math.min(x + 10, right - 26),
              // Near the start the words over it are in the way: then below the point.
              y: y + (x < left + LABEL ? size + 5 : -9),
              size,
            },
          ]
        : []),
    ],
    [
      ...(machine ? wayMarks(machine, 'machine', 3.75) : []),
      ...(isUnder ? [{ look: 'ring', d: disc({ x, y }, 12) }] : []),
      { look: machine ? 'last machine' : 'last', d: disc({ x: endX, y: endY }, 6.5) },
      {
        text: '',
        x: left,
        y: above,
        size,
        parts: [{ text: format(first, 4, 4), q: 'loss', value: first, at: 0 }, { text: ' at first' }],
      },
    ],
  ];
};
