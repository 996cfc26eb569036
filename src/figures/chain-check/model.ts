import {
  differences,
  differencesAround,
  gradientId,
  meanLoss,
  quantities,
  type Differences,
} from '../../engine/index.ts';
import { format, formatPower } from '../../story/format.ts';
import { CHECK_EPSILON } from '../../story/essay.ts';
import { kept, quantityOf, type Frame } from '../../story/frame.ts';
import { quantityIn } from '../../story/quantity.ts';
import { textOf } from '../../story/symbol.ts';
import { networkOf } from '../../story/world.ts';
import type { ChainCheckDials } from './dials.ts';

/** One parameter's gradient, as it came backward and as it was measured by nudging. */
export interface Compared {
  readonly id: string;
  readonly claimed: number;
  readonly measured: number;
}

/** The largest disagreement of all parameters at one size of the nudge. */
export interface Disagreement {
  readonly epsilon: number;
  /** Nudging up and down, and nudging up alone. */
  readonly central: number;
  readonly oneSided: number;
}

export const LARGEST = 0.1;

/** What stands aside of the valley's axis of nudges, in px: so much aside of it their dial has, too, and stands under it. */
export const VALLEY_ASIDE = { left: 48, right: 34 } as const;

const FINEST_POWER = -12;

const keptMeasure = kept<Measure>();
const keptCurve = kept<readonly Disagreement[]>();
const keptRows = kept<readonly Compared[]>();

/** The slopes along a parameter, measured by nudging it by ε. */
type Measure = (id: string, epsilon: number) => Differences;

const measureAt = ({ run, step, all }: Frame): Measure =>
  keptMeasure(all, '', () => differencesAround(networkOf(run.world, run.thetaAt(step)), run.world.examples));

/** The size of the nudge that is shown: the scroll makes it finer, until the reader sets it. */
export const epsilonOf = ({ dials, reading }: Frame<ChainCheckDials>): number =>
  reading.settings['check.eps'] ??
  (dials.fine === 1 ? CHECK_EPSILON : 10 ** (-1 + dials.fine * (Math.log10(CHECK_EPSILON) + 1)));

/**
 * The power of ten of the finest nudge whose disagreement is drawn. Whether finer is better has been asked by then: the
 * scroll draws the rest as it makes the nudge finer, and who turns the dial has all of it.
 */
export const drawnTo = ({ dials, reading }: Frame<ChainCheckDials>): number =>
  reading.settings['check.eps'] === undefined ? -1 + dials.fine * (FINEST_POWER + 1) : FINEST_POWER;

/** Every parameter's gradient, claimed and measured with nudges of ε. */
export const comparedAt = (frame: Frame, epsilon: number): readonly Compared[] =>
  keptRows(frame.all, `${epsilon}`, () =>
    frame.run.parameters.map((id) => ({
      id,
      claimed: quantityOf(frame, gradientId(id)),
      measured: measureAt(frame)(id, epsilon).central,
    })),
  );

/** The largest disagreement for nudges from the largest to the finest, four to each power of ten. */
export const disagreements = (frame: Frame): readonly Disagreement[] =>
  keptCurve(frame.all, '', () => {
    const measure = measureAt(frame);
    const claims = frame.run.parameters.map((id) => [id, quantityOf(frame, gradientId(id))] as const);
    return Array.from({ length: 4 * (-1 - FINEST_POWER) + 1 }, (_, i) => {
      const epsilon = 10 ** (-1 - i / 4);
      const off = claims.map(([id, claimed]) => {
        const { central, right } = measure(id, epsilon);
        return [Math.abs(central - claimed), Math.abs(right - claimed)] as const;
      });
      return {
        epsilon,
        central: Math.max(...off.map(([central]) => central)),
        oneSided: Math.max(...off.map(([, oneSided]) => oneSided)),
      };
    });
  });

/** How many leading characters of two numbers, written with the same digits, agree. */
export const agreeing = (a: string, b: string): number => {
  const first = [...a].findIndex((character, i) => character !== b[i]);
  return first < 0 ? a.length : first;
};

/** The loss along one line through the parameters. */
export interface Slice {
  readonly id: string;
  /** The parameter's own value in the middle. */
  readonly middle: number;
  /** How far the slice reaches to either side. */
  readonly reach: number;
  readonly lossAt: (value: number) => number;
}

const sliceAlong = (frame: Frame, id: string, theta: readonly number[], reach: number): Slice => {
  const p = frame.run.parameters.indexOf(id);
  const middle = theta[p] ?? NaN;
  const { world } = frame.run;
  return {
    id,
    middle,
    reach,
    lossAt: (value) =>
      meanLoss(
        networkOf(
          world,
          theta.map((own, i) => (i === p ? value : own)),
        ),
        world.examples,
      ),
  };
};

