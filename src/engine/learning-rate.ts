import { at } from './checks.ts';
import type { TrainingRun } from './train.ts';
import type { Vector } from './vector.ts';

/** What a learning rate does to a run, in the order in which they are looked for. */
export type Behaviour =
  'overflows' | 'rests' | 'oscillates' | 'kills' | 'overshoots' | 'worsens' | 'creeps' | 'converges';

/** A verdict on a run and the facts that it rests on. */
export interface Verdict {
  readonly behaviour: Behaviour;
  readonly firstLoss: number;
  readonly lastLoss: number;
  /** Units that were not dead at the start and are at the end, as 'layer.unit'. */
  readonly killed: readonly string[];
  /** The first step from which some whole hidden layer is off for every example, to the end; undefined if there is none. */
  readonly deadFrom: number | undefined;
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
 * - it *rests* if no parameter has moved;
 * - it *oscillates* if at more than a tenth of the steps in the last quarter it still turns back on itself, and not
 *   by little;
 * - it *kills* if a whole hidden layer has died on the way, so that nothing below can learn any more;
 * - it *overshoots* if the loss has risen at one step by more than a tenth of where it started, and ended lower than there;
 * - it *worsens* if the loss ends no lower than it started;
 * - it *creeps* if more than half of the loss is left;
 * - otherwise it *converges*.
 * Losses are counted from `least`, the lowest that the targets allow: 0 unless one lies between 0 and 1. The limits are
 * this essay's own: a way of speaking, not a theorem. Throws RangeError if the run has no moment.
 */
export function verdictOn(run: TrainingRun, least = 0): Verdict {
  const { moments } = run;
  const losses = moments.map(({ loss }) => loss);
  const [firstLoss, lastLoss] = [at(losses, 0), at(losses, losses.length - 1)];
  const climbs = losses.map((loss, t) => (t === 0 ? 0 : loss - at(losses, t - 1)));
  const updates = moments.length - 1;
  const firstLate = Math.ceil(updates * 0.75);
  const deadAtStart = deadUnits(run, 0);
  const killed = deadUnits(run, updates).filter((unit) => !deadAtStart.includes(unit));
  const rises = climbs.filter((climb) => climb > 0).length;
  const facts = {
    firstLoss,
    lastLoss,
    killed,
    deadFrom: deadFrom(run),
    rises,
    lateTurns: turnsFrom(run, firstLate),
  };

  const behaviour = (): Behaviour => {
    if (run.isCut) return 'overflows';
    if (hasRested(run)) return 'rests';
    if (facts.lateTurns > (updates - firstLate) / 10) return 'oscillates';
    if (killed.length > 0 && facts.deadFrom !== undefined) return 'kills';
    if (lastLoss >= firstLoss) return 'worsens';
    if (Math.max(...climbs) > (firstLoss - least) / 10) return 'overshoots';
    return lastLoss - least > (firstLoss - least) / 2 ? 'creeps' : 'converges';
  };
  return { behaviour: behaviour(), ...facts };
}

/** Whether every parameter ends where it began, and never left. */
function hasRested({ moments }: TrainingRun): boolean {
  const { theta } = at(moments, 0);
  return moments.every((moment) => moment.theta.every((value, p) => value === theta[p]));
}

/** How often, from update `first` on, the parameters turned back, as `lateTurns` has it. */
function turnsFrom({ moments }: TrainingRun, first: number): number {
  const path = moments.map(({ theta }) => theta);
  if (path.length < 3) return 0;
  const least = way(path, 0, 0) / 1e4;
  let turns = 0;
  for (let t = Math.max(1, first); t < path.length - 1; t++)
    if (way(path, t, t - 1) < 0 && way(path, t, t) > least) turns++;
  return turns;
}

/** The dot product of what updates `t` and `u` added to the parameters. */
function way(path: readonly Vector[], t: number, u: number): number {
  const [a, b, c, d] = [at(path, t), at(path, t + 1), at(path, u), at(path, u + 1)];
  let sum = 0;
  for (let p = 0; p < a.length; p++) sum += (at(b, p) - at(a, p)) * (at(d, p) - at(c, p));
  return sum;
}

/** The hidden units, as 'layer.unit', that are off for every example at a step. ReLU networks only. */
function deadUnits({ moments }: TrainingRun, step: number): readonly string[] {
  const { gates } = at(moments, step);
  return at(gates, 0).flatMap((units, l) =>
    units.flatMap((_, j) => (gates.some((layers) => at(at(layers, l), j)) ? [] : [`${l + 1}.${j + 1}`])),
  );
}

function deadFrom({ moments }: TrainingRun): number | undefined {
  const lastAlive = moments.findLastIndex(
    ({ gates }) => !at(gates, 0).some((_, l) => gates.every((layers) => !at(layers, l).includes(true))),
  );
  return lastAlive === moments.length - 1 ? undefined : lastAlive + 1;
}
