import {
  denseBackward,
  denseForward,
  denseGradient,
  denseLoss,
  denseStep,
  denseTerms,
  denseTrain,
  type DenseBackwardPass,
  type DenseExample,
  type DenseNetwork,
  type DensePass,
  type DenseRule,
  type Known,
} from '../../engine/dense/index.ts';
import { conditionsOf, type Conditions } from './conditions.ts';
import { Refusal, type WorkedExample } from './example.ts';
import { checkOf, slopeOf } from './differences.ts';
import { evaluate, type Quantity } from './names.ts';

/** Numbers the author went on with, by name and slip: `dL/dz2[0]`, `dL/dz1[0], updated`. */
export type Carried = (name: string) => number | undefined;

export interface Study {
  /** What a name says of the example: `loss after 1 step, biases too`. Throws Refusal, with the reason, if nothing. */
  readonly valueOf: (name: string) => number;
}

/** One state of the network with what it is asked about. */
interface Scene {
  readonly network: DenseNetwork;
  readonly data: readonly DenseExample[];
  readonly rule: DenseRule;
  readonly known: Known | undefined;
}

/** An example computed, on `carried` numbers where they are given. */
export function studyOf(example: WorkedExample, carried?: Carried): Study {
  const trained = new Map<string, DenseNetwork>();
  const batches = example.isOnline ? example.data.map((one) => [one]) : [example.data];

  const ruleFor = ({ slip, movesBiases }: Conditions, needsRate: boolean): DenseRule => {
    if (needsRate && example.learningRate === undefined) throw new Refusal('no learning rate (lr) is told');
    return { learningRate: example.learningRate ?? NaN, hasBiases: movesBiases ?? example.movesBiases, slip };
  };

  /** The network as `conditions` have it, before any step. */
  const startOf = (conditions: Conditions): DenseNetwork => {
    const layers = example.network.layers.map(({ weights, bias, activation }, l) => {
      if (conditions.isTransposed && weights.length !== weights[0]?.length)
        throw new Refusal(`W${l + 1} is not square: transposed it fits nothing`);
      return {
        activation,
        weights: weights.map((row, j) =>
          row.map(
            (w, k) =>
              conditions.set.get(`W${l + 1}[${j}][${k}]`) ??
              (conditions.isTransposed ? (weights[k]?.[j] ?? NaN) : w),
          ),
        ),
        bias: bias.map((b, j) =>
          conditions.dropped === l + 1 ? 0 : (conditions.set.get(`b${l + 1}[${j}]`) ?? b),
        ),
      };
    });
    return { layers, loss: example.network.loss };
  };

  const sceneAt = (conditions: Conditions, steps: number): Scene => {
    const rule = ruleFor(conditions, steps > 0);
    const slipMark = rule.slip === undefined ? '' : `, ${rule.slip}`;
    const own: Known = (name) =>
      conditions.set.get(name) ?? example.told.get(name) ?? carried?.(name + slipMark) ?? carried?.(name);
    // What was set or told stands in for what the network computes; without it the engine is quicker, and exact.
    const known = conditions.set.size + example.told.size > 0 || carried ? own : undefined;
    const start = startOf(conditions);
    let network = start;
    if (steps === 1) {
      const [batch = []] = batches;
      network = denseStep(start, denseGradient(start, batch, rule, known), rule, known);
    } else if (steps > 1) {
      const key = JSON.stringify([conditions, [...conditions.set], steps]);
      network = trained.get(key) ?? denseTrain(start, batches, rule, steps);
      trained.set(key, network);
    }
    // What is asked after a step is asked of the example it was taken on.
    const batch = batches[Math.max(0, steps - 1) % batches.length] ?? [];
    const data = conditions.input ? [{ input: conditions.input, target: batch[0]?.target }] : batch;
    return { network, data, rule, known: steps > 0 ? undefined : known };
  };

  const valueOf = (name: string): number => {
    const { rest, conditions } = conditionsOf(name);
    const { steps: begun = 0 } = conditions;
    const scenes = new Map<number, Scene>();
    const scene = (steps: number): Scene => {
      const found = scenes.get(steps) ?? sceneAt(conditions, steps);
      scenes.set(steps, found);
      return found;
    };
    const value =
      checkOf(rest, () => scene(begun)) ??
      slopeOf(rest, valueOf) ??
      evaluate(rest, (quantity) => {
        const steps = begun + (quantity.isAfter ? 1 : 0);
        return read(quantity, scene(steps), conditions.isUnsquared);
      });
    if (Number.isNaN(value)) throw new Refusal('it depends on a number that is not told');
    if (!Number.isFinite(value)) throw new Refusal('it is larger than any number the machine can hold');
    return value;
  };
  return { valueOf: (name) => refusing(() => valueOf(name)) };
}

