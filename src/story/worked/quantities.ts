import { denseGradient, denseTerms } from '../../engine/dense/index.ts';
import { Refusal, type WorkedExample } from './example.ts';
import { quantityIn, type Quantity } from './names.ts';

/** Inputs, hidden units layer by layer, outputs: [2, 3, 1]. */
export const sizesOf = ({ network }: Pick<WorkedExample, 'network'>): readonly number[] => [
  network.layers[0]?.weights[0]?.length ?? 0,
  ...network.layers.map(({ bias }) => bias.length),
];

/** The id by which the site's figures know a quantity: `dw.1.2.1`, all counted from 1; undefined for a share of the loss. */
export function idOf({ what, layer, indices, term }: Quantity, sizes: readonly number[]): string | undefined {
  if (term !== undefined) return undefined;
  const [first = 0, second = 0] = indices;
  const isOutput = layer === sizes.length - 1;
  const output = sizes.at(-1) === 1 ? '' : `.${first + 1}`;
  switch (what) {
    case 'W':
    case 'dW':
      return `${what === 'W' ? '' : 'd'}w.${layer}.${first + 1}.${second + 1}`;
    case 'a':
    case 'da':
      if (isOutput) return `${what === 'a' ? '' : 'd'}yhat${output}`;
      return `${what}.${layer}.${first + 1}`;
    case 'x':
    case 'dx':
      return `${what}.${first + 1}`;
    case 't':
      return `y${output}`;
    case 'loss':
      return indices.length === 0 || sizes.at(-1) === 1 ? 'loss' : `loss${output}`;
    default:
      return `${what}.${layer}.${first + 1}`;
  }
}

/** The ids of every quantity that an expression of names.ts is made of. */
export function idsIn(expression: string, sizes: readonly number[]): readonly string[] {
  const ids: string[] = [];
  for (let rest = expression; rest !== '';) {
    const found = quantityIn(rest);
    const id = found && idOf(found.quantity, sizes);
    if (id !== undefined) ids.push(id);
    rest = rest.slice(found?.length ?? 1);
  }
  return ids;
}

/**
 * What one of the examples causes, by the ids of the site's figures: forward, backward and the loss, all before any step.
 * Gradients of parameters are those of the step that begins with it. What is not told is not in it.
 */
export function quantitiesOf(example: WorkedExample, n: number): ReadonlyMap<string, number> {
  const { network, data, isOnline } = example;
  const own = data[n];
  if (!own) throw new Refusal(`there are ${data.length} examples, no number ${n}`);
  const sizes = sizesOf(example);
  const values = new Map<string, number>();
  const put = (what: Quantity['what'], layer: number, indices: readonly number[], value?: number): void => {
    const id = idOf({ what, layer, indices, isAfter: false, term: undefined }, sizes);
    if (id !== undefined && value !== undefined && Number.isFinite(value)) values.set(id, value);
  };
  const batch = isOnline ? [own] : data;
  const at = isOnline ? 0 : n;
  const hasTarget = network.loss === 'output' || own.target !== undefined;

  const { passes, backs, layers } = denseGradient(
    hasTarget ? network : { ...network, loss: 'output' },
    batch,
    {},
    example.told.size > 0 ? (name) => example.told.get(name) : undefined,
  );
  const pass = passes[at];
  const back = backs[at];
  own.input.forEach((x, k) => put('x', 0, [k], x));
  own.target?.forEach((y, k) => put('t', 0, [k], y));
  network.layers.forEach(({ weights, bias, activation }, l) => {
    const layer = l + 1;
    weights.forEach((row, j) => row.forEach((w, k) => put('W', layer, [j, k], w)));
    bias.forEach((b, j) => put('b', layer, [j], b));
    pass?.layers[l]?.z.forEach((z, j) => {
      put('z', layer, [j], z);
      if (activation === 'relu') values.set(`gate.${layer}.${j + 1}`, z > 0 ? 1 : 0);
    });
    pass?.layers[l]?.a.forEach((a, j) => put('a', layer, [j], a));
    if (!hasTarget) return;
    back?.layers[l]?.delta.forEach((d, j) => put('dz', layer, [j], d));
    back?.layers[l]?.dActivation.forEach((d, j) => put('da', layer, [j], d));
    layers[l]?.dWeights.forEach((row, j) => row.forEach((d, k) => put('dW', layer, [j, k], d)));
    layers[l]?.dBias.forEach((d, j) => put('db', layer, [j], d));
  });
  if (!hasTarget) return values;
  back?.dInput.forEach((d, k) => put('dx', 0, [k], d));
  if (network.loss === 'output' || !pass) return values;
  const terms = denseTerms(network, pass, own.target);
  if (terms.length > 1) terms.forEach((term, k) => put('loss', 0, [k], term));
  put(
    'loss',
    0,
    [],
    terms.reduce((sum, term) => sum + term, 0),
  );
  return values;
}
