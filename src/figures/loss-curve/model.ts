import { format, formatPercent } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import { CHANCE, leaving, lossAt } from '../../story/loss-curve.ts';
import { boxAround, held, isOn } from '../layout/shapes.ts';
import type { Anchor } from '../layout/type.ts';
import { polyline, scale, type Scale } from '../scale.ts';
import type { LossCurveDials } from './dials.ts';

/** A prediction and its price, as it stands on the curve. */
export interface Priced {
  readonly prediction: number;
  readonly price: number;
  readonly x: number;
  /** At the upper edge where the price lies above it. */
  readonly y: number;
  readonly isAbove: boolean;
  /** Where its words stand, so that no curve runs through them. */
  readonly words: { readonly x: number; readonly y: number; readonly anchor: Anchor };
}

/** One of the two outcomes, and what every prediction costs if that is what happens. */
export interface Outcome {
  readonly target: 0 | 1;
  readonly path: string;
  /** Whether today's target is exactly this. */
  readonly isToday: boolean;
}

export interface Drawing {
  readonly isWide: boolean;
  readonly type: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly target: number;
  readonly outcomes: readonly Outcome[];
  /** Today's curve where the target lies between the two outcomes; else today's is one of theirs. */
  readonly between: string | undefined;
  readonly own: Priced;
  readonly rungs: readonly (Priced & { readonly more: number | undefined })[];
  /** The prediction that the text tries, and the one to be tried by hand. */
  readonly probed: Priced | undefined;
  readonly tried: Priced | undefined;
  readonly description: string;
}

/** Log-odds at which the curve is sampled: dense where it bends. */
const ODDS = Array.from({ length: 241 }, (_, i) => (i - 120) / 10);
const predictionAt = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** How near to the target the best prediction tried comes. */
const NEAR = 0.02;

/** The price of a prediction in a chart, as a path from `from` to `to` in log-odds, up to the upper edge. */
const curve = (target: number, reach: number, x: Scale, y: Scale): string => {
  const [, top] = y.domain;
  const points = ODDS.filter((odds) => Math.abs(odds) <= reach * 12).map((odds) => {
    const prediction = predictionAt(odds);
    return { prediction, price: lossAt(prediction, target) };
  });
  const within = points.flatMap((point, i): readonly (readonly [number, number])[] => {
    if (point.price <= top) return [[x(point.prediction), y(point.price)]];
    const inside = [points[i - 1], points[i + 1]].find((next) => next && next.price <= top);
    if (!inside) return [];
    const t = (top - inside.price) / (point.price - inside.price);
    return [[x(inside.prediction + (point.prediction - inside.prediction) * t), y(top)]];
  });
  return polyline(within);
};

/** Who speaks of a priced prediction: how wide the words are, px, with room and without. */
const WIDTHS = { own: [165, 102], tried: [112, 92], probe: [165, 62] } as const;
type Speaker = keyof typeof WIDTHS;

const wordsWidth = (x: Scale, of: Speaker): number => WIDTHS[of][x(1) - x(0) >= 400 ? 0 : 1];

/**
 * Beside the point, towards the middle: where the curve falls away from it, level with it; where the curve rises, above
 * that. In the middle, over the point, where the two curves are as far from each other as the words are long.
 */
const wordsFor = (
  x: Scale,
  y: Scale,
  target: number,
  { prediction, price, of }: Pick<Priced, 'prediction' | 'price'> & { readonly of: Speaker },
): Priced['words'] => {
  const px = x(prediction);
  // As a share of the axis.
  const wide = wordsWidth(x, of) / (x(1) - x(0));
  if (prediction > 0.4 && prediction < 0.6) {
    const half = wide / 2 + 0.012;
    const level = -Math.log(Math.max(0.05, Math.min(prediction, 1 - prediction) - half));
    return { x: px, y: Math.min(y(price) - 36, y(level) - 5), anchor: 'middle' };
  }
  const side = prediction > 0.5 ? -1 : 1;
  const far = lossAt(Math.min(1, Math.max(0, prediction + side * wide)), target);
  const anchor = side < 0 ? 'end' : 'start';
  if (far <= price) return { x: px + side * 18, y: y(price) - 4, anchor };
  // Not on the line of the coin flip either.
  const free = y(far) - 26;
  const coin = y(Math.LN2);
  const isCrossed = free - 16 < coin && free + 20 > coin;
  return { x: px + side * 10, y: isCrossed ? coin - 26 : free, anchor };
};

