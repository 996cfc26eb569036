import { flatForward, flatLoss, flatPrediction, isFlatFinite, type FlatPasses } from './flat.ts';
import type { Vector } from './vector.ts';

/** [hidden layer][unit]: is z > 0? */
export type Gates = readonly (readonly boolean[])[];

/** The network as it stood after `step` updates, and what it made of the data. */
export interface Moment {
  readonly step: number;
  readonly theta: Vector;
  /** The mean over all data. */
  readonly loss: number;
  /** [example][output] */
  readonly predictions: readonly Vector[];
  /** By example; where no gate has moved, the very same object as at the step before. */
  readonly gates: readonly Gates[];
}

/**
 * The moments of a run over `passes`, from its `history`: theta of every step, one row after another. They end before the
 * first step at which a number has grown past the largest there is.
 */
export function momentsOf(passes: FlatPasses, history: Vector, parameters: number): readonly Moment[] {
  const examples = passes.a.length / passes.units;
  const theta = new Float64Array(parameters);
  const moments: Moment[] = [];
  let gates: readonly Gates[] | undefined;
  for (let from = 0; from < history.length; from += parameters) {
    const row = history.slice(from, from + parameters);
    theta.set(row);
    for (let example = 0; example < examples; example++) flatForward(passes, theta, example);
    const loss = flatLoss(passes) / examples;
    if (!Number.isFinite(loss) || !isFlatFinite(passes)) break;
    const predictions: Vector[] = [];
    for (let example = 0; example < examples; example++) predictions.push(flatPrediction(passes, example));
    gates = gatesOf(passes, gates);
    moments.push({ step: moments.length, theta: row, loss, predictions, gates });
  }
  return moments;
}

/** The gates of all examples: of `before` all that has not moved. */
function gatesOf(passes: FlatPasses, before?: readonly Gates[]): readonly Gates[] {
  if (before?.every((gates, example) => areStill(gates, passes, example))) return before;
  const { z, a, sizes, units } = passes;
  return Array.from({ length: a.length / units }, (_, example) => {
    const gates = before?.[example];
    if (gates && areStill(gates, passes, example)) return gates;
    let unit = example * units + (sizes[0] as number);
    const isOn = (): boolean => (z[unit++] as number) > 0;
    return sizes.slice(1, -1).map((width) => Array.from({ length: width }, isOn));
  });
}

function areStill(gates: Gates, { z, sizes, units }: FlatPasses, example: number): boolean {
  let unit = example * units + (sizes[0] as number);
  for (const layer of gates) {
    for (const wasOn of layer) if ((z[unit++] as number) > 0 !== wasOn) return false;
  }
  return true;
}
