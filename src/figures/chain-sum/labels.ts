import { formatFit } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import { kindOf } from '../../story/symbol.ts';
import { fitted, widthOf } from '../layout/type.ts';
import { toneOf, type Text } from '../texts.ts';
import type { Layout, Node } from './layout.ts';
import type { PathSum } from './model.ts';
import { letterOf } from './words.ts';

/** A number beside a ribbon: a weight or an input that it passes, or the output's δ. */
export interface Label {
  readonly key: string;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Written with the letter of its quantity before it. */
  readonly isNamed: boolean;
  /** How wide its number may be, px; undefined where nothing is in its way. */
  readonly room: number | undefined;
}

const OFF = 11;
const ASIDE = 5;

/** The topmost of a column has its labels above its ribbons, the others below: there is room. */
const heightAt = (node: Node, { nodes }: Layout): number => {
  const column = nodes.filter((other) => other.column === node.column);
  const isTop = column.length > 1 && column.every(({ y }) => y >= node.y);
  return isTop ? node.top - OFF : node.bottom + OFF;
};

const isAlone = (node: Node, { nodes }: Layout): boolean =>
  nodes.every((other) => other === node || other.column !== node.column);

/** What a label has before the δ that stands to the right of it on its own height, px; undefined where none does. */
const roomBeside = (
  label: Omit<Label, 'room'>,
  labels: readonly Omit<Label, 'room'>[],
  { font }: Layout,
): number | undefined => {
  const next = labels.find(
    ({ id, x, y }) =>
      id !== label.id && kindOf(id) === 'gradient' && Math.abs(y - label.y) < font && x > label.x,
  );
  if (!next || label.anchor !== 'start') return undefined;
  const left = next.anchor === 'middle' ? next.x - widthOf('δ −0.0×10⁻⁵', font) / 2 : next.x;
  return left - label.x - 5 - (label.isNamed ? widthOf('w2 ', font) : 0);
};

/**
 * Every label beside the ribbons, each once. Between two hidden layers there is no room for nine weights: only those of
 * the path pointed at are there.
 */
export const labelsIn = (sum: PathSum, layout: Layout, hot: string | undefined): readonly Label[] => {
  const labels = new Map<string, Omit<Label, 'room'>>();
  // In a deeper network a letter has indices above and below, too many for the room between its columns.
  const isNamed = layout.isRoomy && sum.sizes.length === 3;
  const isCrowded = sum.sizes.length > 3 && layout.isRoomy;
  const put = (id: string | undefined, node: Node, side: 'in' | 'out'): void => {
    if (id === undefined) return;
    // Beside the node; where columns are close, over or under its own half.
    const aside = node.width / 2 + (isCrowded ? -2 : ASIDE);
    const isStart = (side === 'out') !== isCrowded;
    const key = `${id} ${node.key}`;
    labels.set(key, {
      key,
      id,
      x: node.x + (side === 'in' ? -aside : aside),
      y: heightAt(node, layout),
      anchor: isStart ? 'start' : 'end',
      isNamed: isNamed || (layout.isRoomy && id.startsWith('x')),
    });
  };
  for (const { way, stops } of layout.ribbons) {
    const ids = way.op.operands.map(({ id }) => id);
    const last = way.units.length;
    for (const { node } of stops) {
      const [delta] = ids;
      if (node.kind === 'output' && delta !== undefined)
        labels.set(delta, {
          key: delta,
          id: delta,
          x: layout.isRoomy ? node.x : node.x - 6,
          y: isAlone(node, layout) ? node.top - OFF : heightAt(node, layout),
          anchor: layout.isRoomy ? 'middle' : 'start',
          isNamed: true,
        });
      if (node.kind !== 'unit') continue;
      // From the loss end: δ, then for each layer the weight out of it and its gate, last what leads in.
      const into = ids[ids.length - 1 - 2 * (node.column - 1)];
      const isBetween = node.column > 1;
      if (!isBetween || way.op.id === hot) put(into, node, 'in');
      if (node.column === last) put(ids[1], node, 'out');
    }
  }
  return [...labels.values()].map((label) => ({
    ...label,
    room: roomBeside(label, [...labels.values()], layout),
  }));
};

/** A label with its number; that of a gradient is there when the ribbons have come so far, to `front`. */
export const labelTexts = (
  labels: readonly Label[],
  values: ReadonlyMap<string, number>,
  size: number,
  front: number,
): readonly Text[] =>
  labels.flatMap(({ id, x, y, anchor, isNamed, room }) => {
    const isGradient = kindOf(id) === 'gradient';
    if (isGradient && front > x) return [];
    const value = quantityIn(values, id);
    const whole = formatFit(value, 8, 4, isGradient ? 4 : 2);
    const text = room === undefined || widthOf(whole, size) <= room ? whole : fitted(value, room, size, 4, 0);
    const name = isNamed ? [{ ...letterOf(id), look: 'letter' }, { text: ' ' }] : [];
    return {
      look: 'haloed',
      x,
      y: y + size * 0.35,
      size,
      anchor,
      parts: [...name, { text, look: `number ${toneOf(id)}`, q: id, value }],
    };
  });
