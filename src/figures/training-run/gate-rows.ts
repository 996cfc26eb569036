import { at, type Moment } from '../../engine/index.ts';
import type { Series } from '../../story/series.ts';
import type { ChartLayout } from './layout.ts';
import type { RunModel } from './model.ts';

/** The gate of a unit over the steps. */
export interface GateRow {
  readonly unit: number;
  readonly y: number;
  /** Where it is open, from and to in px; those of no width are single steps at the end. */
  readonly open: readonly (readonly [from: number, to: number])[];
  /** Where it shuts. */
  readonly shuts: readonly number[];
  /** Whether it is open at the step shown. */
  readonly isOpen: boolean;
  /** What there is to say of it, and where the words begin. */
  readonly words: string;
  readonly wordsX: number;
}

const isOpenIn = ({ gates }: Moment, unit: number): boolean =>
  gates.some((layers) => layers[0]?.[unit - 1] ?? false);

const shutWords = (from: number, isOver: boolean, isWide: boolean): string => {
  if (!isOver) return from === 0 ? 'shut so far' : 'shut';
  if (from === 0) return 'shut at every step';
  return isWide ? 'shut from here on' : 'shut';
};

/** About how wide the words are, and how far from the dot of the step shown they begin, in px. */
const WORDS = 112;
const AIR = 10;

/** Where the words begin, clear of the dot of the step shown. */
const clearOf = (from: number, dot: number, isWide: boolean): number =>
  dot > from - AIR && dot < from + (isWide ? WORDS : WORDS - 6) ? dot + AIR + 2 : from;

/** How many units the first hidden layer has. */
export const unitsIn = ({ moments }: Series): number => at(at(at(moments, 0).gates, 0), 0).length;

/** The gates of the first hidden layer as far as the run has been told. A unit is open where it is so on any example. */
export const gateRows = (
  { series, step, told, isOver, isAsking }: RunModel,
  { rows, isWide }: ChartLayout,
  x: (step: number) => number,
): readonly GateRow[] =>
  rows.map((y, index) => {
    const unit = index + 1;
    const moments = series.moments.slice(0, Math.floor(told + 1e-9) + 1);
    const isOpen = moments.map((moment) => isOpenIn(moment, unit));
    const changes = isOpen.flatMap((open, of) => (of > 0 && open === isOpen[of - 1] ? [] : [of]));
    const end = x(told);
    const open = changes.flatMap((from, i) => {
      const to = changes[i + 1];
      return isOpen[from] ? [[x(from), to === undefined ? end : x(to)] as const] : [];
    });
    const last = at(changes, changes.length - 1);
    const isShutAtEnd = isOpen.at(-1) === false;
    const now = series.moments[step];
    return {
      unit,
      y,
      open,
      shuts: changes.flatMap((of) => (isOpen[of] ? [] : [x(of)])),
      isOpen: now !== undefined && isOpenIn(now, unit),
      words: isAsking || !isShutAtEnd ? '' : shutWords(last, isOver, isWide),
      wordsX: clearOf(x(last) + 14, x(step), isWide),
    };
  });
