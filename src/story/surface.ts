import {
  canSaddle,
  foldsOn,
  gradientOf,
  meanLoss,
  saddlesOn,
  train,
  type Fold,
  type Moment,
  type Network,
  type OptimizerName,
  type Saddle,
} from '../engine/index.ts';
import { kept } from './frame.ts';
import type { Reading } from './reading.ts';
import type { Run } from './run.ts';
import { networkOf } from './world.ts';

// The mean loss of the two days over any two of the parameters, the others held where the network stands: a landscape, and
// runs that start on it.

/** What the text shows of it, unless the reader has set something else. */
export type SurfaceView = 'ground' | 'slope' | 'noise' | 'saddle' | 'all';

export const METHODS = ['sgd', 'momentum', 'adam'] as const satisfies readonly OptimizerName[];

/** How many steps a run on the landscape has. */
export const SURFACE_STEPS = 60;

/**
 * The learning rate of each way down, as a share of the reader's. Momentum adds steps up, and every step of Adam is about as
 * long as its rate in each parameter: with one rate for all, three lengths would be compared instead of three directions.
 */
export const RATE_SHARES: Readonly<Record<OptimizerName, number>> = { sgd: 1, momentum: 0.4, adam: 0.2 };

/** Which days a step of a run looks at. */
const DAYS = ['both', 'turn', 'drawn'] as const;
export type Days = (typeof DAYS)[number];

type Pair = readonly [a: string, b: string];

/** One slice, and where on it the reader has put the point. */
export interface Surface {
  readonly run: Run;
  readonly step: number;
  readonly pair: Pair;
  /** The parameters as the network has them, and with the point's two put in. */
  readonly home: readonly number[];
  readonly start: readonly number[];
  /** The point's two values. */
  readonly at: readonly [a: number, b: number];
  readonly isMoved: boolean;
  readonly methods: readonly OptimizerName[];
  readonly days: Days;
  readonly seed: number;
  /** Whether runs move all parameters, not the two alone. */
  readonly movesAll: boolean;
  readonly eta: number;
}

/** Where the text pulls the point, from where the network stands: to steeper ground, mostly. */
const PULL = [1.7, -1.05] as const;

/** How far the text has pulled the point on the way there. */
export const pulled = (
  home: readonly [a: number, b: number],
  share: number,
): readonly [a: number, b: number] => [home[0] + PULL[0] * share, home[1] + PULL[1] * share];

const FOLDED: Pair = ['w.1.1.1', 'w.2.1.1'];
const SADDLED: Pair = ['w.1.2.2', 'w.2.1.2'];

const valuesAt = (run: Run, theta: readonly number[], pair: Pair): [a: number, b: number] => {
  const value = (id: string): number => theta[run.parameters.indexOf(id)] ?? NaN;
  return [value(pair[0]), value(pair[1])];
};

const withPair = (
  run: Run,
  theta: readonly number[],
  [a, b]: Pair,
  [valueA, valueB]: readonly number[],
): readonly number[] =>
  theta.map((value, p) =>
    run.parameters[p] === a ? (valueA ?? value) : run.parameters[p] === b ? (valueB ?? value) : value,
  );

/** Every pair of the parameters, in parameter order. */
const pairsOf = ({ parameters }: Run): readonly Pair[] =>
  parameters.flatMap((a, i) => parameters.slice(i + 1).map((b): Pair => [a, b]));

const keptSaddled = kept<readonly { readonly pair: Pair; readonly saddles: readonly Saddle[] }[]>();

/** The pairs on whose slice there is a saddle, with it, at a training step. */
export const saddledPairs = (run: Run, step: number) =>
  keptSaddled(run, String(step), () => {
    const network = networkOf(run.world, run.thetaAt(step));
    return pairsOf(run)
      .filter(([a, b]) => canSaddle(a, b))
      .map((pair) => ({ pair, saddles: saddlesOn(network, run.world.examples, ...pair) }))
      .filter(({ saddles }) => saddles.length > 0);
  });

export const pairCount = (run: Run): number => pairsOf(run).length;
/** Pairs of which one is multiplied by the other on the way. */
export const productCount = (run: Run): number => pairsOf(run).filter(([a, b]) => canSaddle(a, b)).length;

/** The slice with a saddle nearest to where the network stands; a fixed one where none has any. */
const saddledPair = (run: Run, step: number): Pair => {
  const away = saddledPairs(run, step).flatMap(({ pair, saddles }) => {
    const [a, b] = valuesAt(run, run.thetaAt(step), pair);
    return saddles.map(({ x, y }) => ({ pair, far: Math.hypot(x - a, y - b) }));
  });
  return away.toSorted((one, other) => one.far - other.far)[0]?.pair ?? SADDLED;
};

/** The pair that is shown: the reader's, where they have chosen one. Two alike are told apart. */
const pairFor = ({ settings }: Reading, view: SurfaceView, run: Run): Pair => {
  const [a, b] = view === 'saddle' ? saddledPair(run, settings.step) : FOLDED;
  const pair: Pair = [settings['surface.a'] ?? a, settings['surface.b'] ?? b];
  return pair[0] === pair[1] ? [pair[0], FOLDED.find((id) => id !== pair[0]) ?? b] : pair;
};

