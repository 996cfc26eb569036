import { format, formatCount, formatDecade, formatPower, NOT_COMPUTED, parse } from '../format.ts';
import type { DeepLayer } from './side.ts';

// How the lab's numbers are written.

/** A factor, or a part of one: two or three digits that count. */
export const factorText = (value: number): string => {
  if (value === 0 || Number.isNaN(value)) return format(value);
  if (value < 0.01) return formatPower(value, 1);
  return format(value, value >= 100 ? 0 : value >= 10 ? 1 : value < 0.1 ? 3 : 2, value >= 10 ? 0 : 2);
};

/** How many times, 1 or more: 2.4, 126, 5 000, 1.50×10⁶. */
export const timesText = (value: number): string => {
  if (!Number.isFinite(value)) return NOT_COMPUTED;
  if (value >= 1e6) return formatPower(value, 1);
  return value >= 99.5 ? formatCount(Number(value.toPrecision(3))) : format(value, 1, 1);
};

/** What is left of it: «1 part in 360». */
export const partText = (decades: number): string =>
  decades === -Infinity ? 'nothing' : `1 part in ${timesText(10 ** -decades)}`;

/** Below this no number of the machine is near. */
const LEAST_DECADES = -300;

/** The size of a message as a share of what it was: an exact 0 is «0», and what is too small to be held is said to be. */
export const sizeText = (decades: number, places = 2): string => {
  if (decades === -Infinity) return '0';
  if (decades < LEAST_DECADES) return `< ${formatDecade(Math.ceil(decades))}`;
  const size = 10 ** decades;
  return size < 0.01 ? formatPower(size, places) : size >= 1000 ? timesText(size) : format(size, places);
};

/** Mean |∂L/∂w| of a layer. Smaller than the machine holds is not nothing. */
export const gradientText = ({ meanGradient, decades }: DeepLayer): string =>
  meanGradient === 0 && decades !== -Infinity
    ? `< ${formatPower(Number.MIN_VALUE, 0)}`
    : factorText(meanGradient);

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
  return { weight: shownWeight, slope: shownSlope, paths: shownPaths, factor: result, isExact: false };
};
