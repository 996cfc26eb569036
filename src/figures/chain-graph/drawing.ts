import { textOf } from '../../story/symbol.ts';
import { baselineAt } from '../layout/type.ts';
import type { Area } from '../layout/small-net.ts';
import type { Text } from '../texts.ts';
import type { Written } from './frames.ts';
import { stripIn, walksIn } from './head.ts';
import { labelsIn } from './labels.ts';
import { place, type Layout } from './layout.ts';
import { legAt, type Forward, type GraphView, type Walked } from './model.ts';
import { rowsIn } from './rows.ts';

/** Where the nodes are, and everything that is written in and around them. */
export interface Drawing extends Written {
  readonly layout: Layout;
  /** What stands in the graph; its halos lie under the frames. */
  readonly labels: readonly Text[];
}

/** Beside its nodes: each operation's turn on the way back where there is room, and the inputs' letters where there is not. */
const nodeTexts = (view: GraphView, layout: Layout, forward: Forward | undefined): readonly Text[] =>
  view.nodes.flatMap(({ id, op, turn }): readonly Text[] => {
    const node = layout.nodes.get(id);
    if (!node) return [];
    const place = { x: node.x, size: 12.1, anchor: 'middle' } as const;
    if (turn === undefined)
      return !layout.isLabelled && node.r >= 7
        ? [{ ...place, text: textOf(id, view.sizes), look: 'ink', y: baselineAt(node.y, 12.1) }]
        : [];
    return layout.isLabelled && layout.pitch >= 70 && op !== 'loss' && !forward
      ? [{ ...place, text: turn, y: node.y + node.r + 16 }]
      : [];
  });

/** What the numbers of a roomy graph are. */
const legendTexts = (width: number, height: number): readonly Text[] => {
  const line = (up: number) => ({ x: width - 4, y: height - up, size: 12.5, anchor: 'end' as const });
  return [
    { ...line(44), parts: [{ text: 'over an edge', look: 'signal' }, { text: ': its value' }] },
    {
      ...line(26),
      parts: [{ text: 'under it', look: 'gradient' }, { text: ': how the loss answers to that' }],
    },
    { ...line(8), text: 'under a node: its turn on the way back' },
  ];
};

export const drawingOf = (
  view: GraphView,
  walked: Walked,
  forward: Forward | undefined,
  width: number,
  height: number,
): Drawing => {
  /** Numbers stand at every edge where there is room; else at the operation whose turn it is. */
  const isWide = width >= 620;
  const headHeight = isWide ? (height >= 470 ? 112 : 68) : Math.min(84, height * 0.24);
  const rowsHeight = isWide || forward ? 0 : Math.min(180, height * 0.42);
  const headY = isWide ? 0 : height - headHeight - rowsHeight;
  const head: Area = { x: 4, y: headY, width: width - 8, height: headHeight };
  const graph: Area = isWide
    ? { x: 0, y: headHeight, width, height: height - headHeight }
    : { x: 0, y: 2, width, height: headY - 4 };
  const rows: Area = { x: 8, y: height - rowsHeight, width: width - 16, height: rowsHeight };
  const layout = place([...view.named.keys()], graph, isWide);
  /** Before the walk the first edge waits. */
  const leg = legAt(view, walked) ?? view.legs[0];
  const fraction = walked.current === undefined ? -1 : walked.fraction;
  const labels = labelsIn(view, layout, width, walked, forward);
  const written = [
    ...(leg && !forward ? [stripIn(head, view, leg, fraction)] : []),
    ...(rowsHeight > 0 ? [rowsIn(rows, view, walked)] : []),
  ];
  return {
    layout,
    labels: [...nodeTexts(view, layout, forward), ...labels.texts],
    texts: [
      ...written.flatMap(({ texts }) => texts),
      ...(forward ? walksIn(head, view, forward) : []),
      ...(isWide && layout.pitch >= 70 ? legendTexts(width, height) : []),
    ],
    frames: [labels, ...written].flatMap(({ frames }) => frames),
  };
};
