import type { Group } from '../../story/formulas.ts';

/** The dials of the sheet of formulas. */
export const CHAIN_FORMULAS_DIALS = {
  /** Whose formulas the text is at. */
  group: 'forward' as Group,
  /** How many formulas of each group have been looked at. */
  forward: 0,
  backward: 0,
  update: 0,
};

export type ChainFormulasDials = typeof CHAIN_FORMULAS_DIALS;
