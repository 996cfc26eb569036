import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { held, widthOf, type Box } from '../layout/index.ts';
import type { Picture } from '../picture.ts';
import { enlargement, scale } from '../scale.ts';
import { powerText, worstOf, type Compared } from './model.ts';
import { namesFor } from './names.ts';

/**
 * Every parameter as a dot on the diagonal: what came backward against what was measured. What they differ by is drawn
 * enlarged, for on the diagonal nobody would see it. The one that the reader has chosen has a wider ring.
 */
export const dotsPicture = (rows: readonly Compared[], box: Box, size: number, chosen: string): Picture => {
  const [left, right, top, bottom] = [box.left + 4, box.right - 4, size * 2.6, box.bottom - size * 2];
  const [width, height] = [right - left, bottom - top];
  const values = rows.map(({ claimed }) => claimed);
  const reach = Math.max(1e-12, ...values.map(Math.abs)) * 1.15;
  const low = Math.min(-reach * 0.25, ...values.map((value) => value * 1.15));
  const high = Math.max(reach * 0.25, ...values.map((value) => value * 1.15));
  const sx = scale([low, high], [left + 8, right - 8]);
  const sy = scale([low, high], [bottom - 8, top + 8]);
  /** A power of ten by which the largest difference becomes some 20 px; 0 where it is as large by itself. */
  const power = enlargement((worstOf(rows) / (high - low)) * height);
  const dots = rows.map(({ id, claimed, measured }) => {
    const [x, y] = [sx(claimed), sy(claimed)];
    const off = ((measured - claimed) * 10 ** power * (height - 16)) / (high - low);
    return { id, text: textOf(id), x, y, to: held(y - off, top + 4, bottom - 4) };
  });
  const scaled = `${powerText(power)} times enlarged`;
  const off =
    power === 0
      ? ''
      : ([`, off by what is drawn ${scaled}`, `, gaps ${scaled}`].find(
          (words) => widthOf(`measured${words}`, size) <= width,
        ) ?? '');
  return {
    lines: [
      { look: 'grid', d: `M${left} ${sy(0)}h${width}M${sx(0)} ${top}v${height}` },
      { look: 'diagonal', d: `M${sx(low)} ${sy(low)}L${sx(high)} ${sy(high)}` },
      { look: 'off', d: dots.map(({ x, y, to }) => `M${x} ${y}V${to}`).join('') },
    ],
    dots: dots.flatMap(({ id, x, y, to }) => [
      { look: 'ring', x, y: to, r: id === chosen ? 7 : 5.5 },
      { look: 'dot', x, y, r: 2.6 },
    ]),
    texts: [
      { text: 'all gradients, two ways', look: 'strong', x: 0, y: size, size },
      ...namesFor(dots, { left, right, top, bottom, size }).map((name) => ({
        ...name,
        look: 'letter haloed',
        size,
      })),
      {
        text: `came backward, ${format(low, 2, 1)} to ${format(high, 2, 1)}`,
        look: 'gradient',
        x: (left + right) / 2,
        y: bottom + size * 1.25,
        size,
        anchor: 'middle',
      },
      {
        text: '',
        x: left,
        y: top - size * 0.45,
        size,
        parts: [{ text: 'measured', look: 'signal' }, { text: off }],
      },
    ],
  };
};
