import type { Point } from '../layout/shapes.ts';
import type { Sign } from '../marks/weather.ts';
import type { Layout } from './layout.ts';
import { rowsOf } from './units.ts';

/** The signs of the two mornings: in every unit, and at their gauges. */
export const signsOf = (g: Layout): readonly (Point & { readonly of: Sign; readonly scale: number })[] => {
  const of = (day: number): Sign => (day ? 'sun' : 'rain');
  return [
    ...rowsOf(g).map(({ at, face, day, y }) => ({
      of: of(day),
      x: at.x + face.sign,
      y,
      scale: face.scale,
    })),
    ...g.gauges.map(({ zero: { x, y } }, day) => ({
      of: of(day),
      x: x + g.gauge.sign.x,
      y: y + g.gauge.sign.y,
      scale: g.gauge.sign.scale,
    })),
  ];
};
