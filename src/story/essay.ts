import { parameterIds } from '../engine/index.ts';

/** Units per layer of the network that this essay is about: two inputs, three ReLU units, one sigmoid output. */
export const SIZES = [2, 3, 1] as const;

/** Ids of the 13 parameters, in parameter order (W¹ row by row, b¹, W², b²). */
export const PARAMETERS = parameterIds(SIZES);

/** Hidden layers of the deep network whose cost the essay counts. */
export const DEEP_LAYERS = 8;

/** The nudge of the gradient check, when the scroll has made it as fine as the text has it. */
export const CHECK_EPSILON = 1e-5;

/** One training run is this many updates. */
export const RUN_STEPS = 200;

/** How far the essay nudges a parameter to see what the loss does. */
export const NUDGE = 0.01;

/** Two learning rates that are too large for the essay's two days: at one the units die, at the other the output swings. */
export const FAST_ETA = 5;
export const WILD_ETA = 20;

/** The ends of the dial for learning rates. */
export const LEAST_RATE = 0.001;
export const MOST_RATE = 30;

/** The experiment of the first chapter: its nudge at first, where promise and outcome can be told apart by eye, and its least. */
export const EPSILON = 0.3;
export const LEAST_EPSILON = 0.001;

/** The loss that the opening asks the reader to get under, by hand. */
export const GOAL = 0.1;

/** There the machine tries at this learning rate, and makes at most so many sweeps. */
export const OPENING_ETA = 2;
export const MOST_SWEEPS = 20;

/**
 * Edges of this network's computation graph: from its two factors into every product, and from there into a sum; from every
 * bias into its sum, and on from there; and into the loss.
 */
export const WALK = PARAMETERS.reduce((edges, id) => edges + (id.startsWith('w') ? 3 : 2), 1);
