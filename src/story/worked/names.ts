import { sigmoid } from '../../engine/index.ts';
import { Refusal, numberFrom } from './example.ts';

/**
 * The vocabulary of printed numbers. Layers count from 1, units, inputs and examples from 0; of several examples, what belongs
 * to one carries its index last: `z1[0][2]`.
 *
 *   z1[0]  a2[1]  x[0]  t[0]  W1[0][1] (to, from)  b1[0]  slope1[0] (f′)  loss  loss[1] (one output's share)
 *   dL/dz1[0]  dL/da1[0]  dL/dW1[0][1]  dL/db1[0]  dL/dx[0]  dloss[1]/da1[0]
 *   + after the letter: after one step (`W1+[0][0]`, `loss+`)
 *
 * They may be put into arithmetic: `-dL/dz2[0]`, `a2[0] - t[0]`, `exp(-z1[0])`.
 */
export interface Quantity {
  readonly what: 'z' | 'a' | 'x' | 't' | 'W' | 'b' | 'slope' | 'loss' | 'dz' | 'da' | 'dW' | 'db' | 'dx';
  /** From 1; 0 where there is none. */
  readonly layer: number;
  readonly indices: readonly number[];
  readonly isAfter: boolean;
  /** Only this output's share of the loss is asked about. */
  readonly term: number | undefined;
}

const QUANTITY = /^(?:d(L|loss\[(\d+)\])\/d)?(slope|loss|z|a|x|t|W|b)(\d*)(\+?)((?:\[\d+\])*)/;
const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sigmoid,
  "sigmoid'": (z) => sigmoid(z) * sigmoid(-z),
  tanh: Math.tanh,
  exp: Math.exp,
  ln: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  sqrt: Math.sqrt,
};

/** The quantity that a text begins with, and how long its name is; undefined if with none. */
export function quantityIn(
  text: string,
): { readonly quantity: Quantity; readonly length: number } | undefined {
  const found = QUANTITY.exec(text);
  if (!found) return undefined;
  const [name, of, term, letter = '', layer = '', plus, brackets = ''] = found;
  const indices = [...brackets.matchAll(/\d+/g)].map(Number);
  if (of !== undefined && !['z', 'a', 'x', 'W', 'b'].includes(letter)) return undefined;
  const isOfLayer = ['z', 'a', 'W', 'b', 'slope'].includes(letter);
  if (isOfLayer !== (layer !== '') || (indices.length === 0 && letter !== 'loss')) return undefined;
  return {
    length: name.length,
    quantity: {
      what: (of === undefined ? letter : `d${letter}`) as Quantity['what'],
      layer: Number(layer),
      indices,
      isAfter: plus === '+',
      term: term === undefined ? undefined : Number(term),
    },
  };
}

/**
 * The value of an expression of quantities, numbers, + − * /, brackets and functions, `valueOf` telling that of each quantity.
 * Throws Refusal if it is none.
 */
export function evaluate(expression: string, valueOf: (quantity: Quantity) => number): number {
  let rest = expression.trim();
  const take = (length: number): string => {
    const taken = rest.slice(0, length);
    rest = rest.slice(length).trimStart();
    return taken;
  };
  const refused = (): Refusal => new Refusal(`"${expression}" is no name that is known here`);

  const sum = (): number => {
    let value = product();
    while (rest.startsWith('+') || rest.startsWith('-')) value += take(1) === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (rest.startsWith('*') || rest.startsWith('/'))
      value = take(1) === '*' ? value * factor() : value / factor();
    return value;
  };
  const factor = (): number => {
    if (rest.startsWith('-')) {
      take(1);
      return -factor();
    }
    const found = quantityIn(rest);
    if (found) {
      take(found.length);
      return valueOf(found.quantity);
    }
    const [number] = /^(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/.exec(rest) ?? [];
    if (number !== undefined) return numberFrom(take(number.length));
    const [name = ''] = /^[a-z']*/.exec(rest) ?? [];
    const f = name === '' ? (x: number) => x : Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!f || rest[name.length] !== '(') throw refused();
    take(name.length + 1);
    const value = sum();
    if (take(1) !== ')') throw refused();
    return f(value);
  };

  const value = sum();
  if (rest !== '') throw refused();
  return value;
}

/** The plain quantity that an expression is, and its sign; undefined if it is more than that. */
export function plainQuantity(
  expression: string,
): { readonly name: string; readonly sign: 1 | -1 } | undefined {
  const bare = expression.replace(/^-/, '');
  const found = quantityIn(bare);
  if (found?.length !== bare.length) return undefined;
  return { name: bare, sign: bare === expression ? 1 : -1 };
}
