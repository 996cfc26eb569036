import {
  denseActivationNames,
  denseLosses,
  type DenseActivationName,
  type DenseExample,
  type DenseLossName,
  type DenseNetwork,
} from '../../engine/dense/index.ts';
import { numberFrom, Refusal, type Printed, type WorkedExample } from './example.ts';

type Json = Readonly<Record<string, unknown>>;

/** Other names under which losses are published. */
const LOSSES: Readonly<Record<string, DenseLossName>> = {
  mse_mean_outputs: 'mse',
  half_square: 'half_sse',
  categorical_cross_entropy: 'cross_entropy',
  ce: 'cross_entropy',
  crossentropy: 'cross_entropy',
  softmax_cross_entropy: 'cross_entropy',
  categorical_crossentropy: 'cross_entropy',
  binary_crossentropy: 'bce',
  binary_cross_entropy: 'bce',
  output_seed: 'output',
};

const ACTIVATIONS: Readonly<Record<string, DenseActivationName>> = {
  linear: 'identity',
  logistic: 'sigmoid',
  leaky_relu: 'leakyRelu',
};

/**
 * The example that this JSON describes: `shape`, `activations`, `loss`, `weights` [layer][to][from], `biases` [layer][to],
 * `inputs`, `targets`, `lr`, and what was `published` or, to the digit, `published_as_printed`. Throws Refusal, naming the
 * field, where it does not.
 */
export function readExample(json: unknown): WorkedExample {
  if (!isObject(json)) throw new Refusal(`expected an example {"weights": …}, found ${kindOf(json)}`);
  const isChain = json['shape'] === 'chain';
  const network = readNetwork(json, isChain);
  const data = readData(json, network);
  const rule = text(json, 'step_rule') ?? '';
  return {
    id: text(json, 'id') ?? 'example',
    title: text(json, 'title') ?? text(json, 'id') ?? 'An example',
    network,
    isChain,
    data,
    isOnline: json['online'] === true || (json['online'] === undefined && /\bonline\b/.test(rule)),
    learningRate: optionalNumber(json, 'lr'),
    movesBiases:
      json['biases'] != null &&
      json['moves_biases'] !== false &&
      !(json['moves_biases'] === undefined && /\bweights only\b/.test(rule)),
    told: new Map(
      (Array.isArray(json['given_pre_activations']) ? json['given_pre_activations'] : []).map((z, j) => [
        `z1[${j}]`,
        asNumber(z, `given_pre_activations[${j}]`),
      ]),
    ),
    means: namesIn(json, 'means'),
    printed: readPrinted(json),
    slips: Array.isArray(json['slips']) ? json['slips'].map(String) : undefined,
    instead: namesIn(json, 'instead'),
  };
}

/** What a field says of names, as text. */
function namesIn(json: Json, field: string): ReadonlyMap<string, string> {
  const said = json[field];
  return new Map(Object.entries(isObject(said) ? said : {}).map(([name, say]) => [name, String(say)]));
}

function readNetwork(json: Json, isChain: boolean): DenseNetwork {
  const weights = list(json, 'weights');
  if (weights.length === 0) throw new Refusal('weights: expected at least one layer, found none');
  const biases = json['biases'] == null ? undefined : list(json, 'biases');
  if (biases && biases.length !== weights.length)
    throw new Refusal(`biases: expected ${weights.length} layers like weights, found ${biases.length}`);
  const names = list(json, 'activations').map((name, l) => activationNamed(String(name), l));
  // A chain ends in a plain sum, which no function is named for.
  if (isChain && names.length === weights.length - 1) names.push('identity');
  if (names.length !== weights.length)
    throw new Refusal(
      `activations: expected one for each of ${weights.length} layers, found ${names.length}`,
    );
  let below: number | undefined;
  const layers = weights.map((rows, l) => {
    const matrix = asList(rows, `weights[${l}]`).map((row, j) =>
      asList(row, `weights[${l}][${j}]`).map((w, k) => published(w, `weights[${l}][${j}][${k}]`)),
    );
    const from = matrix[0]?.length ?? 0;
    if (from === 0) throw new Refusal(`weights[${l}]: expected rows of numbers, found none`);
    matrix.forEach((row, j) => {
      if (row.length !== (below ?? from))
        throw new Refusal(`weights[${l}][${j}]: expected ${below ?? from} numbers, found ${row.length}`);
    });
    below = matrix.length;
    const bias = biases
      ? asList(biases[l], `biases[${l}]`).map((b, j) => published(b, `biases[${l}][${j}]`))
      : matrix.map(() => 0);
    if (bias.length !== matrix.length)
      throw new Refusal(`biases[${l}]: expected ${matrix.length} numbers, found ${bias.length}`);
    return { weights: matrix, bias, activation: names[l] ?? 'identity' };
  });
  const sizes = [layers[0]?.weights[0]?.length, ...layers.map(({ bias }) => bias.length)].join('-');
  const shape = json['shape'];
  if (Array.isArray(shape) && shape.join('-') !== sizes)
    throw new Refusal(`shape: says ${shape.join('-')}, but the weights are those of a ${sizes} network`);
  const wrong = names.slice(0, -1).indexOf('softmax');
  if (wrong >= 0) throw new Refusal(`activations[${wrong}]: softmax is computed in the last layer only`);
  return { layers, loss: lossNamed(text(json, 'loss')) };
}

