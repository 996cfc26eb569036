import { RUN_STEPS } from '../essay.ts';
import { formatCount } from '../format.ts';
import { runOf, type Run } from '../run.ts';
import { sleeperOf } from '../waking.ts';
import { firstToShut, shutsAt } from './run.ts';
import type { StudyNumber } from './study.ts';

/** How many hidden units are at or below zero at the last step. */
const silentAtEnd = (run: Run): number => {
  const { gates = [] } =
    run
      .training()
      .moments.slice(0, RUN_STEPS + 1)
      .at(-1) ?? {};
  return (gates[0]?.[0] ?? []).filter((isOpen) => !isOpen).length;
};

/** The same run on a day of the opposite outcome. */
const opposite = ({ world }: Run): Run =>
  runOf({
    ...world,
    examples: world.examples.map(({ input, target }) => ({ input, target: target.map((y) => 1 - y) })),
  });

/** Units that fall silent, and what wakes them. */
export const wakeStudy = {
  'wake.unit': {
    of: ({ settings }) => sleeperOf(settings),
    words: 'a unit that is silent at the start',
    sentence:
      'Compared: unit 3 if its sum at the start is not above zero, else the first unit of which that holds.',
    text: formatCount,
  },
  'wake.silent': {
    of: ({ run }) => silentAtEnd(run),
    words: 'the units with a sum not above zero at the end',
    sentence: 'Counted at the last step of the run: the hidden units whose sum is not above zero.',
  },
  'wake.leaky': {
    of: ({ run }) => silentAtEnd(runOf({ ...run.world, hidden: 'leakyRelu' })),
    words: 'the units with a sum not above zero at the end, with a slope below zero',
    sentence:
      'Counted at the last step of another run from the same start, in which hidden units have a slope of a hundredth below zero.',
  },
  'wake.other': {
    of: ({ run }) => firstToShut(opposite(run)),
    words: 'whose gate is the first to shut after the opposite outcome',
    sentence:
      'Found in a run from the same start for the opposite target: the hidden unit whose gate is the first to shut after the start.',
    text: formatCount,
  },
  'wake.other-at': {
    of: ({ run }) => shutsAt(opposite(run)),
    words: 'when that gate shuts',
    sentence: 'Found in that run: the first training step after the start at which a gate shuts.',
    text: formatCount,
  },
} as const satisfies Record<string, StudyNumber>;
