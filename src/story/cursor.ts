import type { Op } from '../engine/index.ts';

/** A place in a trace: before anything, after a quantity of the two passes, after the update, or after clearing. */
export type CursorName = 'start' | 'update' | 'clear' | (string & {});

/**
 * How much of a trace has been computed: a share `t`, from 0 to 1, of the way between two places. Places are names, for
 * where a quantity is computed depends on the network; only who has the trace at hand can tell.
 */
export interface Cursor {
  readonly begin: CursorName;
  readonly end: CursorName;
  readonly t: number;
}

const known = new WeakMap<readonly Op[], ReadonlyMap<CursorName, number>>();

const placesIn = (ops: readonly Op[]): ReadonlyMap<CursorName, number> => {
  const found = known.get(ops);
  if (found) return found;
  const places = new Map<CursorName, number>([['start', 0]]);
  ops.forEach(({ id, phase }, index) => {
    places.set(phase === 'update' || phase === 'clear' ? phase : id, index + 1);
  });
  known.set(ops, places);
  return places;
};

/** How many operations of the trace are done at a place. Throws RangeError for a name that the trace does not have. */
export const placeIn = (ops: readonly Op[], name: CursorName): number => {
  const place = placesIn(ops).get(name);
  if (place === undefined)
    throw new RangeError(`Expected a quantity that this trace computes, found "${name}"`);
  return place;
};

/** How many operations of the trace are done at a cursor; a fraction is an operation under way. */
export const reachedIn = (ops: readonly Op[], { begin, end, t }: Cursor): number => {
  const to = placeIn(ops, end);
  return t === 1 ? to : placeIn(ops, begin) + (to - placeIn(ops, begin)) * t;
};

/** A cursor at a place, with nothing under way. */
export const cursorAt = (name: CursorName): Cursor => ({ begin: name, end: name, t: 1 });
