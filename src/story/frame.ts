import { few } from './few.ts';
import type { Op } from '../engine/index.ts';
import { placeIn, reachedIn } from './cursor.ts';
import { quantityIn } from './quantity.ts';
import type { Reading } from './reading.ts';
import type { Run } from './run.ts';
import { dialsAt, type Dials, type Moment } from './timeline.ts';
import type { WorldName } from './world.ts';

/** An operation under way, or just done (`fraction` 1). */
export interface Current {
  readonly op: Op;
  readonly fraction: number;
}

/** Everything the engine says at one moment; `D` are the figure's own dials. */
export interface Frame<D extends Dials = Dials> {
  readonly scene: string;
  readonly figure: string;
  readonly dials: D;
  readonly reading: Reading;
  readonly world: WorldName;
  readonly run: Run;
  /** The training step shown. */
  readonly step: number;
  /** The quantities that have been computed at this point, with what is given: data and parameters. */
  readonly known: ReadonlyMap<string, number>;
  /** Every quantity of this training step, computed or not: what a figure needs to keep its scales still. */
  readonly all: ReadonlyMap<string, number>;
  readonly current: Current | undefined;
  /** Ids computed since the scene began, and what they were computed from. */
  readonly inPlay: ReadonlySet<string>;
}

/** An operation of which so much has been reached is over. */
const OVER = 0.98;

/** A count of operations, or of factors, in which one that is as good as over counts as a whole one. */
export const settledCount = (count: number): number => (count % 1 >= OVER ? Math.ceil(count) : count);

const isGiven = (id: string): boolean => /^([xwb]\.|y(\.|@|$))/.test(id);

/**
 * Keeps what was made for some object and name, as long as the object lives: the `most` names that were asked for last. From
 * one frame to the next most of it is the same, and a figure can tell by its being the same object that there is nothing to
 * draw.
 */
export const kept = <Made>(most = 128): ((of: object, name: string, make: () => Made) => Made) => {
  const made = new WeakMap<object, ReturnType<typeof few<Made>>>();
  return (of, name, make) => {
    const named = made.get(of) ?? few<Made>(most);
    made.set(of, named);
    return named(name, make);
  };
};

const keptKnown = kept<ReadonlyMap<string, number>>();
const keptInPlay = kept<ReadonlySet<string>>();

/** What is known when the first `count` operations are done. A trace belongs to one set of quantities and one η. */
const knownAfter = (
  all: ReadonlyMap<string, number>,
  ops: readonly Op[],
  count: number,
  eta: number,
): ReadonlyMap<string, number> =>
  keptKnown(ops, `${count}`, () => {
    const known = new Map([...all].filter(([id]) => isGiven(id)));
    known.set('eta', eta);
    for (const { id, kind, value } of ops.slice(0, count)) {
      if (kind === 'clear') known.delete(id);
      else known.set(id, value);
    }
    return known;
  });

/** What operations compute, and what they compute it from. */
export const idsIn = (ops: readonly Op[]): ReadonlySet<string> =>
  new Set(ops.flatMap(({ id, operands }) => [id, ...operands.map((operand) => operand.id)]));

const currentAt = (ops: readonly Op[], cursor: number): Current | undefined => {
  const done = Math.floor(cursor);
  const fraction = cursor - done;
  const op = ops[fraction > 0 ? done : done - 1];
  return op && { op, fraction: fraction > 0 ? fraction : 1 };
};

/** The frame of a moment. The reader's own training step comes from the settings, a figure's dials from its defaults. */
export const frameOf = <D extends Dials>(reading: Reading, moment: Moment, defaults: D): Frame<D> => {
  const run = reading.in(moment.world);
  const step = reading.settings.step + moment.step;
  const ops = run.traceAt(step);
  const all = run.quantitiesAt(step);
  const cursor = settledCount(reachedIn(ops, moment.cursor));
  const begun = placeIn(ops, moment.from);
  const reached = Math.ceil(cursor);
  return {
    scene: moment.scene,
    figure: moment.figure,
    dials: dialsAt(defaults, moment),
    reading,
    world: moment.world,
    run,
    step,
    all,
    known: knownAfter(all, ops, Math.floor(cursor), run.world.eta),
    current: currentAt(ops, cursor),
    inPlay: keptInPlay(ops, `${begun} ${reached}`, () => idsIn(ops.slice(begun, reached))),
  };
};

/** A frame as it would be at another training step of its run, with as much of it computed. */
export const frameAtStep = <D extends Dials>(frame: Frame<D>, step: number): Frame<D> => {
  if (step === frame.step) return frame;
  const all = frame.run.quantitiesAt(step);
  const known = keptKnown(
    all,
    `${frame.known.size} known`,
    () => new Map([...frame.known].map(([id, value]) => [id, all.get(id) ?? value])),
  );
  return { ...frame, step, all, known };
};

/** A quantity of the training step that a frame shows, computed already or not. */
export const quantityOf = ({ all }: Pick<Frame, 'all'>, id: string): number => quantityIn(all, id);