/** The loss along the chosen parameter. */
const chosenSlice = (frame: Frame): Slice =>
  sliceAlong(frame, frame.reading.settings.param, frame.run.thetaAt(frame.step), 1.5);

/** The unit whose kink is looked at. */
export const KINKED = 3;

/** The parameters shown, but for the bias that puts the unit's sum at exactly zero on the first example. */
export const onKink = ({ run, step }: Frame): readonly number[] => {
  const theta = run.thetaAt(step);
  const [example] = run.world.examples;
  const weights = run.parameters.map((id, i) => [id, theta[i] ?? NaN] as const);
  const sum = weights
    .filter(([id]) => id.startsWith(`w.1.${KINKED}.`))
    .reduce((total, [, weight], k) => total + weight * (example?.input[k] ?? NaN), 0);
  return weights.map(([id, value]) => (id === `b.1.${KINKED}` ? 0 - sum : value));
};

/** A kink: the loss along the bias of a unit whose sum is exactly zero, and its slopes to both sides. */
export interface Kink {
  readonly slice: Slice;
  readonly slopes: Differences;
  /** What backpropagation says there. */
  readonly claimed: number;
}

export const kinkOf = (frame: Frame): Kink => {
  const theta = onKink(frame);
  const id = `b.1.${KINKED}`;
  const network = networkOf(frame.run.world, theta);
  return {
    slice: sliceAlong(frame, id, theta, 1),
    slopes: differences(network, frame.run.world.examples, id, 1e-6),
    claimed: quantityIn(quantities(network, frame.run.world.examples), gradientId(id)),
  };
};

/** A straight line with a slope, through the loss at some place: from there on as steps from the middle of a slice. */
interface Straight {
  readonly look: 'secant' | 'tangent';
  readonly slope: number;
  readonly through: number;
  readonly from: number;
  readonly to: number;
}

/** The loss along one parameter, the places where it is looked at, as steps from the middle, and lines through them. */
export interface Across {
  readonly title: string;
  readonly slice: Slice;
  readonly points: readonly number[];
  readonly lines: readonly Straight[];
}

/** A secant that becomes the tangent, or the two slopes at a kink; undefined while neither is looked at. */
export const acrossIn = (frame: Frame<ChainCheckDials>): Across | undefined => {
  const { view, secant } = frame.dials;
  if (view === 'digits') return undefined;
  if (view === 'kink') {
    const { slice, slopes, claimed } = kinkOf(frame);
    const { reach } = slice;
    return {
      title: 'a sum at exactly zero: two slopes',
      slice,
      points: [0],
      lines: [
        { look: 'secant', slope: slopes.left, through: 0, from: -reach, to: 0 },
        { look: 'secant', slope: slopes.right, through: 0, from: 0, to: reach },
        { look: 'tangent', slope: claimed, through: 0, from: -reach / 2, to: reach / 2 },
      ],
    };
  }
  const slice = chosenSlice(frame);
  const { id, middle, reach, lossAt } = slice;
  /** Half the distance between the secant's two points. */
  const apart = 1.2 * (1 - secant) + 0.08 * secant;
  const slope = (lossAt(middle + apart) - lossAt(middle - apart)) / (2 * apart);
  const claimed = quantityOf(frame, gradientId(id));
  return {
    title: 'one parameter: secant and tangent',
    slice,
    points: [-apart, apart],
    lines: [
      { look: 'tangent', slope: claimed, through: 0, from: -reach, to: reach },
      { look: 'secant', slope, through: apart, from: -reach, to: reach },
    ],
  };
};

/** The largest disagreement of all parameters. */
export const worstOf = (rows: readonly Compared[]): number =>
  Math.max(...rows.map(({ claimed, measured }) => Math.abs(claimed - measured)));

/** A power of ten by itself: 10⁻⁷. */
export const powerText = (power: number): string => formatPower(10 ** power, 0).replace('1×', '');

/** What the figure shows, in words. */
export const checkInWords = (frame: Frame<ChainCheckDials>): string => {
  const epsilon = epsilonOf(frame);
  const rows = comparedAt(frame, epsilon);
  const listed = rows.map(
    ({ id, claimed, measured }) => `${textOf(id)} ${format(claimed, 6)}, measured ${format(measured, 6)}`,
  );
  return `All gradients, as they came backward and as nudges of ${format(epsilon, 2)} measure them: ${listed.join('; ')}. The largest disagreement is ${format(worstOf(rows), 1)}.`;
};
