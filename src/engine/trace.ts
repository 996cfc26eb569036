import type { ActivationName } from './activations.ts';
import { at, finite } from './checks.ts';
import { someExamples } from './forward.ts';
import { exampleId, gradientId, inputId, outputId, parameterIds, unitId, weightId } from './ids.ts';
import type { LossName } from './losses.ts';
import { sizesOf, type Example, type Network } from './network.ts';
import { isExample, quantities } from './quantities.ts';

export type Phase = 'forward' | 'backward' | 'update' | 'clear';

/** What an operation does to its operands; see `Op`. */
export type OpKind =
  'sum' | 'activation' | 'gate' | 'slope' | 'loss' | 'dloss' | 'accumulate' | 'update' | 'clear';

export interface Operand {
  readonly id: string;
  readonly value: number;
}

/**
 * One micro-operation of a training step.
 *
 * `sum` and `accumulate`: value = Σ over `terms` of Π of the operands at these places. `activation`: value = f(z).
 * `gate`: 1 if z > 0, else 0. `slope`: value = f′(z), operands z, a. `loss`: operands ŷ, y, z. `dloss`: ∂L/∂ŷ, operands ŷ, y, z.
 * `update`: operands parameter, η, gradient; value = the new parameter. `clear`: a gradient is not computed any more.
 */
export interface Op {
  readonly phase: Phase;
  /** The quantity it computes. */
  readonly id: string;
  readonly kind: OpKind;
  readonly operands: readonly Operand[];
  readonly terms: readonly (readonly number[])[];
  readonly value: number;
  /** Of `activation` and `slope`. */
  readonly activation?: ActivationName;
  /** Of `loss` and `dloss`. */
  readonly judgedBy?: LossName;
}

export interface Trace {
  readonly ops: readonly Op[];
}

/**
 * One training step as its micro-operations in the order of the algorithm: forward, backward, update, clear. Several
 * examples go one after another, their gradients are averaged one addition at a time, and only then does anything move.
 * Throws RangeError as `forward` and `backward`, for a learning rate that is not finite, or if there is no example.
 */
export function trace(
  network: Network,
  data: Example | readonly Example[],
  { learningRate }: { readonly learningRate: number },
): Trace {
  finite('the learning rate', learningRate);
  const examples = someExamples(isExample(data) ? [data] : data);
  const parameters = parameterIds(sizesOf(network));
  const values = quantities(network, examples);
  const marks = examples.map((_, i) => exampleId('', i, examples.length));
  const passes = marks.flatMap((mark) => passOps(network, values, mark));
  const shared = examples.length === 1 ? [] : ['loss', ...parameters.map(gradientId)];
  const means = shared.flatMap((id) => accumulateOps(id, values, marks));
  return {
    ops: [
      ...passes,
      ...means,
      ...updateOps(parameters, values, learningRate),
      ...clearOps([...passes, ...means]),
    ],
  };
}

type Values = ReadonlyMap<string, number>;

