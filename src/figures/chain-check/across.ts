import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { boxOfText, clearest, clipped, widthOf, type Box, type Point } from '../layout/index.ts';
import type { Picture } from '../picture.ts';
import { polyline, scale } from '../scale.ts';
import type { Across } from './model.ts';

const STEPS = 80;

/** The loss along one parameter, with straight lines through it: a secant and a tangent, or a slope to each side. */
export const acrossPicture = (
  { title, slice, points, lines }: Across,
  { left: edge, right: end, bottom }: Box,
  size: number,
): Picture => {
  const { id, middle, reach } = slice;
  const [left, right, top] = [edge + 4, end - 4, size * 1.6];
  const foot = bottom - size * 0.6;
  const lossAt = (step: number): number => slice.lossAt(middle + step);
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => reach * ((2 * i) / STEPS - 1));
  const losses = steps.map(lossAt);
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const air = (high - low || 1) * 0.12;
  const sx = scale([-reach, reach], [left, right]);
  const sy = scale([low - air, high + air], [foot - size * 1.8, top + size * 1.4]);
  const curve = steps.map((step, i): Point => ({ x: sx(step), y: sy(losses[i] ?? NaN) }));
  // Cut off at the edge of the drawing, for a line that is bent there has another slope.
  const room = { left, right, top, bottom: foot - size * 1.2 };
  const drawn = lines.flatMap(({ look, slope, through, from, to }) => {
    const at = (step: number): Point => ({ x: sx(step), y: sy(lossAt(through) + slope * (step - through)) });
    const ends = clipped(at(from), at(to), room);
    return ends ? [{ look, ends }] : [];
  });
  /** The curve's name, at one of its ends, above it or below it. */
  const long = widthOf('loss', size);
  const places = [1, 0.75, 0, 0.25].flatMap((share) =>
    [-0.9, 0.9].map((side) => {
      const i = Math.round(share * STEPS);
      const x = Math.min(right - long, Math.max(left, sx(steps[i] ?? NaN) - share * long));
      const over = curve.filter((point) => point.x >= x - 4 && point.x <= x + long + 4).map(({ y }) => y);
      const edge = side < 0 ? Math.min(...over) : Math.max(...over);
      const y = Math.min(foot - size * 1.7, Math.max(top + size * 0.5, edge + side * size));
      return { x, y, box: boxOfText({ x, y }, long, size, 'start') };
    }),
  );
  const name = clearest(places, [curve, ...drawn.map(({ ends }) => ends)]);
  return {
    lines: [
      { look: 'curve', d: polyline(curve.map(({ x, y }) => [x, y])) },
      ...drawn.map(({ look, ends: [from, to] }) => ({ look, d: `M${from.x} ${from.y}L${to.x} ${to.y}` })),
    ],
    dots: points.map((point) => ({ look: 'point', x: sx(point), y: sy(lossAt(point)), r: 5 })),
    texts: [
      { text: title, look: 'strong', x: edge, y: size, size },
      { text: 'loss', look: 'loss', x: name.x, y: name.y + size * 0.364, size },
      {
        text: `${textOf(id)} from ${format(middle - reach, 2)} to ${format(middle + reach, 2)}`,
        x: (left + right) / 2,
        y: foot,
        size,
        anchor: 'middle',
      },
    ],
  };
};
