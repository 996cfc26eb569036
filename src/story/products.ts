import type { Op } from '../engine/index.ts';
import { multipliedBy, productNameOf } from './product-names.ts';
import { quantityIn } from './quantity.ts';

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
