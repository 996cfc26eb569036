import { PARAMETERS, RUN_STEPS } from './essay.ts';
import { KNOTS, MOST_GUESSED } from './guess.ts';
import { choice, number, optionalNumbers } from './setting.ts';

/** What a reader can set about the run of training and how it is drawn. */
export const RUN_SETTINGS = {
  /** The loss that the reader expects over the run, at the knots of `guess.ts`. */
  'run.guess': optionalNumbers({
    length: KNOTS,
    ranges: [[0, MOST_GUESSED]],
    expected: `${KNOTS} numbers`,
  }),
  /** How many steps of the run the reader has let happen: up to there its curve is drawn. */
  'run.seen': number({ fallback: 0, range: [0, RUN_STEPS], isWhole: true, control: 'place' }),
  /** How the steps, and how the losses, are laid out. */
  'run.steps': choice({ fallback: 'log', options: ['log', 'even'] }),
  'run.losses': choice({ fallback: 'even', options: ['even', 'log'] }),
  /** A run kept for comparison: its two inputs, target, learning rate and parameters. The bounds are those of each. */
  'run.kept': optionalNumbers({
    length: 4 + PARAMETERS.length,
    ranges: [
      [-5, 5],
      [-5, 5],
      [0, 1],
      [0, 50],
      [-20, 20],
    ],
    expected: `${4 + PARAMETERS.length} numbers`,
  }),
} as const;
