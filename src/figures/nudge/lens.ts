import { format, formatPower } from '../../story/format.ts';
import { lossesAlong, valueIn, type Nudge } from '../../story/nudge.ts';
import { quantityIn } from '../../story/quantity.ts';
import type { Run } from '../../story/run.ts';
import type { Point } from '../layout/shapes.ts';
import { polyline } from '../scale.ts';

/** A round window: its middle and its radius, in px. */
export type Round = Point & { readonly radius: number };

/** What a lens shows of the loss along one parameter: the curve, the straight line of the promise, and where they part. */
export interface Lens {
  readonly at: Round;
  readonly curve: string;
  readonly line: string;
  readonly now: Point;
  readonly promise: Point;
  readonly outcome: Point;
}

/** A lens on the tip of another: how many times larger it shows it, and the piece of that which it looks at. */
export interface Tip extends Omit<Lens, 'now'> {
  readonly times: number;
  readonly of: Round;
}

/** How far a lens looks, in nudges: a little to the left of where the network stands, and past the nudge. */
const FROM = -0.3;
const TO = 1.3;
const SAMPLES = 48;

/** Of a lens's height, how much curve and line may fill. */
const FILL = 0.62;

/** Where a lens has a share of the nudge, and a change of the loss. */
interface Axes {
  readonly x: (share: number) => number;
  readonly y: (change: number) => number;
}

/** Changes of the loss from where the network stands, at places that count in nudges. */
interface Along {
  readonly shares: readonly number[];
  readonly changes: readonly number[];
}

const alongFor =
  (run: Run, step: number, { parameter, epsilon, before }: Nudge) =>
  (from: number, to: number): Along => {
    const own = valueIn(run, step, parameter);
    const here = quantityIn(before, 'loss');
    const ends = [own + from * epsilon, own + to * epsilon] as const;
    const { losses } = lossesAlong(run, step, parameter, ends, SAMPLES + 1);
    return {
      shares: losses.map((_, i) => from + ((to - from) * i) / SAMPLES),
      changes: losses.map((loss) => loss - here),
    };
  };

const drawn = (
  { promise, outcome }: Nudge,
  { shares, changes }: Along,
  { x, y }: Axes,
): Pick<Lens, 'curve' | 'line' | 'promise' | 'outcome'> => ({
  curve: polyline(shares.map((share, i) => [x(share), y(changes[i] ?? NaN)])),
  line: polyline([shares[0] ?? NaN, shares.at(-1) ?? NaN].map((share) => [x(share), y(share * promise)])),
  promise: { x: x(1), y: y(promise) },
  outcome: { x: x(1), y: y(outcome) },
});

/** A lens on the nudge: curve and line fill it. With `tip`, also one on where the two part, drawn as large as it has to be. */
export const lensOn = (
  run: Run,
  step: number,
  nudge: Nudge,
  at: Round,
  tip?: Round,
): { readonly lens: Lens; readonly tip: Tip | undefined } => {
  const along = alongFor(run, step, nudge);
  const seen = along(FROM, TO);
  const reach = [...seen.changes, FROM * nudge.promise, TO * nudge.promise];
  const [low, high] = [Math.min(...reach), Math.max(...reach)];
  // Differences of losses that cannot be told from none are none.
  const isLevel = high - low < 1e-13 * Math.max(1, quantityIn(nudge.before, 'loss'));
  const scale = { x: (2 * at.radius) / (TO - FROM), y: isLevel ? 0 : (2 * at.radius * FILL) / (high - low) };
  const axes: Axes = {
    x: (share) => at.x + (share - (FROM + TO) / 2) * scale.x,
    y: (change) => at.y - (change - (low + high) / 2) * scale.y,
  };
  const lens = { at, ...drawn(nudge, seen, axes), now: { x: axes.x(0), y: axes.y(0) } };
  return { lens, tip: tip && tipOf(nudge, along, lens, axes, scale, tip) };
};

/** Of a tip's lens, how far promise and outcome are apart; where they are one, it enlarges them so many times. */
const APART = 0.9;
const NO_GAP = 8;

const tipOf = (
  nudge: Nudge,
  along: (from: number, to: number) => Along,
  { promise, outcome }: Lens,
  { x, y }: Axes,
  scale: { readonly x: number; readonly y: number },
  at: Round,
): Tip => {
  const gap = Math.abs(promise.y - outcome.y);
  const times = nudge.gap === 0 || gap === 0 ? NO_GAP : Math.max(1, (APART * at.radius) / gap);
  const middle = { x: promise.x, y: (promise.y + outcome.y) / 2 };
  const near: Axes = {
    x: (share) => at.x + (x(share) - middle.x) * times,
    y: (change) => at.y + (y(change) - middle.y) * times,
  };
  const half = (1.2 * at.radius) / times / scale.x;
  return {
    at,
    times,
    of: { ...middle, radius: Math.max(10, at.radius / times) },
    ...drawn(nudge, along(1 - half, 1 + half), near),
  };
};

/** A gap in as few digits as say how small it is. */
export const gapText = (gap: number): string =>
  gap > 0 && gap < 0.001 ? formatPower(gap, 1) : format(gap, 4);
