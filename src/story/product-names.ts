// Names of the products that a sum adds up, where the quantities of a pass have none: `product:w.1.2.1` is a weight times
// what it multiplies, and `dproduct:w.1.2.1` how fast the loss changes with that product.

/** Such a name: the weight, and whether the gradient is meant. */
export interface ProductName {
  readonly weight: string;
  readonly isGradient: boolean;
}

/** What a name says; undefined for a name of another kind. */
export const productNameOf = (id: string): ProductName | undefined => {
  const [, d, weight] = /^(d?)product:(w.+)/.exec(id) ?? [];
  return weight === undefined ? undefined : { weight, isGradient: d === 'd' };
};

/** What a weight multiplies: an input, or the activation of a unit below. */
export const multipliedBy = (weight: string): string => {
  const [, layer = '', , from = ''] = weight.split('.');
  return layer === '1' ? `x.${from}` : `a.${Number(layer) - 1}.${from}`;
};
