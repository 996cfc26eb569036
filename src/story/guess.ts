import { RUN_STEPS } from './essay.ts';
import { format, parse } from './format.ts';
import { shareOfStep, stepAtShare } from './step-axis.ts';

// The curve that a reader expects, drawn before the run: the loss at knots that lie evenly along the logarithmic axis.

/** How many knots a drawn curve has, both ends among them. */
export const KNOTS = 33;

/** The largest loss that can be drawn. */
export const MOST_GUESSED = 1e6;

/** The loss at each knot; empty where nothing has been drawn. */
export type Guess = readonly number[];

/** A stretch of a stroke: from one place along the axis (0 to 1) and loss to another. */
export interface Stroke {
  readonly share: number;
  readonly loss: number;
}

const shareOfKnot = (knot: number): number => knot / (KNOTS - 1);

/** As many digits as a hand can draw: three of those that the height of the chart, `top`, has. */
const rounded = (loss: number, top: number): number => {
  const digits = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(top))));
  return Number(Math.min(MOST_GUESSED, Math.max(0, loss)).toFixed(digits));
};

/** A straight curve through these places, in order along the axis; flat before the first and after the last. */
const through = (places: readonly Stroke[], share: number): number => {
  const next = places.findIndex((place) => place.share >= share);
  const to = places[next < 0 ? places.length - 1 : next];
  const from = places[next - 1];
  if (!to) return NaN;
  if (!from || next < 0 || to.share === from.share) return to.loss;
  return from.loss + ((to.loss - from.loss) * (share - from.share)) / (to.share - from.share);
};

/**
 * A guess after one more stretch of a stroke. Where nothing has been drawn before, the curve comes from `first`, the loss
 * at the start, and goes on flat; a flat end follows the stroke that it was left by. `top` is the height of the chart.
 */
export const drawn = (guess: Guess, from: Stroke, to: Stroke, first: number, top: number): Guess => {
  const [left, right] = from.share <= to.share ? [from, to] : [to, from];
  const half = 0.5 / (KNOTS - 1);
  const isNew = guess.length === 0;
  const leftAt = rounded(from.loss, top);
  const firstOfEnd = guess.findLastIndex((loss) => loss !== leftAt) + 1;
  return Array.from({ length: KNOTS }, (_, knot) => {
    const share = shareOfKnot(knot);
    if (share >= left.share - half && share <= right.share + half)
      return rounded(through(left.share === right.share ? [to] : [left, right], share), top);
    const isEnd = share > right.share && knot >= firstOfEnd;
    if (!isNew) return isEnd ? rounded(to.loss, top) : (guess[knot] ?? NaN);
    return rounded(through([{ share: 0, loss: first }, left, right], share), top);
  });
};

/** The steps at which a guess can be set by a slider. */
export const SLIDER_STEPS = [1, 10, RUN_STEPS] as const;

/** The guess that goes from the loss at the start through one loss at each of the sliders' steps. */
export const guessBySliders = (losses: readonly number[], first: number, top: number): Guess => {
  const places = [
    { share: 0, loss: first },
    ...SLIDER_STEPS.map((step, i) => ({ share: shareOfStep(step), loss: losses[i] ?? NaN })),
  ];
  return Array.from({ length: KNOTS }, (_, knot) => rounded(through(places, shareOfKnot(knot)), top));
};

/** The loss that a guess gives for a step, whole or not. NaN where nothing has been drawn. */
export const guessAt = (guess: Guess, step: number): number =>
  through(
    guess.map((loss, knot) => ({ share: shareOfKnot(knot), loss })),
    shareOfStep(step),
  );

/** The places of a guess's knots: steps that are mostly not whole. */
export const knotsOf = (guess: Guess): readonly { readonly step: number; readonly loss: number }[] =>
  guess.map((loss, knot) => ({ step: stepAtShare(shareOfKnot(knot)), loss }));

/** Where a guess and a run are furthest apart. */
export interface Gap {
  readonly step: number;
  readonly guessed: number;
  readonly was: number;
}

/** Where a guess is furthest from the losses of a run, of which `losses` holds one for each step; undefined without a guess. */
export const widestGap = (guess: Guess, losses: readonly number[]): Gap | undefined => {
  if (guess.length === 0) return undefined;
  return losses
    .map((was, step): Gap => ({ step, guessed: guessAt(guess, step), was }))
    .reduce((widest, gap) =>
      Math.abs(gap.guessed - gap.was) > Math.abs(widest.guessed - widest.was) ? gap : widest,
    );
};

/** The numbers of a gap as they are written: with digits enough to tell guess and run apart, and the difference of the two. */
export const gapTexts = ({
  guessed,
  was,
}: Gap): { readonly guessed: string; readonly was: string; readonly apart: string } => {
  for (let decimals = 2; ; decimals += 2) {
    const [a, b] = [format(guessed, decimals), format(was, decimals)];
    const between = Math.abs(parse(a) - parse(b));
    if (decimals >= 12 || between > 0 || guessed === was)
      return { guessed: a, was: b, apart: format(between, decimals) };
  }
};
