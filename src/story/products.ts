import type { Op } from '../engine/index.ts';
import { quantityIn } from './quantity.ts';

// Names of the products that a sum adds up, where the quantities of a pass have none: `product:w.1.2.1` is a weight times
// what it multiplies, and `dproduct:w.1.2.1` how fast the loss changes with that product.

/** Such a name: the weight, and whether the gradient is meant. */
export interface ProductName {
  readonly weight: string;
  readonly isGradient: boolean;
}

/** What a name says; undefined for a name of another kind. */
export const productNameOf = (id: string): ProductName | undefined => {
  const [, d, weight] = /^(d?)product:(w\.\d+\.\d+\.\d+)$/.exec(id) ?? [];
  return weight === undefined ? undefined : { weight, isGradient: d === 'd' };
};

/** What a weight multiplies: an input, or the activation of a unit below. */
export const multipliedBy = (weight: string): string => {
  const [, layer = '', , from = ''] = weight.split('.');
  return layer === '1' ? `x.${from}` : `a.${Number(layer) - 1}.${from}`;
};

/** The operation that such a name stands for, of one example: a product, or its gradient, which is that of the sum. */
export const productOp = (id: string, values: ReadonlyMap<string, number>): Op | undefined => {
  const name = productNameOf(id);
  if (!name) return undefined;
  const { weight, isGradient } = name;
  const [, layer = '', to = ''] = weight.split('.');
  const ids = isGradient ? [`dz.${layer}.${to}`] : [weight, multipliedBy(weight)];
  const operands = ids.map((operand) => ({ id: operand, value: quantityIn(values, operand) }));
  return {
    phase: isGradient ? 'backward' : 'forward',
    id,
    kind: 'sum',
    operands,
    terms: [operands.map((_, index) => index)],
    // 0 + … so that nothing times a negative is 0, not −0.
    value: 0 + operands.reduce((running, { value }) => running * value, 1),
  };
};
