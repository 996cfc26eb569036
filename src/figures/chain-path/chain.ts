import { formOf, rounded, widthFor } from '../layout/shapes.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { toneOf, type Part, type Shape, type Text } from '../texts.ts';
import type { Layout, nodesIn } from './layout.ts';
import { isDeadAt, isReached, type Chain } from './model.ts';

type Nodes = ReturnType<typeof nodesIn>;

/** From each node's place in the network to where it is drawn out to, where there is room. */
export const threadsPicture = (nodes: Nodes, layout: Layout, lifted: number): Picture => {
  const { isLarge, netBottom, radius } = layout;
  const threads = nodes.map(({ home, x, y }) => {
    const end = Math.max(netBottom, y - radius - 4);
    const bend = rounded((netBottom + end) / 2);
    return `M${rounded(home.x)} ${rounded(home.y)}V${netBottom}C${rounded(home.x)} ${bend} ${rounded(x)} ${bend} ${rounded(x)} ${rounded(end)}`;
  });
  return isLarge && lifted > 0 ? { lines: [{ look: 'thread', d: threads.join(''), opacity: lifted }] } : {};
};

/** The links of a path: what moves what, and at which rate. They come when its nodes are in their places. */
export const linksPicture = (
  chain: Chain,
  nodes: Nodes,
  layout: Layout,
  lifted: number,
  multiplied: number,
): Picture => {
  if (lifted <= 0.85) return {};
  const { isLarge, radius, spacing } = layout;
  const font = isLarge ? 15 : 12.2;
  const lines: Shape[] = [];
  const texts: Text[] = [];
  for (const [i, { factor, value, text: whole, word }] of chain.links.entries()) {
    const [to, from] = [nodes[i], nodes[i + 1]];
    if (!to || !from) continue;
    const say = (y: number, size: number, ...parts: Part[]): void => {
      texts.push({ x: (to.x + from.x) / 2, y: layout.chain + y, size, anchor: 'middle', parts });
    };
    const isThere = isReached(multiplied, i);
    const isDead = isDeadAt(chain, multiplied, i);
    const [start, level] = [rounded(to.x - radius - 4), rounded(to.y)];
    const end = from.x + radius + 4;
    if (isLarge) say(-47, 13, { text: '∂' }, { symbol: to.id }, { text: '/∂' }, { symbol: from.id });
    if (!isThere) lines.push({ look: 'track', d: `M${start} ${level}H${rounded(end)}`, width: 1.5 });
    else {
      const tone = isDead ? 'idle' : 'gradient';
      lines.push({
        look: `strand ${tone} ${formOf(value)}`,
        d: `M${start} ${level}H${rounded(end + 5)}`,
        width: Math.min(5, widthFor(value)),
      });
      if (value !== 0) lines.push({ look: `tip ${tone}`, d: `M${rounded(end - 2)} ${level}l9 -5v10z` });
      const room = spacing - (isLarge ? 8 : 4);
      // All of its digits, where there is no room for them, are in the line under the figure.
      const isLong = widthOf(whole, font) > room && /\d/.test(whole);
      say(isLarge ? -24 : -19, font, {
        text: isLong ? fitted(value, room, font, 4) : whole,
        look: `number ${isDead || factor === undefined ? 'quiet' : toneOf(factor)}`,
        q: factor,
        value: factor === undefined ? undefined : value,
      });
    }
    say(isLarge ? 26 : 25, isLarge ? 12.5 : 12, { text: isLarge ? word : word.split(' ').at(-1) });
  }
  return { opacity: rounded((lifted - 0.85) / 0.15), lines, texts };
};
