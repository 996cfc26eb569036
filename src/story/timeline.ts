import { cursorAt, type Cursor, type CursorName } from './cursor.ts';
import type { WorldName } from './world.ts';

/** Numbers and choices of a figure that a scene may move. Between two settings numbers mix, and anything else changes at once. */
export type Dials = Readonly<Record<string, number | string | boolean>>;

/** Where a scene puts things: what it does not say stays as it is. */
export interface Move {
  /** A name of the registry of figures. */
  readonly figure?: string;
  readonly world?: WorldName;
  /** The last quantity computed. */
  readonly cursor?: CursorName;
  /** Training steps past the one that the reader has set. */
  readonly step?: number;
  /** The figure's own dials. Another figure begins with its own defaults. */
  readonly dials?: Dials;
  /** Workings that the figure shows in this step, told in words by the transcript. */
  readonly tells?: readonly Telling[];
}

/** A working by its name, as `operationNamed` reads it; of the essay's own world unless given. */
export interface Telling {
  readonly of: string;
  readonly world?: WorldName;
}

/** A stretch of prose with an id, and what its steps do to the stage. */
export interface Scene {
  readonly id: string;
  readonly title: string;
  /** Set as the scene opens. */
  readonly opens?: Move;
  /** One entry a prose step: where things stand when the step has been read. */
  readonly steps: readonly Move[];
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

/** What the stage shows at one position: a figure of a world, part of the way from one setting of its dials to another. */
export interface Moment {
  readonly scene: string;
  readonly figure: string;
  readonly world: WorldName;
  readonly step: number;
  /** Where the scene's own stretch of the trace begins: what lies before it recedes. */
  readonly from: CursorName;
  readonly cursor: Cursor;
  /** The figure's own dials as far as scenes have set them, before the step and after it. */
  readonly begin: Dials;
  readonly end: Dials;
  /** How much of the step's movement is over, 0 to 1. */
  readonly t: number;
}

/** Where things stand at one point between two steps. */
interface Standing {
  readonly figure: string;
  readonly world: WorldName;
  readonly cursor: CursorName;
  readonly step: number;
  readonly dials: Dials;
  readonly from: CursorName;
}

/** What every chapter starts from. */
const RESTING: Standing = {
  figure: 'network',
  world: 'essay',
  cursor: 'start',
  step: 0,
  dials: {},
  from: 'start',
};

/** A step of a run of scenes: how things stand before it and after it. */
export interface Stop {
  readonly scene: Scene;
  readonly begin: Standing;
  readonly end: Standing;
  readonly tells: readonly Telling[];
}

const moved = (from: Standing, { dials = {}, tells: _, ...rest }: Move): Standing => {
  const isOther = rest.figure !== undefined && rest.figure !== from.figure;
  // In another world nothing has been computed yet, unless the scene says so.
  const isElsewhere = rest.world !== undefined && rest.world !== from.world;
  return {
    ...from,
    ...(isElsewhere && { cursor: 'start', step: 0 }),
    ...rest,
    dials: isOther ? dials : { ...from.dials, ...dials },
  };
};

/** Whether both are places of one trace. */
const isSameTrace = (a: Standing, b: Standing): boolean => a.world === b.world && a.step === b.step;

const known = new WeakMap<readonly Scene[], readonly Stop[]>();

/** Every step of a run of scenes, in reading order. */
export const stopsOf = (scenes: readonly Scene[]): readonly Stop[] => {
  const found = known.get(scenes);
  if (found) return found;
  let last = RESTING;
  const stops = scenes.flatMap((scene) => {
    const opened = moved(last, scene.opens ?? {});
    last = { ...opened, from: opened.cursor };
    return scene.steps.map((move) => {
      const begin = last;
      const end = moved(begin, move);
      last = isSameTrace(begin, end) ? end : { ...end, from: 'start' };
      return { scene, begin, end: last, tells: move.tells ?? [] };
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

const momentIn = ({ scene, begin, end }: Stop, t: number): Moment => {
  const { figure } = end;
  const isOtherTrace = !isSameTrace(begin, end);
  // A figure goes on to another world as the step begins, and not before: its dials say whose numbers it draws.
  const { world, step, from } = t === 0 && begin.figure === figure ? begin : end;
  const isBefore = isOtherTrace && world === begin.world && step === begin.step;
  return {
    scene: scene.id,
    figure,
    world,
    step,
    from,
    cursor: isBefore
      ? cursorAt(begin.cursor)
      : isOtherTrace
        ? { ...cursorAt(end.cursor), begin: 'start', t }
        : { begin: begin.cursor, end: end.cursor, t },
    begin: begin.figure === figure ? begin.dials : {},
    end: end.dials,
    t,
  };
};

/**
 * What the stage shows at a position among `scenes`: i + t is a fraction t through step i (from 0). Total: any number has
 * an answer, and the answer depends on nothing else. Without `motion` a step is either not begun or done. Undefined only
 * where there are no steps.
 */
export const momentAt = (scenes: readonly Scene[], position: number, motion = true): Moment | undefined => {
  const stops = stopsOf(scenes);
  const index = Math.min(Math.max(0, Math.floor(position)), stops.length - 1);
  const stop = stops[index];
  if (!stop) return undefined;
  const progress = Math.min(1, Math.max(0, position - index));
  return momentIn(stop, motion ? eased(progress) : Number(progress > 0));
};

/** The moment when a scene has been read to its end: what its still shows. */
export const momentAtEndOf = (scenes: readonly Scene[], id: string): Moment => {
  const stop = stopsOf(scenes).findLast(({ scene }) => scene.id === id);
  if (!stop)
    throw new RangeError(`Expected one of the scenes ${scenes.map((s) => s.id).join(', ')}, found ${id}`);
  return momentIn(stop, 1);
};

/** A moment of its own, for a figure that no scene moves. */
export const momentOf = (move: Move & { readonly from?: CursorName; readonly moving?: Cursor }): Moment => {
  const { figure, world, cursor, step, dials } = { ...RESTING, ...move };
  return {
    scene: '',
    figure,
    world,
    step,
    from: move.from ?? cursor,
    cursor: move.moving ?? cursorAt(cursor),
    begin: dials,
    end: dials,
    t: 1,
  };
};

/** A choice changes as the step begins. */
const mixed = <Value extends number | string | boolean>(a: Value, b: Value, t: number): Value => {
  if (t === 1) return b;
  if (typeof a === 'number' && typeof b === 'number') return (a + (b - a) * t) as Value;
  return t === 0 ? a : b;
};

/** A figure's dials at a moment, those that no scene has set at their defaults. */
export const dialsAt = <D extends Dials>(
  defaults: D,
  { begin, end, t }: Pick<Moment, 'begin' | 'end' | 't'>,
): D => {
  const from: Dials = { ...defaults, ...begin };
  const to: Dials = { ...defaults, ...end };
  return Object.fromEntries(
    Object.entries(to).map(([name, value]) => [name, mixed(from[name] ?? value, value, t)]),
  ) as D;
};
