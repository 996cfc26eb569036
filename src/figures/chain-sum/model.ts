import type { Op } from '../../engine/index.ts';
import { kept, type Frame } from '../../story/frame.ts';
import {
  acrossOf,
  firstUnits,
  isOpenWay,
  meanOf,
  pathCount,
  pathOp,
  rowsOf,
  waysOf,
  type Way,
} from '../../story/paths.ts';
import { shownLevels, type ShownLine } from '../../story/sums.ts';
import type { Sizes } from '../../story/symbol.ts';
import type { ChainSumDials, View } from './dials.ts';

/** Whose paths each view draws. */
const SOURCES: Readonly<Record<View, string>> = {
  input: 'x.1',
  days: 'w.1.2.1',
  weight: 'w.1.1.1',
  deep: 'x.1',
};

/** A path with what it brings, written out. */
export interface WrittenWay extends Way {
  readonly line: ShownLine;
  /** Whether every gate on it is open. */
  readonly isOpen: boolean;
}

/** The paths of one source, multiplied along and added across. */
export interface PathSum {
  readonly view: View;
  readonly source: string;
  readonly sizes: Sizes;
  /** How many paths the graph has, open or not. */
  readonly count: number;
  readonly ways: readonly WrittenWay[];
  /** Sums of several paths on the way to the total: of those with the same first unit, or of all days. */
  readonly groups: readonly ShownLine[];
  /** The gradient of the source. */
  readonly total: ShownLine;
}

/** How much of a sum has been told: how far its ribbons have come, and how much of it has been added. */
export interface Progress {
  readonly flow: number;
  readonly added: number;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

export const progressOf = ({ dials }: Frame<ChainSumDials>): Progress => {
  const told = dials[dials.view];
  return { flow: within(told), added: within(told - 1) };
};

/** Sums on the way to the total, and the total. */
const addedIn = (
  { run, step, dials: { view } }: Frame<ChainSumDials>,
  source: string,
): { readonly groups: readonly Op[]; readonly total: Op } => {
  switch (view) {
    case 'input':
    case 'weight':
      return { groups: [], total: acrossOf(run, step, source) };
    case 'days':
      return { groups: [pathOp(run, step, `sum:${source}`)], total: meanOf(run, step, source) };
    case 'deep':
      return {
        groups: firstUnits(run, step, source).map((id) => pathOp(run, step, id)),
        total: rowsOf(run, step, source),
      };
  }
};

const made = (frame: Frame<ChainSumDials>): PathSum => {
  const { run, step, dials } = frame;
  const { view } = dials;
  const source = SOURCES[view];
  const ways = waysOf(run, step, source);
  const products = ways.map(({ op }) => op);
  const { groups, total } = addedIn(frame, source);
  const levels = [[total], ...(groups.length > 0 ? [groups] : []), products];
  const shown = shownLevels(levels);
  const lines = shown.at(-1) ?? [];
  const [totals = []] = shown;
  const [totalLine] = totals;
  const count = pathCount(run, step, source);
  if (!totalLine || count === undefined) throw new RangeError(`Expected paths from ${source}, found none`);
  return {
    view,
    source,
    sizes: run.world.sizes,
    count,
    ways: ways.flatMap((way, i) => {
      const line = lines[i];
      return line ? [{ ...way, line, isOpen: isOpenWay(way) }] : [];
    }),
    groups: groups.length > 0 ? (shown[1] ?? []) : [],
    total: totalLine,
  };
};

const keptSums = kept<PathSum>();

/** The paths that a frame's view draws. Frames of the same numbers share it. */
export const pathSumOf = (frame: Frame<ChainSumDials>): PathSum =>
  keptSums(frame.all, frame.dials.view, () => made(frame));

/** The path that most comes along, whatever its sign: the one written out where there is no room for all. */
export const widestOf = ({ ways }: PathSum): WrittenWay => {
  const [first, ...others] = ways;
  if (!first) throw new RangeError('Expected at least one path, found none');
  return others.reduce(
    (widest, way) => (Math.abs(way.op.value) > Math.abs(widest.op.value) ? way : widest),
    first,
  );
};