const keptSurface = kept<Surface>(16);

/** The slice that a view shows, as the reader has set it; on the way there, where the text pulls the point, a `share` of it. */
export const surfaceOf = (reading: Reading, view: SurfaceView, share = 1): Surface => {
  const make = (): Surface => {
    const { settings } = reading;
    const run = reading.in('two-days');
    const home = run.thetaAt(settings.step);
    const pair = pairFor(reading, view, run);
    // A point that was put on the slice of the text stays there when the text goes on to another.
    const isTheirs = settings['surface.a'] !== undefined || settings['surface.b'] !== undefined;
    const put = isTheirs || view !== 'saddle' ? settings['surface.at'] : [];
    const own = valuesAt(run, home, pair);
    const pull = view === 'slope' ? pulled(own, share) : own;
    const start = withPair(run, home, pair, put.length === 0 ? pull : put);
    const runs = settings['surface.runs'] ?? (view === 'noise' ? 'sgd' : 'all');
    return {
      run,
      step: settings.step,
      pair,
      home,
      start,
      at: valuesAt(run, start, pair),
      isMoved: put.length > 0,
      methods: METHODS.filter((method) => runs === 'all' || runs === method),
      days: DAYS.find((days) => days === settings['surface.days']) ?? (view === 'noise' ? 'drawn' : 'both'),
      seed: settings['surface.seed'],
      movesAll: (settings['surface.moves'] ?? (view === 'all' ? 'all' : 'two')) === 'all',
      eta: run.world.eta,
    };
  };
  return share === 1 ? keptSurface(reading, view, make) : make();
};

/** The network with all but the two parameters as they are, and these values for them. */
export const networkAt = (surface: Surface, values: readonly number[]): Network =>
  networkOf(surface.run.world, withPair(surface.run, surface.home, surface.pair, values));

/** The mean loss that the map shows at a place; undefined so far out that it is past the largest number there is. */
export const heightAt = (surface: Surface, values: readonly number[]): number | undefined => {
  try {
    return meanLoss(networkAt(surface, values), surface.run.world.examples);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The loss at the point, and how fast it rises along each of the two. */
export interface Slope {
  readonly loss: number;
  readonly a: number;
  readonly b: number;
}

const keptSlope = kept<Slope>(16);

export const slopeOf = (surface: Surface): Slope =>
  keptSlope(surface, '', () => {
    const { run, start, pair } = surface;
    const { loss, gradient } = gradientOf(networkOf(run.world, start), run.world.examples);
    const [a, b] = valuesAt(run, gradient, pair);
    return { loss, a, b };
  });

/** Where one step against the gradient leads, in the two alone. */
export const nextOf = (surface: Surface): readonly [a: number, b: number] => {
  const { a, b } = slopeOf(surface);
  return [surface.at[0] - surface.eta * a, surface.at[1] - surface.eta * b];
};

/** A run from the point, seen from above. */
export interface Path {
  readonly method: OptimizerName;
  readonly rate: number;
  /** The two parameters at each step; fewer if the numbers overflowed. */
  readonly places: readonly (readonly [a: number, b: number])[];
  /** The mean loss of the whole network after the last of them. */
  readonly loss: number;
}

export const rateOf = ({ eta }: Pick<Surface, 'eta'>, method: OptimizerName): number =>
  // Without the last digit of a product of decimals.
  Number((eta * RATE_SHARES[method]).toPrecision(12));

/** What a run looks at and moves; as the surface has it unless said. */
type Manner = Partial<Pick<Surface, 'days' | 'movesAll' | 'start'>>;

const keptPath = kept<Path>(48);

/** The run of one way down from the point. */
export const pathOf = (surface: Surface, method: OptimizerName, manner: Manner = {}): Path => {
  const { days = surface.days, movesAll = surface.movesAll, start = surface.start } = manner;
  const { run, pair, seed } = surface;
  return keptPath(run, [method, days, movesAll, days === 'drawn' && seed, ...pair, ...start].join(), () => {
    const rate = rateOf(surface, method);
    const moments: readonly Moment[] = train(networkOf(run.world, start), run.world.examples, {
      steps: SURFACE_STEPS,
      learningRate: rate,
      optimizer: method,
      ...(days === 'both' ? {} : { batch: 1 }),
      ...(days === 'drawn' ? { seed } : {}),
      ...(movesAll ? {} : { only: pair }),
    }).moments;
    return {
      method,
      rate,
      places: moments.map(({ theta }) => valuesAt(run, theta, pair)),
      loss: moments.at(-1)?.loss ?? NaN,
    };
  });
};

export const foldsOf = (surface: Surface): readonly Fold[] =>
  foldsOn(networkAt(surface, surface.at), surface.run.world.examples, ...surface.pair);

export const saddlesOf = (surface: Surface): readonly Saddle[] =>
  saddlesOn(networkAt(surface, surface.at), surface.run.world.examples, ...surface.pair);
