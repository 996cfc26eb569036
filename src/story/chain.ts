import type { Op } from '../engine/index.ts';
import { SIZES } from './essay.ts';

const LAST = SIZES.length - 1;

/**
 * The factors along the only path from a parameter of the 2-3-1 network to the loss, loss end first: their product is
 * the parameter's gradient. A bias is a weight from a node fixed at 1, so its last factor is left out.
 */
export const factorsOf = (parameter: string): readonly string[] => {
  const [name = '', layer = '', to = '', from = ''] = parameter.split('.');
  const output = ['dyhat', `slope.${LAST}.1`];
  const source = name === 'b' ? [] : [Number(layer) === 1 ? `x.${from}` : `a.1.${from}`];
  if (Number(layer) === LAST) return [...output, ...source];
  return [...output, `w.${LAST}.1.${to}`, `gate.1.${to}`, ...source];
};

/** The whole chain as one operation: gradient = product of the factors. */
export const chainOf = (parameter: string, values: ReadonlyMap<string, number>): Op => {
  const operands = factorsOf(parameter).map((id) => ({ id, value: values.get(id) ?? NaN }));
  return {
    phase: 'backward',
    id: `d${parameter}`,
    kind: 'sum',
    operands,
    terms: [operands.map((_, index) => index)],
    value: values.get(`d${parameter}`) ?? NaN,
  };
};
