import { PARAMETERS } from './essay.ts';
import { choice, number, optional, optionalNumbers } from './setting.ts';

/** The farthest from zero that a point of the landscape can be put. */
export const FARTHEST = 100;

const parameter = () =>
  optional(
    choice({
      fallback: 'w.1.1.1',
      options: PARAMETERS,
      expected: 'the name of a weight or bias such as w.1.2.1',
    }),
  );

/** What a reader can set about the landscape of the loss. Left alone, the text decides. */
export const SURFACE_SETTINGS = {
  /** The two parameters that move on it. */
  'surface.a': parameter(),
  'surface.b': parameter(),
  /** Where the point has been put: the values of those two. Nothing where it stands at the network's own. */
  'surface.at': optionalNumbers({
    length: 2,
    ranges: [[-FARTHEST, FARTHEST]],
    expected: 'two numbers',
  }),
  /** Whose path is drawn. */
  'surface.runs': optional(choice({ fallback: 'all', options: ['all', 'sgd', 'momentum', 'adam'] })),
  /** What a step looks at: both days, or one of them, in turn or drawn by lot. */
  'surface.days': optional(choice({ fallback: 'both', options: ['both', 'turn', 'drawn'] })),
  /** Which lot. */
  'surface.seed': number({ fallback: 1, range: [1, 999], isWhole: true }),
  /** Whether a run moves the two parameters alone, or all of them. */
  'surface.moves': optional(choice({ fallback: 'two', options: ['two', 'all'] })),
} as const;
