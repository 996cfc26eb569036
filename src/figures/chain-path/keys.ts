import { PARAMETERS } from '../../story/essay.ts';
import { quantityIn } from '../../story/quantity.ts';
import { pillOf, rounded } from '../layout/shapes.ts';
import type { Area } from '../layout/small-net.ts';
import type { Picture } from '../picture.ts';
import { lineAt, type Text } from '../texts.ts';
import { writtenIn } from './words.ts';

const FONT = 12.2;

/** The thirteen with their gradients, each a key to its path: where they stand in a box, and how they look. */
export const keysIn = (
  box: Area,
  values: ReadonlyMap<string, number>,
  chosen: string,
): { readonly places: readonly { readonly id: string; readonly box: Area }[]; readonly picture: Picture } => {
  const wide = box.width / PARAMETERS.length;
  const places = PARAMETERS.map((id, i) => ({
    id,
    box: {
      x: rounded(box.x + i * wide + 1),
      y: box.y + 1,
      width: rounded(wide - 2),
      height: box.height - 2,
    },
  }));
  const ground = places
    .filter(({ id }) => id === chosen)
    .map(({ box: { x, y, width, height } }) => ({
      look: 'chosen',
      d: pillOf({ x: x + width / 2, y: y + height / 2 }, { width, height }, 7),
    }));
  const texts = places.flatMap(({ id, box: at }): readonly Text[] => {
    const q = `d${id}`;
    const value = quantityIn(values, q);
    const isOn = id === chosen;
    const x = at.x + at.width / 2;
    const tone = isOn ? 'ink' : value === 0 ? 'quiet' : 'gradient';
    const text = writtenIn(q, value, wide - 5, FONT);
    return [
      {
        look: isOn ? 'signal strong' : 'signal',
        x,
        y: at.y + 19,
        size: 13.5,
        anchor: 'middle',
        parts: [{ symbol: id }],
      },
      lineAt(text, `number ${tone}`, x, at.y + 40, FONT, q, value),
    ];
  });
  return { places, picture: { lines: ground, texts } };
};