/** What a quantity is in a scene. */
function read(quantity: Quantity, { network, data, rule, known }: Scene, isUnsquared: boolean): number {
  const { what, layer, indices, term } = quantity;
  const [first = 0, second] = indices;
  const parameters = layer > 0 ? network.layers[layer - 1] : undefined;
  if (layer > 0 && !parameters)
    throw new Refusal(`the network has ${network.layers.length} layers, not ${layer}`);
  if (what === 'W') return there(parameters?.weights[first]?.[second ?? NaN], indices, 2);
  if (what === 'b') return there(parameters?.bias[first], indices, 1);
  if (what === 'loss' && indices.length === 0 && !isUnsquared) return denseLoss(network, data, known);
  if (what === 'dW' || what === 'db') {
    const layers =
      term === undefined
        ? denseGradient(network, data, rule, known).layers
        : [
            ...backOf(network, data[0], denseForward(network, data[0]?.input ?? [], known), rule, known, term)
              .layers,
          ];
    const gradient = layers[layer - 1];
    return what === 'dW'
      ? there(gradient?.dWeights[first]?.[second ?? NaN], indices, 2)
      : there(gradient?.dBias[first], indices, 1);
  }
  if (what === 'slope' && parameters?.activation === 'softmax')
    throw new Refusal('under softmax a unit has no slope of its own');
  if (data.length > 1 && second === undefined)
    throw new Refusal(`there are ${data.length} examples: say which, as in z1[0][2]`);
  const n = second === undefined ? 0 : second;
  const example = data[n];
  if (!example) throw new Refusal(`there are ${data.length} examples, no number ${n} (they count from 0)`);
  if (what === 'x') return there(example.input[first], [first], 1);
  if (what === 't') return there(example.target?.[first], [first], 1);
  const own: Known | undefined = known && data.length > 1 ? (name) => known(`${name}[${n}]`) : known;
  const pass = denseForward(network, example.input, own);
  if (what === 'z' || what === 'a') return there(pass.layers[layer - 1]?.[what][first], [first], 1);
  if (what === 'loss' && isUnsquared) return unsquared(pass, example, indices);
  if (what === 'loss') return there(denseTerms(network, pass, example.target)[first], [first], 1);
  const back = backOf(network, example, pass, rule, own, term, 1 / data.length);
  if (what === 'dx') return there(back.dInput[first], [first], 1);
  const gradient = back.layers[layer - 1];
  const found = { slope: gradient?.slope, dz: gradient?.delta, da: gradient?.dActivation }[what];
  return there(found?.[first], [first], 1);
}

/** Σ |a − t|: a loss in which nobody squared. */
const unsquared = (pass: DensePass, { target = [] }: DenseExample, indices: readonly number[]): number =>
  (pass.layers.at(-1)?.a ?? [])
    .filter((_, k) => indices.length === 0 || k === indices[0])
    .reduce((sum, a, k) => sum + Math.abs(a - (target[indices[0] ?? k] ?? NaN)), 0);

const backOf = (
  network: DenseNetwork,
  example: DenseExample | undefined,
  pass: DensePass,
  { learningRate, slip }: DenseRule,
  known: Known | undefined,
  term: number | undefined,
  share = 1,
): DenseBackwardPass =>
  denseBackward(network, pass, example?.target, { known, slip, learningRate, share, term });

function there(value: number | undefined, indices: readonly number[], count: number): number {
  if (indices.length !== count)
    throw new Refusal(`expected ${count === 1 ? 'one index' : `${count} indices`}`);
  if (value === undefined)
    throw new Refusal(`the network has no such place: [${indices.join('][')}] (they count from 0)`);
  return value;
}

/** What the engine refuses is refused here too, for the same reason. */
function refusing<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message);
    throw error;
  }
}
