import type { Op } from '../engine/index.ts';
import { wholeOp } from './mean.ts';
import { announcementOf, narrate, workingOf } from './narrate.ts';
import { placeIn } from './cursor.ts';
import type { Reading } from './reading.ts';
import { momentAt, stopsOf, type Scene, type Stop, type Telling } from './timeline.ts';
import { operationNamed } from './working.ts';
import type { WorldName } from './world.ts';

/** One operation of a scene, as its transcript tells it. */
export interface Row {
  /** Its place in the trace, and how many training steps past the reader's own that trace is. */
  readonly op: number;
  readonly later: number;
  /** The world whose trace it is. */
  readonly world: WorldName;
  /** Of a working that is no operation of the trace: its name. */
  readonly of?: string;
  /** The quantity computed; absent where all gradients are cleared at once. */
  readonly q: string | undefined;
  /** The step at which the quantity has its new value, as prose names it. */
  readonly at: string | undefined;
  /** «= 0.70 × (−0.4950)» */
  readonly working: string;
  readonly sentence: string;
}

const CLEARED = 'All gradients are cleared; the parameters stay as they are.';

/** The operations that a step plays, with their places in the trace; none where it goes on in another one. */
const played = (reading: Reading, { begin, end }: Stop): readonly (readonly [number, Op])[] => {
  const ops = reading.in(end.world).traceAt(reading.settings.step + end.step);
  const isSameTrace = begin.world === end.world && begin.step === end.step;
  const from = isSameTrace ? placeIn(ops, begin.cursor) : 0;
  return ops.slice(from, placeIn(ops, end.cursor)).map((op, i) => [from + i, op] as const);
};

const rowFor = (op: Op, index: number, later: number, world: WorldName, sizes: readonly number[]): Row => {
  const after = later + Number(op.kind === 'update');
  return {
    op: index,
    later,
    world,
    q: op.kind === 'clear' ? undefined : op.id,
    at: after > 0 ? `+${after}` : undefined,
    working: op.kind === 'clear' ? '' : workingOf(op),
    sentence: op.kind === 'clear' ? CLEARED : narrate(op, sizes),
  };
};

const rowOf = (
  ops: readonly Op[],
  index: number,
  later: number,
  world: WorldName,
  sizes: readonly number[],
): Row | undefined => {
  const found = ops[index];
  return found && rowFor(wholeOp(found, ops), index, later, world, sizes);
};

/**
 * Figures on which the operations of a trace are played, and which of them are told in a transcript. Of several examples,
 * whose passes go like any other, only what is new: how they are added up, and what comes of it.
 */
const PLAYING: Readonly<Record<string, (op: Op, ops: readonly Op[]) => boolean>> = {
  network: () => true,
  'two-days': (op, ops) => op.phase === 'update' || op.phase === 'clear' || wholeOp(op, ops) !== op,
};
/** The row of a working that a figure shows; `op` is its place among those of its step. */
const toldRow = (reading: Reading, { of, world = 'essay' }: Telling, index: number, later: number): Row => {
  const working = operationNamed(reading, { of, world, ...(later > 0 && { at: `+${later}` }) });
  return { ...rowFor(working, index, later, world, reading.in(world).world.sizes), of };
};

/** Every operation that a scene tells, in order; clearing counts as one. Empty for a scene that plays none. */
export const transcriptOf = (reading: Reading, scenes: readonly Scene[], id: string): readonly Row[] => {
  const rows = stopsOf(scenes)
    .filter(({ scene }) => scene.id === id)
    .flatMap((stop) => {
      const { step, world, figure } = stop.end;
      const isTold = PLAYING[figure];
      const run = reading.in(world);
      const ops = run.traceAt(reading.settings.step + step);
      const own = isTold ? played(reading, stop).filter(([, op]) => isTold(op, ops)) : [];
      return [
        ...own.flatMap(([index]) => rowOf(ops, index, step, world, run.world.sizes) ?? []),
        ...stop.tells.map((telling, index) => toldRow(reading, telling, index, step)),
      ];
    });
  const firstClear = rows.findIndex(({ q }) => q === undefined);
  return rows.filter(({ q }, i) => q !== undefined || i === firstClear);
};

/** What a scene's transcript is called. */
export const transcriptTitle = (scenes: readonly Scene[], id: string): string =>
  stopsOf(scenes).some(({ scene, end }) => scene.id === id && end.figure === 'two-days')
    ? 'How the days are added up, in words'
    : 'Every operation of this scene, in words';

/** The row of one operation again, with the numbers of another reading. */
export const rowAgain = (
  reading: Reading,
  { op, later, world, of }: Pick<Row, 'op' | 'later' | 'world' | 'of'>,
): Row | undefined => {
  if (of !== undefined) return toldRow(reading, { of, world }, op, later);
  const run = reading.in(world);
  return rowOf(run.traceAt(reading.settings.step + later), op, later, world, run.world.sizes);
};

/** What a listener is told at a position among `scenes`: the operations of the step there; "" until all are done. */
export const announcementAt = (reading: Reading, scenes: readonly Scene[], position: number): string => {
  const stop = stopsOf(scenes)[Math.ceil(position) - 1];
  if (!stop) return '';
  // Between two steps the one before is over, and the next has not begun.
  if (!Number.isInteger(position) && momentAt(scenes, position)?.t !== 1) return '';
  if (stop.tells.length > 0)
    return stop.tells.map((telling, i) => toldRow(reading, telling, i, stop.end.step).sentence).join(' ');
  if (!PLAYING[stop.end.figure]) return '';
  return announcementOf(
    played(reading, stop).map(([, op]) => op),
    reading.in(stop.end.world).world.sizes,
  );
};
