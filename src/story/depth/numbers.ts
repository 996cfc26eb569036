import { format, formatCount, formatDecade, formatPower, NOT_COMPUTED, parse } from '../format.ts';
import type { DeepLayer } from './side.ts';

// How the lab's numbers are written.

/** A factor, or a part of one: two or three digits that count. */
export const factorText = (value: number | undefined): string => {
  if (value === undefined) return NOT_COMPUTED;
  if (value === 0) return format(value);
  if (value < 0.01) return formatPower(value, 1);
  return format(
    value,
    value >= 100 ? 0 : value >= 10 ? 1 : value < 0.1 ? 3 : 2,
    value >= 10 ? 0 : value < 0.1 ? 3 : 2,
  );
};

/** As many decades as a number of the machine surely holds, up and down. */
const HELD_DECADES = 300;

/** The number of so many decades; undefined where the machine has none that near. */
export const heldValue = (decades: number): number | undefined =>
  decades === -Infinity || Math.abs(decades) <= HELD_DECADES ? 10 ** decades : undefined;

/** How many times, 0 decades or more: 2.4, 126, 5 000, 1.5×10⁶. */
export const timesText = (decades: number): string => {
  if (!Number.isFinite(decades)) return NOT_COMPUTED;
  const value = heldValue(decades);
  if (value === undefined) return `more than ${formatDecade(Math.floor(decades))}`;
  if (value >= 1e6) return formatPower(value, 1);
  return value >= 99.5 ? formatCount(Number(value.toPrecision(3))) : format(value, 1, 1);
};

/** What is left of it: «1 part in 360». */
export const partText = (decades: number): string =>
  decades === -Infinity ? 'nothing' : `1 part in ${timesText(-decades)}`;

/** The size of a message as a share of what it was: an exact 0 is «0», and what is too small to be held is said to be. */
export const sizeText = (decades: number, places = 2): string => {
  if (decades === -Infinity) return '0';
  const size = heldValue(decades);
  if (size === undefined)
    return decades < 0 ? `< ${formatDecade(Math.ceil(decades))}` : `> ${formatDecade(Math.floor(decades))}`;
  return size < 0.01 ? formatPower(size, places) : size >= 1000 ? timesText(decades) : factorText(size);
};

/** Whether the mean |∂L/∂w| of a layer is 0 only because the machine has nothing smaller. */
export const isTooSmall = ({ meanGradient, decades }: DeepLayer): boolean =>
  meanGradient === 0 && decades !== -Infinity;

/** Mean |∂L/∂w| of a layer. */
export const gradientText = (layer: DeepLayer): string =>
  isTooSmall(layer) ? `< ${formatPower(Number.MIN_VALUE, 0)}` : factorText(layer.meanGradient);

/** weight × slope × paths = factor as it is shown. */
export interface Working {
  readonly weight: string;
  readonly slope: string;
  readonly paths: string;
  readonly factor: string;
  /** Whether the three, as they are shown, give the fourth. */
  readonly isExact: boolean;
}

/** A result that lies nearer to the middle between two shown ones, as a share of itself, may be rounded to either. */
const TIE = 1e-12;
const MOST_DECIMALS = 15;

/** Each part with just enough decimals that their product, done by hand, is the factor as it is written. */
export const workingOf = ({ weight, slope, paths, factor }: DeepLayer): Working => {
  const result = factorText(factor);
  // Nothing is passed on, whatever the paths.
  const isNothing = factor === 0;
  const at = (decimals: number): readonly [string, string, string] => [
    format(weight, decimals),
    slope < 0.01 && slope > 0 ? formatPower(slope, decimals) : format(slope, decimals),
    paths === undefined ? NOT_COMPUTED : format(paths, decimals),
  ];
  for (let decimals = 2; decimals <= MOST_DECIMALS; decimals++) {
    const texts = at(decimals);
    const product = texts.reduce((running, text) => running * parse(text), 1);
    if ([-TIE, 0, TIE].every((off) => factorText(product * (1 + off)) === result)) {
      const [shownWeight, shownSlope, shownPaths] = texts;
      return { weight: shownWeight, slope: shownSlope, paths: shownPaths, factor: result, isExact: true };
    }
  }
  const [shownWeight, shownSlope, shownPaths] = at(2);
  return { weight: shownWeight, slope: shownSlope, paths: shownPaths, factor: result, isExact: isNothing };
};