function activationNamed(name: string, l: number): DenseActivationName {
  const found = Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : name;
  const known = denseActivationNames.find((one) => one === found);
  if (!known) throw new Refusal(`activations[${l}]: "${name}" is none of ${denseActivationNames.join(', ')}`);
  return known;
}

function lossNamed(name: string | undefined): DenseLossName {
  const plain = (name ?? '').toLowerCase().replaceAll(/[-\s]/g, '_');
  const found = Object.hasOwn(LOSSES, plain) ? LOSSES[plain] : plain;
  const names = Object.keys(denseLosses) as DenseLossName[];
  const known = names.find((one) => one === found);
  if (!known)
    throw new Refusal(
      name === undefined
        ? `loss: none is named; it may be ${names.join(', ')}`
        : `loss: "${name}" is none of ${names.join(', ')}`,
    );
  return known;
}

function readData(json: Json, network: DenseNetwork): readonly DenseExample[] {
  const width = network.layers[0]?.weights[0]?.length ?? 0;
  const outputs = network.layers.at(-1)?.bias.length ?? 0;
  const inputs = rows(json, 'inputs', width);
  if (inputs.length === 0) throw new Refusal('inputs: expected at least one example, found none');
  const targets = json['targets'] == null ? undefined : rows(json, 'targets', outputs);
  if (targets && targets.length !== inputs.length)
    throw new Refusal(`targets: expected ${inputs.length}, one for each input, found ${targets.length}`);
  return inputs.map((input, n) => ({ input, target: targets?.[n] }));
}

/** Rows of so many numbers; one row may stand alone. */
function rows(json: Json, field: string, width: number): readonly (readonly number[])[] {
  const found = list(json, field);
  const all = found.every((item) => typeof item === 'number') && found.length > 0 ? [found] : found;
  return all.map((row, n) => {
    const numbers = asList(row, `${field}[${n}]`).map((x, k) => asNumber(x, `${field}[${n}][${k}]`));
    if (numbers.length !== width)
      throw new Refusal(`${field}[${n}]: expected ${width} numbers, found ${numbers.length}`);
    return numbers;
  });
}

function readPrinted(json: Json): readonly Printed[] {
  const exact = isObject(json['published_as_printed']) ? json['published_as_printed'] : {};
  const plain = isObject(json['published']) ? json['published'] : {};
  const all = Object.entries({ ...plain, ...exact });
  if (all.length === 0)
    throw new Refusal('published: nothing printed is told; expected {"z1[0]": "0.3775", …}');
  return all.map(([name, value]) => {
    const printed = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (Number.isNaN(numberFrom(printed)))
      throw new Refusal(
        `published ${name}: expected a number as it was printed, found ${JSON.stringify(value)}`,
      );
    return { name, text: printed.trim().replaceAll('−', '-') };
  });
}

const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const kindOf = (json: unknown): string =>
  json === null
    ? 'null'
    : Array.isArray(json)
      ? 'a list'
      : json === undefined
        ? 'nothing'
        : `a ${typeof json}`;

const text = (json: Json, field: string): string | undefined => {
  const value = json[field];
  return typeof value === 'string' ? value : undefined;
};

const list = (json: Json, field: string): readonly unknown[] => asList(json[field], field);

function asList(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`${field}: expected a list, found ${kindOf(value)}`);
  return value;
}

function asNumber(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Refusal(
      `${field}: expected a number, found ${value === undefined ? 'nothing' : JSON.stringify(value)}`,
    );
  return value;
}

/** A parameter, which is NaN where it was not published: null. */
const published = (value: unknown, field: string): number => (value === null ? NaN : asNumber(value, field));

const optionalNumber = (json: Json, field: string): number | undefined =>
  json[field] == null ? undefined : asNumber(json[field], field);
