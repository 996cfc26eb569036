import { formOf, pathOf, widthFor, type Curve } from '../layout/shapes.ts';
import type { Shape } from '../texts.ts';

/** A line that carries a number: thick for large, dashed for negative, dotted for exactly zero. */
export const strandOf = (curve: Curve, value: number, tone: 'signal' | 'gradient' | 'idle'): Shape => ({
  look: `strand ${tone} ${formOf(value)}`,
  d: pathOf(curve),
  width: widthFor(value),
});
