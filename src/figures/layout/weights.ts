import { at } from '../../engine/index.ts';
import { edgeOf, weightsInto } from './edges.ts';
import type { Geometry, WeightSlot } from './geometry.ts';
import { spread } from './spread.ts';
import { standing } from './standing.ts';
import { boxAround, pointsOn, type Box, type Size } from './shapes.ts';
import { widthOf } from './type.ts';

/** Labels of a layer take at most this part of the height, one under the other. */
const CROWD = 1.5;

/** Places beside the units that the weights lead into, one under the other: for labels that are not there all the time. */
const stacked = (g: Geometry, layer: number, size: Size): ReadonlyMap<string, Box> | undefined => {
  const ids = weightsInto(g, layer);
  const from = at(g.sizes, layer - 1);
  const rows = at(g.neurons, layer - 1);
  const [first, second] = [at(rows, 0), rows[1]];
  const left =
    layer === 1 ? at(g.inputs, 0).x + g.radius : at(at(g.neurons, layer - 2), 0).at.x + g.capsule.width / 2;
  const right = first.at.x - g.capsule.width / 2;
  const pitch = second ? second.at.y - first.at.y : g.height - 40;
  const line = Math.min(size.height + 4, pitch / from);
  if (right - left < size.width + 4 || line < size.height - 2) return undefined;
  return new Map(
    ids.flatMap((id, i) => {
      const row = rows[Math.floor(i / from)];
      if (!row) return [];
      const y = row.at.y + ((i % from) - (from - 1) / 2) * line;
      return [[id, boxAround({ x: (left + right) / 2 + (right - left - size.width) * 0.15, y }, size)]];
    }),
  );
};

/** Between two columns, in px: less is filled by labels that hide their edges. */
const ROOM_FOR_PAIRS = 72;

/** Between the column that a layer's edges come from and its own, in px. */
const gapBefore = (g: Geometry, layer: number): number => {
  const edge = edgeOf(g, `w.${layer}.1.1`);
  return edge[3].x - edge[0].x;
};

/** The first that there is of what is made from some choices. */
const firstOf = <Choice, Made>(
  choices: readonly Choice[],
  make: (choice: Choice) => Made | undefined,
): Made | undefined => {
  for (const choice of choices) {
    const made = make(choice);
    if (made !== undefined) return made;
  }
  return undefined;
};

/** Where the weights, and by them their gradients, are written. */
export const weightSlots = (g: Geometry): ReadonlyMap<string, WeightSlot> => {
  const slots = new Map<string, WeightSlot>();
  const size = g.type.letter;
  const line = size * 1.3;
  /** Room for any number whatever, then for so many decimals. */
  const rooms = [
    widthOf('−8×10⁻³⁰⁸', size),
    ...[4, 3, 2].map((decimals) => widthOf(`−0.${'0'.repeat(decimals)}`, size)),
  ].filter((_, i) => i === 0 || 5 - i <= g.labelDecimals);
  const placed: Box[] = [];
  for (let layer = 1; layer < g.sizes.length; layer++) {
    const ids = weightsInto(g, layer);
    const isFew = ids.length <= 12 && g.density !== 'dense';
    const beside = line + g.pill.height;
    const isAiry = isFew && gapBefore(g, layer) > ROOM_FOR_PAIRS && ids.length * beside * CROWD < g.height;
    const sized = (room: number, height = g.pill.height): Size => ({
      width: room + 2 * g.pill.padding,
      height,
    });
    const clearOf = (room: number): readonly Box[] => [...standing(g, room), ...placed];
    // The gradient under or over its weight; where that does not go, in the weight's place.
    const pairs = isAiry
      ? firstOf(rooms.slice(0, 2), (room) => spread(g, layer, ids, sized(room, beside), clearOf(room)))
      : undefined;
    const singles =
      isFew && !pairs
        ? firstOf(rooms, (room) => spread(g, layer, ids, sized(room), clearOf(room)))
        : undefined;
    const places =
      pairs ?? singles ?? firstOf(rooms, (room) => stacked(g, layer, sized(room))) ?? new Map<string, Box>();
    for (const [id, box] of places) {
      const width = box.right - box.left;
      const room = width - 2 * g.pill.padding;
      const x = (box.left + box.right) / 2;
      const middle = (box.top + box.bottom) / 2;
      if (pairs) {
        const points = pointsOn(edgeOf(g, id), 24).filter((point) => Math.abs(point.x - x) < width);
        const isAbove = 2 * points.filter(({ y }) => y > middle).length >= points.length;
        // The weight is next to its edge, its gradient on the far side.
        const at = { x, y: isAbove ? box.bottom - line / 2 : box.top + line / 2 };
        const gradient = { x, y: isAbove ? box.top + g.pill.height / 2 : box.bottom - g.pill.height / 2 };
        slots.set(id, { at, gradient, room, isAlways: true });
      } else {
        const at = { x, y: middle };
        slots.set(id, { at, gradient: at, room, isAlways: singles !== undefined });
      }
      placed.push(box);
    }
  }
  return slots;
};
