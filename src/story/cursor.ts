import { trace } from '../engine/index.ts';
import { DEFAULTS, exampleOf, networkOf } from './essay.ts';

/** A place in the trace: before anything, after a quantity of the two passes, after the update, or after clearing. */
export type CursorName = 'start' | 'update' | 'clear' | (string & {});

let names: ReadonlyMap<string, number> | undefined;

/** Which operation computes what depends on the network's shape alone, so one trace of any 2-3-1 network names them all. */
const cursors = (): ReadonlyMap<string, number> => {
  if (names) return names;
  const { ops } = trace(networkOf(DEFAULTS.theta), exampleOf(DEFAULTS), { learningRate: DEFAULTS.eta });
  const found = new Map<string, number>([['start', 0]]);
  ops.forEach(({ id, phase }, index) => {
    found.set(phase === 'update' || phase === 'clear' ? phase : id, index + 1);
  });
  names = found;
  return names;
};

/** The cursor just after `name` was computed. Throws RangeError for a name that the trace does not have. */
export const cursorAfter = (name: CursorName): number => {
  const cursor = cursors().get(name);
  if (cursor === undefined)
    throw new RangeError(`Expected a quantity that the trace computes, found "${name}"`);
  return cursor;
};