/** The forward and the backward pass of the example whose names end in `mark`. */
function passOps(network: Network, values: Values, mark: string): readonly Op[] {
  const sizes = sizesOf(network);
  const last = network.layers.length - 1;
  const outputs = at(sizes, last + 1);
  const units = (l: number): readonly number[] => Array.from({ length: at(sizes, l) }, (_, i) => i);
  const ops: Op[] = [];

  /** Notes that `id` has been computed, each term being the operands that it multiplies. */
  const note = (
    phase: Phase,
    kind: OpKind,
    id: string,
    factors: readonly (readonly string[])[],
    of: Pick<Op, 'activation' | 'judgedBy'> = {},
  ): void => {
    const operands = factors.flat().map((name) => {
      const marked = /^[wb]\./.test(name) ? name : name + mark;
      return { id: marked, value: valueOf(values, marked) };
    });
    let place = 0;
    const terms = kind === 'sum' ? factors.map((term) => term.map(() => place++)) : [];
    ops.push({
      phase,
      id: id + mark,
      kind,
      operands,
      terms,
      value: valueOf(values, id + mark),
      ...of,
    });
  };
  const isRelu = (l: number): boolean => l < last && at(network.layers, l).activation === 'relu';
  const below = (l: number, k: number): string => (l === 0 ? inputId('x', k) : unitId('a', l - 1, k));
  const above = (l: number, j: number): string =>
    l === last ? outputId('dyhat', j, outputs) : unitId('da', l, j);

  network.layers.forEach(({ activation }, l) => {
    for (const j of units(l + 1)) {
      const products = units(l).map((k) => [weightId('w', l, j, k), below(l, k)]);
      note('forward', 'sum', unitId('z', l, j), [...products, [unitId('b', l, j)]]);
    }
    for (const j of units(l + 1)) {
      const z = [[unitId('z', l, j)]];
      if (isRelu(l)) note('forward', 'gate', unitId('gate', l, j), z);
      const id = l === last ? outputId('yhat', j, outputs) : unitId('a', l, j);
      note('forward', 'activation', id, z, { activation });
    }
  });
  for (const j of units(last + 1)) {
    const judged = [outputId('yhat', j, outputs), outputId('y', j, outputs), unitId('z', last, j)];
    note('forward', 'loss', outputId('loss', j, outputs), [judged], { judgedBy: network.loss });
  }
  if (outputs > 1) {
    const parts = units(last + 1).map((j) => [outputId('loss', j, outputs)]);
    note('forward', 'sum', 'loss', parts);
  }

  for (const j of units(last + 1)) {
    const judged = [outputId('yhat', j, outputs), outputId('y', j, outputs), unitId('z', last, j)];
    note('backward', 'dloss', outputId('dyhat', j, outputs), [judged], { judgedBy: network.loss });
  }
  for (let l = last; l >= 0; l--) {
    const { activation } = at(network.layers, l);
    const slope = isRelu(l) ? 'gate' : 'slope';
    if (!isRelu(l)) {
      for (const j of units(l + 1)) {
        const a = l === last ? outputId('yhat', j, outputs) : unitId('a', l, j);
        note('backward', 'slope', unitId('slope', l, j), [[unitId('z', l, j), a]], { activation });
      }
    }
    for (const j of units(l + 1)) {
      note('backward', 'sum', unitId('dz', l, j), [[above(l, j), unitId(slope, l, j)]]);
    }
    for (const j of units(l + 1)) {
      for (const k of units(l)) {
        note('backward', 'sum', weightId('dw', l, j, k), [[unitId('dz', l, j), below(l, k)]]);
      }
    }
    for (const j of units(l + 1)) note('backward', 'sum', unitId('db', l, j), [[unitId('dz', l, j)]]);
    for (const k of units(l)) {
      const products = units(l + 1).map((j) => [weightId('w', l, j, k), unitId('dz', l, j)]);
      note('backward', 'sum', l === 0 ? inputId('dx', k) : unitId('da', l - 1, k), products);
    }
  }
  return ops;
}

/** The mean of `id` over the examples that the marks name, one addition at a time. */
function accumulateOps(id: string, values: Values, marks: readonly string[]): readonly Op[] {
  const share = 1 / marks.length;
  let running = 0;
  return marks.map((mark) => {
    const own = valueOf(values, id + mark);
    const operands = [
      { id, value: running },
      { id: id + mark, value: own },
      { id: 'share', value: share },
    ];
    running += own * share;
    return { phase: 'backward', id, kind: 'accumulate', operands, terms: [[0], [1, 2]], value: running };
  });
}

function updateOps(parameters: readonly string[], values: Values, learningRate: number): readonly Op[] {
  return parameters.map((id) => {
    const parameter = { id, value: valueOf(values, id) };
    const gradient = { id: gradientId(id), value: valueOf(values, gradientId(id)) };
    return {
      phase: 'update',
      id,
      kind: 'update',
      operands: [parameter, { id: 'eta', value: learningRate }, gradient],
      terms: [],
      value: finite(`the new ${id}`, parameter.value - learningRate * gradient.value),
    };
  });
}

/** Every gradient is cleared, so that the next step starts from nothing. */
function clearOps(pass: readonly Op[]): readonly Op[] {
  const gradients = new Set(pass.map(({ id }) => id).filter((id) => id.startsWith('d')));
  return [...gradients].map((id) => ({
    phase: 'clear',
    id,
    kind: 'clear',
    operands: [],
    terms: [],
    value: 0,
  }));
}

function valueOf(values: Values, id: string): number {
  const value = values.get(id);
  if (value === undefined)
    throw new RangeError(`expected the name of a quantity of this network, found ${id}`);
  return value;
}
