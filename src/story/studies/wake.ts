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

/** The same run on a day with the outcome turned round, 1 − y in place of y. */
const opposite = ({ world }: Run): Run =>
  runOf({
    ...world,
    examples: world.examples.map(({ input, target }) => ({ input, target: target.map((y) => 1 - y) })),
  });

/** Units that fall silent, and what wakes them. */
export const wakeStudy = {
  'wake.unit': {
    of: ({ settings }) => sleeperOf(settings),
    text: formatCount,
  },
  'wake.silent': {
    of: ({ run }) => silentAtEnd(run),
  },
  'wake.leaky': {
    of: ({ run }) => silentAtEnd(runOf({ ...run.world, hidden: 'leakyRelu' })),
  },
  'wake.other': {
    of: ({ run }) => firstToShut(opposite(run)),
    text: formatCount,
  },
  'wake.other-at': {
    of: ({ run }) => shutsAt(opposite(run)),
    text: formatCount,
  },
} as const satisfies Record<string, StudyNumber>;
