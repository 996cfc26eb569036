import type { Op } from '../engine/index.ts';
import { quantityIn } from './quantity.ts';
import type { World } from './world.ts';

/** Whether every parameter has exactly one path to the loss: one hidden layer, one output. */
export const hasOnePath = ({ sizes }: Pick<World, 'sizes'>): boolean => sizes.length === 3 && sizes[2] === 1;

/**
 * The factors along the only path from a parameter to the loss, loss end first: their product is the parameter's gradient.
 * A bias is a weight from a node fixed at 1, so its last factor is left out. Throws RangeError for a network in which a
 * parameter may have several paths.
 */
export const factorsOf = (parameter: string, world: Pick<World, 'sizes' | 'hidden'>): readonly string[] => {
  if (!hasOnePath(world))
    throw new RangeError(`Expected one hidden layer and one output, found sizes ${world.sizes.join('-')}`);
  const [name = '', layer = '', to = '', from = ''] = parameter.split('.');
  const output = ['dyhat', 'slope.2.1'];
  const source = name === 'b' ? [] : [layer === '1' ? `x.${from}` : `a.1.${from}`];
  if (layer === '2') return [...output, ...source];
  const own = world.hidden === 'relu' ? `gate.1.${to}` : `slope.1.${to}`;
  return [...output, `w.2.1.${to}`, own, ...source];
};

/** The whole chain as one operation: gradient = product of the factors. */
export const chainOf = (
  parameter: string,
  values: ReadonlyMap<string, number>,
  world: Pick<World, 'sizes' | 'hidden'>,
): Op => {
  const operands = factorsOf(parameter, world).map((id) => ({ id, value: quantityIn(values, id) }));
  return {
    phase: 'backward',
    id: `d${parameter}`,
    kind: 'sum',
    operands,
    terms: [operands.map((_, index) => index)],
    value: quantityIn(values, `d${parameter}`),
  };
};
