import { quantities, type Op } from '../engine/index.ts';
import { chainOf } from './chain.ts';
import { exampleOf, networkOf, NUDGE, PARAMETERS } from './essay.ts';
import type { Run } from './run.ts';
import type { Dials } from './timeline.ts';

/** An operation under way, or just done (`fraction` 1). */
export interface Current {
  readonly op: Op;
  readonly fraction: number;
}

/** One parameter raised by a little, and what that did. */
export interface Nudge {
  readonly parameter: string;
  /** What has been added to it so far. */
  readonly amount: number;
  /** Every quantity after the nudge. */
  readonly after: ReadonlyMap<string, number>;
  /** Change of the loss: what the gradient promises, and what really happens. */
  readonly predicted: number;
  readonly actual: number;
}

/** Everything the engine says at one setting of the dials. */
export interface Frame {
  readonly dials: Dials;
  /** The training step shown. */
  readonly step: number;
  /** The quantities that have been computed at this point, with the inputs, the target and the parameters. */
  readonly known: ReadonlyMap<string, number>;
  /** Every quantity of this training step, computed or not: what a figure needs to keep its scales still. */
  readonly all: ReadonlyMap<string, number>;
  readonly current: Current | undefined;
  /** Ids computed since the scene began, and what they were computed from. */
  readonly inPlay: ReadonlySet<string>;
  readonly nudge: Nudge | undefined;
}

/** An operation of which so much has been reached is over. */
const OVER = 0.98;

/** A count of operations, or of factors of a chain, in which one that is as good as over counts as a whole one. */
const settled = (count: number): number => (count % 1 >= OVER ? Math.ceil(count) : count);

const GIVEN = ['x.1', 'x.2', 'y', ...PARAMETERS];

/**
 * Keeps what was made for some object and name, as long as the object lives. From one frame to the next most of it is the
 * same, and a figure can tell by its being the same object that there is nothing to draw.
 */
const kept = <Made>(): ((of: object, name: string, make: () => Made) => Made) => {
  const made = new WeakMap<object, Map<string, Made>>();
  return (of, name, make) => {
    const named = made.get(of) ?? new Map<string, Made>();
    made.set(of, named);
    const found = named.get(name) ?? make();
    named.set(name, found);
    return found;
  };
};
const keptKnown = kept<ReadonlyMap<string, number>>();
const keptInPlay = kept<ReadonlySet<string>>();
const keptChain = kept<Op>();

/** What is known when the first `count` operations are done. A trace belongs to one set of quantities and one η. */
const knownAfter = (
  all: ReadonlyMap<string, number>,
  ops: readonly Op[],
  count: number,
  eta: number,
): ReadonlyMap<string, number> =>
  keptKnown(ops, `${count}`, () => {
    const known = new Map(GIVEN.map((id) => [id, all.get(id) ?? NaN]));
    known.set('eta', eta);
    for (const { id, kind, value } of ops.slice(0, count)) {
      if (kind === 'clear') known.delete(id);
      else known.set(id, value);
    }
    return known;
  });

const idsIn = (ops: readonly Op[]): ReadonlySet<string> =>
  new Set(ops.flatMap(({ id, operands }) => [id, ...operands.map((operand) => operand.id)]));

const currentAt = (ops: readonly Op[], cursor: number): Current | undefined => {
  const done = Math.floor(cursor);
  const fraction = cursor - done;
  const op = ops[fraction > 0 ? done : done - 1];
  return op && { op, fraction: fraction > 0 ? fraction : 1 };
};

const nudgeOf = (
  run: Run,
  step: number,
  all: ReadonlyMap<string, number>,
  share: number,
): Nudge | undefined => {
  if (share === 0) return undefined;
  const parameter = run.settings.param;
  const amount = share * NUDGE;
  const theta = run.thetaAt(step).map((value, i) => (PARAMETERS[i] === parameter ? value + amount : value));
  const after = quantities(networkOf(theta), exampleOf(run.settings));
  return {
    parameter,
    amount,
    after,
    predicted: (all.get(`d${parameter}`) ?? NaN) * amount,
    actual: (after.get('loss') ?? NaN) - (all.get('loss') ?? NaN),
  };
};

/** The frame of `run` with the dials so. The reader's own training step comes from the run's settings. */
export const frameOf = (run: Run, dials: Dials): Frame => {
  const { param, eta } = run.settings;
  const step = run.settings.step + dials.step;
  const ops = run.traceAt(step);
  const all = run.quantitiesAt(step);
  const chain = dials.chain > 0 ? keptChain(all, param, () => chainOf(param, all)) : undefined;
  const cursor = settled(dials.cursor);
  const begun = Math.floor(dials.from);
  const reached = Math.ceil(cursor);
  return {
    dials,
    step,
    all,
    known: knownAfter(all, ops, Math.floor(cursor), eta),
    current: chain
      ? { op: chain, fraction: Math.min(1, settled(dials.chain) / chain.operands.length) }
      : currentAt(ops, cursor),
    inPlay: chain
      ? keptInPlay(chain, '', () => idsIn([chain]))
      : keptInPlay(ops, `${begun} ${reached}`, () => idsIn(ops.slice(begun, reached))),
    nudge: nudgeOf(run, step, all, dials.nudge),
  };
};