/** Three lines under the upper edge, on the inner side of the curve that leaves the chart there. */
const wordsUnderEdge = (x: Scale, y: Scale, prediction: number): Priced['words'] => {
  const [, top] = y.domain;
  const lowest = top * (1 - 80 / (y(0) - y(top)));
  const chance = Math.exp(-Math.max(0, lowest));
  return prediction > 0.5
    ? { x: x(1 - chance) - 10, y: y(top) + 22, anchor: 'end' }
    : { x: x(chance) + 10, y: y(top) + 22, anchor: 'start' };
};

/** Whether two priced predictions have words on each other, or one on the other's point. */
export const isInTheWay = (own: Priced, tried: Priced, x: Scale): boolean => {
  const boxOf = ({ words }: Priced, of: Speaker) => {
    const width = wordsWidth(x, of);
    const left = words.x - (words.anchor === 'start' ? 0 : words.anchor === 'end' ? width : width / 2);
    return { left, right: left + width, top: words.y - 16, bottom: words.y + 28 };
  };
  const dotOf = (one: Priced) => boxAround(one, { width: 40, height: 26 });
  const [ours, theirs] = [boxOf(own, 'own'), boxOf(tried, 'tried')];
  return isOn(ours, theirs) || isOn(ours, dotOf(tried)) || isOn(dotOf(own), theirs);
};

const pricedIn =
  (x: Scale, y: Scale, target: number) =>
  (prediction: number, of: Speaker, price = lossAt(prediction, target)): Priced => {
    const [, top] = y.domain;
    const at = { x: x(prediction), y: y(Math.min(top, price)) };
    const isAbove = price > top;
    const words = isAbove
      ? wordsUnderEdge(x, y, prediction)
      : wordsFor(x, y, target, { prediction, price, of });
    return { prediction, price, ...at, isAbove, words };
  };

/** The prediction so many rungs down: each leaves the outcome a tenth of the chance before. */
const rungAt = (target: number, rung: number): number => leaving(CHANCE / 10 ** rung, target);

/** Where the hand finds a prediction to try, unless it has tried one: away from the network's own. */
const startFor = (own: number): number => (own > 0.75 ? 0.5 : 0.9);

/** The predictions that lie one under the other on a ladder, each with what it costs more than the one before. */
const rungsIn = (priced: ReturnType<typeof pricedIn>, target: number, ladder: number): Drawing['rungs'] =>
  [0, 1, 2]
    .filter((rung) => ladder > 0 && rung <= ladder + 1e-9)
    .map((rung) => {
      const here = priced(rungAt(target, rung), 'probe');
      return {
        ...here,
        more: rung === 0 ? undefined : here.price - lossAt(rungAt(target, rung - 1), target),
      };
    });

/** What is drawn of a frame in a box of this size, in px. */
export const drawingOf = (frame: Frame<LossCurveDials>, width: number, height: number): Drawing => {
  const { drawn, probe, ladder, top, hand } = frame.dials;
  const isWide = width >= 560;
  const type = isWide ? 15 : 12.5;
  const target = quantityOf(frame, 'y');
  const [yhat, loss] = [quantityOf(frame, 'yhat'), quantityOf(frame, 'loss')];
  const x = scale([0, 1], [isWide ? 56 : 34, width - (isWide ? 30 : 20)]);
  const y = scale([0, top], [height - (isWide ? 62 : 46), isWide ? 40 : 26]);
  const priced = pricedIn(x, y, target);
  const aim = probe > 0 ? rungAt(target, ladder) : held(target, NEAR, 1 - NEAR);
  const reached = yhat + (aim - yhat) * Math.abs(probe);
  const own = priced(yhat, 'own', loss);
  // The first of a ladder is a rung of that alone.
  const probed = probe !== 0 && ladder <= 0 ? priced(reached, 'probe') : undefined;
  const set = frame.reading.settings['loss.try'];
  const tried = hand > 0.5 && !probed ? priced(set ?? startFor(yhat), 'tried') : undefined;
  return {
    isWide,
    type,
    x,
    y,
    target,
    outcomes: ([1, 0] as const).map((of) => ({
      target: of,
      path: curve(of, drawn, x, y),
      isToday: target === of,
    })),
    between: target > 0 && target < 1 ? curve(target, drawn, x, y) : undefined,
    own,
    rungs: rungsIn(priced, target, ladder),
    probed,
    tried,
    description: [
      `What each prediction costs, against a target of ${format(target, 2, 0)}.`,
      `This network’s prediction of ${formatPercent(yhat)} costs ${format(loss)}; a coin flip costs ${format(Math.LN2)}.`,
      ...(probe === 0
        ? []
        : [`A prediction of ${formatPercent(reached)} costs ${format(lossAt(reached, target))}.`]),
    ].join(' '),
  };
};
