import type { Formula } from '../../story/formulas.ts';
import type { Frame } from '../../story/frame.ts';
import type { Hand } from '../contract.ts';
import type { ChainFormulasDials } from './dials.ts';
import { currentOf, formulaNamed } from './model.ts';

/** What the reader points at: a formula of the sheet, or a number or line of the figure. Each lights up in the other. */
class Looked {
  formula = $state<string>();
  quantity = $state<string>();
  /** The formula that the reading line lies on, and the part of the sheet that it is in. */
  read = $state.raw<{ readonly id: string; readonly part: string }>();
}

export const looked = new Looked();

/** The formula that the reader looks at; in a still, and where they look at none, the one that the text is at. */
export const formulaAt = (frame: Frame<ChainFormulasDials>, hand: Hand | undefined): Formula | undefined =>
  (hand && formulaNamed(looked.formula ?? looked.read?.id)) ?? currentOf(frame);
