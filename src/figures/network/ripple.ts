import type { Frame } from '../../story/frame.ts';
import { format } from '../../story/format.ts';
import { parameterAt } from '../layout/parameter-at.ts';
import type { Geometry } from '../layout/geometry.ts';
import { held, type Point } from '../layout/shapes.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Nudge } from './model.ts';
import { idFor } from './seen.ts';
import { word, type Text } from './text.ts';

/** What raising one parameter did, as it is drawn. */
export interface Ripple {
  readonly at: Point;
  readonly radius: number;
  readonly texts: readonly Text[];
}

const signed = (value: number, written: string): string => (value > 0 ? '+' : '') + written;

/** The change of every number downstream of a parameter, and what the gradient had promised. */
export const rippleOf = (
  all: Frame['all'],
  nudge: Nudge,
  g: Geometry,
  example: number | undefined,
): Ripple => {
  const size = g.type.letter;
  const isRoomy = g.density === 'roomy';
  const change = (value: number): string =>
    signed(value, isRoomy ? format(value, 5) : fitted(value, g.capsule.width / 2, size, 4));
  const at = parameterAt(g, nudge.parameter);
  const radius = isRoomy ? 24 : 16;
  const look = { look: 'signal haloed' };
  const over = g.capsule.height / 2 + size * 0.75;
  const rise = change(nudge.amount);
  const isBias = nudge.parameter.startsWith('b.');
  const half = widthOf(rise, size) / 2;
  // By how much: over its ring, under it at the upper rim, and beside that of a bias.
  const riseAt = isBias
    ? { x: at.x + radius + 6 + half, y: at.y }
    : {
        x: held(at.x, half, g.width - half),
        y: at.y + (radius + size * 0.6) * (at.y < 40 + radius ? 1 : -1),
      };
  const cells = g.neurons.flat().flatMap(({ layer, unit, isOutput, at: { x, y } }) => [
    { id: `z.${layer}.${unit}`, x: x - g.capsule.width / 4, y },
    { id: isOutput ? 'yhat' : `a.${layer}.${unit}`, x: x + g.capsule.width / 4, y },
  ]);
  const changed = cells.flatMap(({ id, x, y }): readonly Text[] => {
    const [before, after] = [all.get(idFor(id, example)), nudge.after.get(idFor(id, example))];
    if (before === undefined || after === undefined || before === after) return [];
    return [word(`change ${id}`, change(after - before), { x, y: y - over }, size, look)];
  });
  const { loss, isUpright } = g.gauge;
  const below = (line: number): Point => ({ x: g.width - 2, y: loss.number.y + 8 + 22 * line });
  const outcome =
    isUpright && below(2).y + size < g.height
      ? [
          word('actual', `changed by ${change(nudge.actual)}`, below(1), size, {
            anchor: 'end',
            look: 'signal',
          }),
          word('predicted', `promised ${change(nudge.predicted)}`, below(2), size, {
            anchor: 'end',
            look: 'gradient',
          }),
        ]
      : [];
  return { at, radius, texts: [word('rise', rise, riseAt, size, look), ...changed, ...outcome] };
};
