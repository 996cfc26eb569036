import { quantityIn } from '../../story/quantity.ts';
import { pillOf, type Point } from '../layout/shapes.ts';
import type { SmallNet } from '../layout/small-net.ts';
import { fitted } from '../layout/type.ts';
import { centred, type Shape, type Text } from '../texts.ts';

const SIZE = 13;

/** The nodes of a small network: capsules and circles, gates, and with room for them letters and numbers. */
export const nodeMarksOf = (
  net: SmallNet,
  values: ReadonlyMap<string, number>,
  isLive: (id: string) => boolean,
): { readonly shapes: readonly Shape[]; readonly texts: readonly Text[] } => {
  const { capsule, radius, isRoomy } = net;
  const [halfWidth, halfHeight] = [capsule.width / 2, capsule.height / 2];
  const shapes: Shape[] = [];
  const texts: Text[] = [];
  const letter = (x: number, y: number, symbol: string): Text => ({
    x,
    y,
    size: 12,
    anchor: 'middle',
    parts: symbol === 'loss' ? [{ text: 'L' }] : [{ symbol }],
  });
  const number = (q: string, x: number, middle: number, room: number, look: string): Text => {
    const value = quantityIn(values, q);
    const text = fitted(value, room, SIZE, q === 'loss' || q === 'yhat' ? 4 : 2);
    return { ...centred(text, `number ${look}`, x, middle, SIZE), q, value };
  };

  const circle = (at: Point, id: string, look: string): void => {
    const across = 2 * radius;
    shapes.push({
      look: `body ${isLive(id) ? look : ''}`,
      d: pillOf(at, { width: across, height: across }),
    });
    texts.push(letter(at.x, at.y + (isRoomy ? -5 : 4), id));
    if (isRoomy) texts.push(number(id, at.x, at.y + 8, radius * 1.75, look));
  };
  const unit = ({ x, y }: Point, z: string, a: string, gate?: string): void => {
    const value = gate === undefined ? 1 : quantityIn(values, gate);
    const isShut = value === 0;
    const [top, bottom] = [y - halfHeight, y + halfHeight];
    shapes.push({ look: `body ${isLive(z) && !isShut ? 'signal' : ''}`, d: pillOf({ x, y }, capsule) });
    if (isRoomy) {
      shapes.push({ look: 'divider', d: `M${x} ${top}V${bottom}` });
      for (const [id, px] of [
        [z, x - halfWidth / 2 + 2],
        [a, x + halfWidth / 2 - 2],
      ] as const)
        texts.push(
          letter(px, y - halfHeight * 0.4 + 4, id),
          number(id, px, y + halfHeight * 0.46, halfWidth - 8, 'ink'),
        );
    } else
      texts.push({
        text: z === 'z.2.1' ? 'ŷ' : z.at(-1),
        x: isShut ? x - halfWidth * 0.3 : x,
        y: y + 4.3,
        size: 12,
        anchor: 'middle',
      });
    if (gate === undefined) return;
    const open = isRoomy ? `M${x} ${top}v5M${x} ${bottom}v-5` : '';
    shapes.push({
      look: isShut ? 'gate shut' : 'gate',
      d: isShut ? `M${isRoomy ? x : x + halfWidth * 0.3} ${top}V${bottom}` : open,
      q: gate,
      value,
    });
  };

  for (const [k, at] of net.inputs.entries()) circle(at, `x.${k + 1}`, 'signal');
  if (net.loss) circle(net.loss, 'loss', 'loss');
  for (const [j, at] of net.hidden.entries()) unit(at, `z.1.${j + 1}`, `a.1.${j + 1}`, `gate.1.${j + 1}`);
  unit(net.output, 'z.2.1', 'yhat');
  return { shapes, texts };
};
