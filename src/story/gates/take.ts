import { RANGES, SETTINGS } from '../settings.ts';
import type { Box } from './box.ts';

/** The parameters as the essay's own network would have them; undefined where it is another one, or where they do not fit. */
export const thetaForEssay = ({ sizes, terms, theta }: Box): readonly number[] | undefined => {
  if (sizes.join() !== '2,3,1' || terms.activation !== 'relu' || terms.loss !== 'bce') return undefined;
  const [low, high] = RANGES.theta;
  return theta.every((value) => value >= low && value <= high) ? theta : undefined;
};

/** A link that opens the essay with these parameters. */
export const linkToEssay = (theta: readonly number[]): string =>
  `/?v=1&theta=${SETTINGS.theta.write(theta)}#passes`;
