import type { Box } from './box.ts';

/** How far from 0 the essay lets a parameter be (settings.ts, which a page of this lab need not fetch). */
export const ESSAYS_REACH = 20;

/** The parameters as the essay's own network would have them; undefined where it is another one, or where they do not fit. */
export const thetaForEssay = ({ sizes, terms, theta }: Box): readonly number[] | undefined => {
  if (sizes.join() !== '2,3,1' || terms.activation !== 'relu' || terms.loss !== 'bce') return undefined;
  return theta.every((value) => Math.abs(value) <= ESSAYS_REACH) ? theta : undefined;
};

/** The chapter that is read with them: both passes through the network. */
export const READ_FROM = 'passes';

/** A link that opens the essay with these parameters. */
export const linkToEssay = (theta: readonly number[]): string => `/?v=1&theta=${theta.join()}#${READ_FROM}`;
