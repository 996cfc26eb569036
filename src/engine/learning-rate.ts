import { at } from './checks.ts';
import type { TrainingRun } from './train.ts';
import { dot, type Vector } from './vector.ts';

/** What a learning rate does to a run, in the order in which they are looked for. */
export type Behaviour = 'overflows' | 'oscillates' | 'kills' | 'overshoots' | 'creeps' | 'converges';

/** A verdict on a run and the facts that it rests on. */
export interface Verdict {
  readonly behaviour: Behaviour;
  readonly firstLoss: number;
  readonly lastLoss: number;
  /** Units that were not dead at the start and are at the end, as 'layer.unit'. */
  readonly killed: readonly string[];
  /** Steps at which the loss was higher than before. */
  readonly rises: number;
  /**
   * Steps in the last quarter on which the parameters turned back, against the step before, and went more than a
   * hundredth as far as on the first step.
   */
  readonly lateTurns: number;
}

/**
 * Says what a learning rate did to a run:
 * - it *overflows* if the numbers grew past the largest there is;
 * - it *oscillates* if at more than a tenth of the steps in the last quarter it still turns back on itself, and not
 *   by little;
 * - it *kills* if a whole hidden layer has died on the way, so that nothing below can learn any more;
 * - it *overshoots* if the loss has risen by more than a tenth of where it started, and then came down;
 * - it *creeps* if more than half of the loss is left;
 * - otherwise it *converges*.
 * The limits are this essay's own: a way of speaking, not a theorem. Throws RangeError if the run has no moment.
 */
export function verdictOn(run: TrainingRun): Verdict {
  const { moments, events } = run;
  const losses = moments.map(({ loss }) => loss);
  const [firstLoss, lastLoss] = [at(losses, 0), at(losses, losses.length - 1)];
  const climbs = losses.map((loss, t) => (t === 0 ? 0 : loss - at(losses, t - 1)));
  const moves = moments.slice(1).map(({ theta }, t) => minus(theta, at(moments, t).theta));
  const firstLate = Math.ceil(moves.length * 0.75);
  const killed = deadUnits(run, moments.length - 1).filter((unit) => !deadUnits(run, 0).includes(unit));
  const rises = climbs.filter((climb) => climb > 0).length;
  const lateTurns = moves.filter((move, t) => {
    const [first, before] = [moves[0], moves[t - 1]];
    return t >= firstLate && first && before && dot(move, before) < 0 && size(move) > size(first) / 100;
  }).length;
  const facts = { firstLoss, lastLoss, killed, rises, lateTurns };

  const behaviour = (): Behaviour => {
    if (events.some(({ kind }) => kind === 'overflow')) return 'overflows';
    if (lateTurns > (moves.length - firstLate) / 10) return 'oscillates';
    if (killed.length > 0 && hasDeadLayer(run)) return 'kills';
    if (Math.max(...climbs) > firstLoss / 10) return 'overshoots';
    return lastLoss > firstLoss / 2 ? 'creeps' : 'converges';
  };
  return { behaviour: behaviour(), ...facts };
}

function minus(left: Vector, right: Vector): Vector {
  return left.map((value, i) => value - at(right, i));
}

function size(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}

/** The hidden units, as 'layer.unit', that are off for every example at a step. ReLU networks only. */
function deadUnits({ moments }: TrainingRun, step: number): readonly string[] {
  const { gates } = at(moments, step);
  return at(gates, 0).flatMap((units, l) =>
    units.flatMap((_, j) => (gates.some((layers) => at(at(layers, l), j)) ? [] : [`${l + 1}.${j + 1}`])),
  );
}

function hasDeadLayer({ moments }: TrainingRun): boolean {
  const { gates } = at(moments, moments.length - 1);
  return at(gates, 0).some((_, l) => gates.every((layers) => !at(layers, l).includes(true)));
}
