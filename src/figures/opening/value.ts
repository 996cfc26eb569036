import { formatFit } from '../../story/format.ts';
import type { Point } from '../layout/shapes.ts';
import type { Text } from '../texts.ts';

/** How a number looks: of the network, of a prediction, behind a shut gate, of a loss, on a plate of its own colour. */
type Tone = 'ink' | 'signal' | 'letter' | 'loss' | 'on-plate';

/** So many decimals; of the others 2, or 3 where they are next to nothing. */
const DECIMALS: Readonly<Partial<Record<Tone, number>>> = { signal: 3, loss: 4 };

/** A number of the opening: of the network it ends at its place, else that is its middle. */
export const valueAt = (
  all: ReadonlyMap<string, number>,
  q: string,
  { x, y, size }: Point & { readonly size: number },
  tone: Tone = 'ink',
): Text => {
  const value = all.get(q);
  const decimals = DECIMALS[tone] ?? (Math.abs(value ?? 1) < 0.005 ? 3 : 2);
  const text = formatFit(value ?? NaN, 6, decimals, decimals);
  return {
    text,
    look: `number ${tone}`,
    q,
    value,
    x,
    y: y + size * 0.36,
    size: text.length > 6 ? Math.max(12.2, size * 0.84) : size,
    anchor: tone === 'loss' || tone === 'on-plate' ? 'middle' : 'end',
  };
};
