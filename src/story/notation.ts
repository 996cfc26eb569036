/** How gradients are written: as ∂L/∂z, with δ for it, or as the variables of a program. */
export const NOTATIONS = ['partial', 'delta', 'code'] as const;
export type Notation = (typeof NOTATIONS)[number];
