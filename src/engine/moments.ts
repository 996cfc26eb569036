import type { Activation } from './activations.ts';
import { flatLoss, flatPrediction, isFlatFinite, type FlatPasses } from './flat.ts';
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

// What is kept of a step, in one row: theta, and after it every z of every example, of which inputs have none. Copied
// number by number: there are so few that `set` costs more.

/** How many numbers are kept of a step. */
export function keptWidth({ sizes, units, z }: FlatPasses, parameters: number): number {
  return parameters + z.length - (z.length / units) * (sizes[0] as number);
}

/** Keeps the parameters. */
export function keepTheta(theta: Float64Array, kept: Float64Array, from: number): void {
  for (let p = 0; p < theta.length; p++) kept[from + p] = theta[p] as number;
}

/** Keeps every z, as the examples were last run forward. */
export function keepSums({ sizes, units, z }: FlatPasses, kept: Float64Array, from: number): void {
  let next = from;
  for (let row = 0; row < z.length; row += units) {
    for (let j = row + (sizes[0] as number); j < row + units; j++) kept[next++] = z[j] as number;
  }
}

/**
 * The moments of a run over `passes`, from what was `kept` of its steps, one row after another. They end before the first
 * step at which a number has grown past the largest there is.
 */
export function momentsOf(passes: FlatPasses, kept: Float64Array, parameters: number): readonly Moment[] {
  const width = keptWidth(passes, parameters);
  const examples = passes.a.length / passes.units;
  const moments: Moment[] = [];
  let gates: readonly Gates[] | undefined;
  for (let from = 0; from < kept.length; from += width) {
    recall(passes, kept, from + parameters);
    const loss = flatLoss(passes) / examples;
    if (!Number.isFinite(loss) || !isFlatFinite(passes)) break;
    const theta = new Array<number>(parameters);
    for (let p = 0; p < parameters; p++) theta[p] = kept[from + p] as number;
    const predictions: Vector[] = [];
    for (let example = 0; example < examples; example++) predictions.push(flatPrediction(passes, example));
    gates = gatesOf(passes, gates);
    moments.push({ step: moments.length, theta, loss, predictions, gates });
  }
  return moments;
}

/** Puts every z back that was kept, and takes every output's a from it once more. */
function recall(passes: FlatPasses, kept: Float64Array, from: number): void {
  const { sizes, layers, units, z, a } = passes;
  const outputs = sizes[layers.length] as number;
  const { f } = layers[layers.length - 1] as Activation;
  let next = from;
  for (let end = units; end <= a.length; end += units) {
    for (let j = end - units + (sizes[0] as number); j < end; j++) z[j] = kept[next++] as number;
    for (let j = end - outputs; j < end; j++) a[j] = f(z[j] as number);
  }
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
