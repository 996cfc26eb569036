import { textOf, wordsOf } from '../symbol.ts';
import { AFTER } from './formulas.ts';
import { SIZES } from './task.ts';

/** How a quantity of the drill is written in a line: ∂L/∂w₂₁, or the new w₂₁ after the step. */
export const labelOf = (id: string): string =>
  id.endsWith(AFTER) ? `new ${textOf(id.slice(0, -1), SIZES)}` : textOf(id, SIZES);

/** The same in words: the weight into hidden unit 2 from input 1, after the step. */
export const inWords = (id: string): string =>
  id.endsWith(AFTER) ? `${wordsOf(id.slice(0, -1), SIZES)}, after the step` : wordsOf(id, SIZES);
