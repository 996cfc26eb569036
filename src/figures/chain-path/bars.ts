import { at } from '../../engine/index.ts';
import { rounded } from '../layout/shapes.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Shape, type Text } from '../texts.ts';
import { barsIn, type Layout } from './layout.ts';
import { isReached, type Chain } from './model.ts';
import { writtenIn } from './words.ts';

/** How much of a bar is there: the loss's own always is. */
const grownOf = (i: number, multiplied: number): number =>
  i === 0 ? 1 : Math.max(0, Math.min(1, (multiplied - i + 0.6) / 0.6));

/** The product so far at every node, from the loss back: bars up for what raises the loss, down and hatched for what lowers it. */
export const barsPicture = (chain: Chain, layout: Layout, multiplied: number, hatch: string): Picture => {
  const { bars: box, isLarge, slots, spacing } = layout;
  const { bars, zero: middle } = barsIn(chain, layout);
  const zero = rounded(middle);
  const wide = isLarge ? 26 : 16;
  const size = isLarge ? 14 : 12.1;
  const wedges: Shape[] = [];
  const shapes: Shape[] = [];
  const texts: Text[] = [];
  for (const [i, { id, value, x, end, isCut, label }] of bars.entries()) {
    const before = bars[i - 1];
    // Between two bars, what one becomes on the way to the next.
    if (before && before.value !== 0 && isReached(multiplied, i - 1)) {
      const d = `M${before.x} ${zero}V${rounded(before.end)}L${x} ${rounded(end)}V${zero}z`;
      wedges.push({ look: 'wedge', d });
    }
    const grown = grownOf(i, multiplied);
    if (grown === 0) continue;
    const to = zero + (end - zero) * grown;
    const height = rounded(Math.max(1, Math.abs(to - zero)));
    if (value === 0) shapes.push({ look: 'nothing', d: `M${x - 4} ${zero}a4 4 0 0 1 8 0a4 4 0 0 1 -8 0z` });
    else
      shapes.push({
        look: value < 0 ? 'lowers' : 'raises',
        d: `M${rounded(x - wide / 2)} ${rounded(Math.min(zero, to))}h${wide}v${height}h${-wide}z`,
        fill: value < 0 ? `url(#${hatch})` : undefined,
      });
    if (isCut)
      shapes.push({ look: 'cut', d: `M${x - wide / 2 - 4} ${rounded((zero + end) / 2 + 6)}l${wide + 8} -9` });
    if (grown < 1 && !isReached(multiplied, i - 1)) continue;
    const isOne = id === 'one';
    const tone = value === 0 ? 'ink' : 'gradient';
    const look = `number ${tone}${i === bars.length - 1 ? ' strong' : ''}`;
    texts.push(
      isOne
        ? lineAt('1', look, x, label, size)
        : lineAt(writtenIn(id, value, spacing - 3, size), look, x, label, size, id, value),
    );
  }
  if (isLarge) texts.push({ text: 'the product so far', x: 0, y: box.y - 8, size: 12.5 });
  const { stop } = chain;
  const walls: Shape[] = [];
  if (stop && isReached(multiplied, stop.link)) {
    const x = rounded((at(slots, stop.link) + at(slots, stop.link + 1)) / 2);
    for (const d of [`M${x} ${layout.chain - 14}v28`, `M${x} ${rounded(zero - 22)}v44`])
      walls.push({ look: 'wall', d });
  }
  return {
    parts: [
      { lines: [{ look: 'base', d: `M${box.x} ${zero}h${box.width}` }, ...wedges, ...shapes], texts },
      { lines: walls },
    ],
  };
};
