import { cursorAfter, type CursorName } from './cursor.ts';

/** What the stage can show. */
export type FigureName = 'network' | 'loss-curve' | 'bill' | 'training' | 'silence';

/** The numbers and choices that a scene may move. All numbers: half-way between two settings means something. */
export interface Dials {
  readonly figure: FigureName;
  /** How much of the trace has been computed, in operations; a fraction is an operation under way. */
  readonly cursor: number;
  /** Where the scene's own stretch of the trace begins: what lies before it recedes. */
  readonly from: number;
  /** Training steps past the one that the reader has set. */
  readonly step: number;
  /** How much of the nudge is given to the chosen parameter, 0 to 1. */
  readonly nudge: number;
  /** Factors of the chosen parameter's chain that are lit, 0 to 5. */
  readonly chain: number;
  /** The forecast tried on the loss curve: 0 is the network's own, −1 a good one, 1 a bad one. */
  readonly probe: number;
  /** How much of the bill for nudging every parameter has been counted, 0 to 1. */
  readonly bill: number;
}

/** Dials as a scene writes them: a cursor is named by the last quantity computed. */
export type DialSettings = Partial<Omit<Dials, 'cursor' | 'from'>> & { readonly cursor?: CursorName };

/** A stretch of prose with an id, and what its steps do to the dials. */
export interface Scene {
  readonly id: string;
  readonly title: string;
  /** Dials set as the scene opens. */
  readonly opens?: DialSettings;
  /** One entry a prose step: where the dials stand when the step has been read. */
  readonly steps: readonly DialSettings[];
}

export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The question that the chapter answers. */
  readonly question: string;
  readonly scenes: readonly Scene[];
  /** Sections after its scenes that have no steps of their own. */
  readonly extras?: readonly { readonly id: string; readonly title: string }[];
}

/** What every chapter starts from. */
export const RESTING: Dials = {
  figure: 'network',
  cursor: 0,
  from: 0,
  step: 0,
  nudge: 0,
  chain: 0,
  probe: 0,
  bill: 0,
};

interface Stop {
  readonly scene: Scene;
  readonly begin: Dials;
  readonly end: Dials;
}

const resolved = (dials: Dials, { cursor, ...rest }: DialSettings): Dials => ({
  ...dials,
  ...rest,
  ...(cursor === undefined ? {} : { cursor: cursorAfter(cursor) }),
});

const known = new WeakMap<readonly Scene[], readonly Stop[]>();

/** Every step of a run of scenes with its dials before and after, in reading order. */
export const stopsOf = (scenes: readonly Scene[]): readonly Stop[] => {
  const found = known.get(scenes);
  if (found) return found;
  let last = RESTING;
  const stops = scenes.flatMap((scene) => {
    const opened = resolved(last, scene.opens ?? {});
    last = { ...opened, from: opened.cursor };
    return scene.steps.map((settings) => {
      const begin = last;
      last = resolved(begin, settings);
      return { scene, begin, end: last };
    });
  });
  known.set(scenes, stops);
  return stops;
};

/** How much of a step's scroll its movement takes; it rests for the remainder, so that there is time to read. */
const MOVING = 0.62;

const eased = (progress: number): number => {
  const t = Math.min(1, Math.max(0, progress / MOVING));
  return t * t * (3 - 2 * t);
};

const mixed = (a: number, b: number, t: number): number => (t === 1 ? b : a + (b - a) * t);

const between = (begin: Dials, end: Dials, t: number): Dials => ({
  figure: end.figure,
  from: end.from,
  step: end.step,
  cursor: mixed(begin.cursor, end.cursor, t),
  nudge: mixed(begin.nudge, end.nudge, t),
  chain: mixed(begin.chain, end.chain, t),
  probe: mixed(begin.probe, end.probe, t),
  bill: mixed(begin.bill, end.bill, t),
});

/**
 * The dials at a position among `scenes`: i + t is a fraction t through step i (from 0). Total: any number has an
 * answer, and the answer depends on nothing else. Without `motion` a step is either not begun or done.
 */
export const dialsAt = (scenes: readonly Scene[], position: number, motion = true): Dials => {
  const stops = stopsOf(scenes);
  const index = Math.min(Math.max(0, Math.floor(position)), stops.length - 1);
  const stop = stops[index];
  if (!stop) return RESTING;
  const progress = Math.min(1, Math.max(0, position - index));
  return between(stop.begin, stop.end, motion ? eased(progress) : Number(progress > 0));
};

/** The dials when a scene has been read to its end: what its still shows. */
export const dialsAtEndOf = (scenes: readonly Scene[], id: string): Dials => {
  const stop = stopsOf(scenes).findLast(({ scene }) => scene.id === id);
  if (!stop)
    throw new RangeError(`Expected one of the scenes ${scenes.map((s) => s.id).join(', ')}, found ${id}`);
  return stop.end;
};
