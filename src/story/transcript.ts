import type { Op } from '../engine/index.ts';
import { announcementOf, narrate, workingOf } from './narrate.ts';
import type { Run } from './run.ts';
import { dialsAt, stopsOf, type Dials, type Scene } from './timeline.ts';

/** One operation of a scene, as its transcript tells it. */
export interface Row {
  /** Its place in the trace, and how many training steps past the reader's own that trace is. */
  readonly op: number;
  readonly later: number;
  /** The quantity computed; absent where all gradients are cleared at once. */
  readonly q: string | undefined;
  /** The step at which the quantity has its new value, as prose names it. */
  readonly at: string | undefined;
  /** «= 0.70 × (−0.4950)» */
  readonly working: string;
  readonly sentence: string;
}

const CLEARED = 'All gradients are cleared; the parameters stay as they are.';

/** The operations played between two settings of the dials, with their places in the trace. */
const played = (run: Run, begin: Dials, end: Dials): readonly (readonly [number, Op])[] => {
  const ops = run.traceAt(run.settings.step + end.step);
  const from = Math.floor(begin.cursor);
  return ops.slice(from, Math.floor(end.cursor)).map((op, i) => [from + i, op] as const);
};

const rowOf = (op: Op, index: number, later: number): Row => {
  const after = later + Number(op.kind === 'update');
  return {
    op: index,
    later,
    q: op.kind === 'clear' ? undefined : op.id,
    at: after > 0 ? `+${after}` : undefined,
    working: op.kind === 'clear' ? '' : workingOf(op),
    sentence: op.kind === 'clear' ? CLEARED : narrate(op),
  };
};

/** Every operation that a scene plays, in order; clearing counts as one. Empty for a scene that plays none. */
export const transcriptOf = (run: Run, scenes: readonly Scene[], id: string): readonly Row[] => {
  const rows = stopsOf(scenes)
    .filter(({ scene, end }) => scene.id === id && end.figure === 'network')
    .flatMap(({ begin, end }) => played(run, begin, end).map(([index, op]) => rowOf(op, index, end.step)));
  const firstClear = rows.findIndex(({ q }) => q === undefined);
  return rows.filter(({ q }, i) => q !== undefined || i === firstClear);
};

/** The row of one operation again, with the numbers of another run. */
export const rowAgain = (run: Run, { op, later }: Pick<Row, 'op' | 'later'>): Row | undefined => {
  const found = run.traceAt(run.settings.step + later)[op];
  return found && rowOf(found, op, later);
};

/** What a listener is told at a position among `scenes`: the operations of the step there; "" until all are done. */
export const announcementAt = (run: Run, scenes: readonly Scene[], position: number): string => {
  const stop = stopsOf(scenes)[Math.ceil(position) - 1];
  if (stop?.end.figure !== 'network') return '';
  if (dialsAt(scenes, position).cursor < stop.end.cursor) return '';
  return announcementOf(played(run, stop.begin, stop.end).map(([, op]) => op));
};
