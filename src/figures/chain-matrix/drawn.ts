import { fits } from '../../story/arrangement.ts';
import type { Frame } from '../../story/frame.ts';
import type { Picture } from '../picture.ts';
import { cellPlates, pillPlates, type Plate } from './cells.ts';
import type { ChainMatrixDials } from './dials.ts';
import { cellsBetween, placeLine, type Layout, type Placed } from './layout.ts';
import {
  arrangementOf,
  awaitedIn,
  currentOf,
  FORWARD,
  LEAVING,
  lineFor,
  litWith,
  meetingIn,
  opFor,
  opsIn,
  OUTER,
  type Line,
} from './model.ts';
import { pairsPicture } from './pairs.ts';
import { signTexts, tableTexts, wayPicture } from './tables.ts';

/** What there is to draw. */
interface Drawn {
  /** Nodes of the network that are lit. */
  readonly nodes: ReadonlySet<string>;
  readonly isBack: boolean;
  readonly pills: readonly Plate[];
  readonly cells: readonly Plate[];
  /** Which way the network is read, and what meets, where there is room. */
  readonly around: Picture;
  /** What the tables are called. What stands between them comes with what is new. */
  readonly words: Picture;
  /** The tables, where they are at rest. */
  readonly blocks: readonly Placed[];
}

const lineOf = (frame: Frame<ChainMatrixDials>): Line => {
  switch (frame.dials.view) {
    case 'forward':
      return FORWARD;
    case 'arrange':
      return lineFor(arrangementOf(frame));
    case 'back':
      return lineFor('WT-d');
    case 'outer':
      return OUTER;
  }
};

/** A frame with what the reader points at; `unnamed` tables have their names on a handle. */
export const drawnAt = (
  frame: Frame<ChainMatrixDials>,
  layout: Layout,
  asked: string | undefined,
  unnamed: number,
): Drawn => {
  const { all: values, dials } = frame;
  const isArranging = dials.view === 'arrange';
  const isBack = dials.view !== 'forward';
  const line = lineOf(frame);
  const to = placeLine(line, layout);
  const t = dials.view === 'back' ? dials.turned : 1;
  const from = t < 1 ? placeLine(lineFor('W-d'), layout) : to;

  const ops = opsIn(frame);
  /** The result that is looked at: pointed at, or where the text is. In an order that does not fit there is none. */
  const looked =
    isArranging && !fits(arrangementOf(frame))
      ? undefined
      : (opFor(ops, asked)?.id ?? (isArranging ? 'dx.1' : currentOf(frame)));
  const meeting = meetingIn(line, looked);
  const met = isArranging ? meeting.pairs : [];
  const alone = new Set(met.flatMap(([left, right]) => (left && right ? [] : [left ?? right ?? ''])));
  const lit =
    asked !== undefined || looked !== undefined
      ? litWith(ops, asked ?? looked)
      : dials.view === 'back'
        ? LEAVING
        : new Set(met.flat().filter((id) => id !== undefined));
  const shown = { values, lit, awaited: awaitedIn(frame) };
  return {
    nodes: new Set([...lit].map((id) => (id.startsWith('b.1') ? `z${id.slice(1)}` : id))),
    isBack,
    pills: isBack ? pillPlates(layout.net, shown) : [],
    cells: cellPlates(cellsBetween(from, to, t), to.cell, shown, alone, t),
    around: {
      parts: [
        ...(layout.isLarge ? [wayPicture(layout, isBack)] : []),
        ...(layout.pairs !== undefined && (isArranging || looked !== undefined)
          ? [pairsPicture(line, meeting, values, layout.pairs, layout)]
          : []),
      ],
    },
    words: {
      parts: [{ opacity: t, texts: signTexts(to, layout) }],
      texts: tableTexts(t < 0.5 ? from : to, layout, isBack, unnamed),
    },
    blocks: to.blocks,
  };
};
