import { baselineAt, fitted, widthOf } from '../layout/type.ts';
import type { Area } from '../layout/small-net.ts';
import type { Part, Text } from '../texts.ts';
import type { Written } from './frames.ts';
import { isKnown, legAt, type GraphView, type NodeView, type Walked } from './model.ts';
import { bracketed, nameOf } from './words.ts';

// On a narrow stage: the operation whose turn it is and all that enters it, each with its two numbers.

/** A sum has four parts; the row over them says what the columns are. */
const MOST = 6;

const shownIn = (view: GraphView, walked: Walked): readonly NodeView[] => {
  const node = legAt(view, walked)?.node ?? 'loss';
  const entering = view.graph.nodes.find(({ id }) => id === node)?.edges.map(({ from }) => from) ?? [];
  // In the end all messages have arrived: both inputs show how theirs add up.
  const rest = walked.done === view.legs.length ? [...view.additions.keys()] : [];
  return [...new Set([node, ...entering, ...rest])].flatMap((id) => view.named.get(id) ?? []);
};

export const rowsIn = (box: Area, view: GraphView, walked: Walked): Written => {
  const height = Math.min(30, box.height / MOST);
  const size = height >= 24 ? 14 : 12.1;
  const split = box.x + box.width * 0.42;
  const right = box.x + box.width;
  const nodes = shownIn(view, walked);
  const at = (row: number, x: number, text: string, look: string, anchor: Text['anchor'] = 'end') => ({
    text,
    look,
    x,
    y: baselineAt(box.y + height * (row + 0.5), size),
    size,
    anchor,
  });

  /** What has arrived at an input, added up. */
  const addedUp = (node: NodeView): readonly Part[] => {
    const addition = view.additions.get(node.id);
    const arrived = node.arrivals.filter((index) => index < walked.done).length;
    if (!addition || arrived === 0) return [];
    const { total } = addition;
    const isWhole = isKnown(node, walked);
    const sign = total.isExact ? '=' : '≈';
    const parts = addition.parts.slice(0, arrived);
    const texts = parts.map(({ text }, i) => (i > 0 ? bracketed(text) : text));
    const fits = widthOf(`${texts.join('+')}${sign}${total.text}`, size) + 6 < right - split - 12;
    const summands = parts.flatMap(({ id, value }, i): readonly Part[] => [
      { text: i > 0 ? '+' : '' },
      { text: texts[i], look: 'number gradient', q: id, value },
    ]);
    const end: readonly Part[] = isWhole
      ? [
          { text: fits ? sign : '' },
          { text: total.text, look: 'number gradient strong', q: total.id, value: total.value },
        ]
      : [{ text: fits ? '+ …' : `${arrived} of ${node.arrivals.length} arrived` }];
    return [...(fits ? summands : []), ...end];
  };
  /** How the loss answers to a number. */
  const answerOf = (node: NodeView, row: number): Text => {
    const parts = addedUp(node);
    if (parts.length > 0) return { ...at(row, right, '', 'letter'), parts };
    if (!isKnown(node, walked)) return at(row, right, '—', 'unknown');
    const { id, value } = node.gradient;
    const text = node.op === 'loss' ? '1' : fitted(value, 90, size, 4, 4);
    return { ...at(row, right, text, 'number gradient'), q: id, value };
  };
  return {
    texts: [
      at(0, split, 'value', 'letter'),
      at(0, right, 'how the loss answers to it', 'letter'),
      ...nodes.flatMap((node, i): readonly Text[] => {
        const { id, op, data } = node;
        const factors = id.split('×').map((part) => nameOf(part, view));
        return [
          {
            ...at(i + 1, i > 0 ? box.x + 12 : box.x, nameOf(id, view), i > 0 ? 'letter' : 'heading', 'start'),
            parts: factors.length > 1 ? [{ text: ` = ${factors.join(' × ')}`, look: 'letter' }] : [],
          },
          {
            ...at(
              i + 1,
              split,
              fitted(data.value, 60, size, 4),
              `number ${op === 'loss' ? 'loss' : 'signal'}`,
            ),
            q: data.id,
            value: data.value,
          },
          answerOf(node, i + 1),
        ];
      }),
    ],
    frames: nodes.flatMap(({ id }, i) =>
      id === legAt(view, walked)?.to
        ? [
            {
              look: 'row',
              x: box.x - 4,
              y: box.y + height * (i + 1),
              width: box.width + 8,
              height,
              round: 5,
            } as const,
          ]
        : [],
    ),
  };
};
