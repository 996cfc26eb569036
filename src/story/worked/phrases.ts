import type { WorkedExample } from './example.ts';

// What books, courses and posts call their numbers, said in the words of names.ts. A pattern is tried on the whole name;
// what it says may depend on the network.

interface Place {
  /** The last layer, from 1. */
  readonly last: number;
  readonly inputs: number;
  readonly example: WorkedExample;
}

type Say = (place: Place, ...found: readonly string[]) => string | undefined;

/** The outputs that Brownlee's test of the backward half holds, which its forward half does not give. */
const HARD_CODED = 'where a2[0] = 0.6213859615555266 and a2[1] = 0.6573693455986976';

const less = (number: string): number => Number(number) - 1;

const phrases: readonly (readonly [RegExp, Say])[] = [
  // One output's share of the loss, and one unit's slope.
  [/E_?o?(\d+)/, (_, k = '') => `loss[${less(k)}]`],
  [/dE_o(\d+)\/da1\[(\d+)\]/, (_, k = '', j = '') => `dloss[${less(k)}]/da1[${j}]`],
  [/sigmoid_prime_o(\d+)/, ({ last }, k = '') => `slope${last}[${less(k)}]`],
  [/sigmoid_prime_h(\d+)/, (_, j = '') => `slope1[${less(j)}]`],
  [/sigmoid prime out|p\(1-p\)|a\d\(1-a\d\)/, ({ last }) => `slope${last}[0]`],
  [/(?:SSE|MSE|BCE) loss/, () => 'loss'],
  [/dL\/da(\d+) \(-1\/p\)/, (_, layer = '') => `dL/da${layer}[0]`],
  [/\.\d+ - target.*/, ({ last }) => `a${last}[0] - t[0]`],
  // After the step, by somebody's own rule.
  [/loss\+ if each bias is also updated/, () => 'loss after 1 step, biases too'],
  [
    /hidden error using UPDATED output weights\[(\d+)\]/,
    (_, j = '') => `-dL/dz1[${j}], through updated weights`,
  ],
  [/sheet (W\d\+\S+)/, (_, weight = '') => `${weight}, through updated weights`],
  [/sheet target minus output before/, ({ last }) => `t[0] - a${last}[0]`],
  [
    /sheet target minus output after/,
    ({ last }) => `t[0] - a${last}[0] after 1 step, through updated weights, weights only`,
  ],
  [/(-dL\/dW\S+) \(post divides\)/, (_, name = '') => name],
  // A run of updates, one example each.
  [/prediction after update (\d+)/, ({ last }, n = '') => `a${last}[0] after ${n} steps`],
  [
    /([Wb]\d) after (\d+) updates((?:\[\d+\])*)/,
    (_, letter = '', n = '', at = '') => `${letter}${at || '[0]'} after ${n} steps`,
  ],
  [
    /prediction for \((\S+),(\S+)\)/,
    ({ last, example }, x = '', y = '') => {
      const runs = example.printed.flatMap(({ name }) =>
        [...name.matchAll(/after (\d+) /g)].map((m) => Number(m[1])),
      );
      const steps = Math.max(0, ...runs);
      return `a${last}[0] for input ${x}, ${y} after ${steps} steps`;
    },
  ],
  // Worked from numbers that were rounded, or set.
  [
    /sum \S+ \(from hidden ([.\d ]+)\)/,
    (_, hidden = '') =>
      `z2[0] where ${hidden
        .split(' ')
        .map((a, j) => `a1[${j}] = ${a}`)
        .join(' and ')}`,
  ],
  [/S(\(.+\))/, (_, argument = '') => `sigmoid${argument}`],
  [/S'(\(.+\).*)/, (_, argument = '') => `sigmoid'${argument}`],
  [/delta out\[(\d+)\] \(from the hard-coded outputs\)/, (_, k = '') => `dL/dz2[${k}] ${HARD_CODED}`],
  [/delta hidden \(from the hard-coded outputs\)/, () => `dL/dz1[0] ${HARD_CODED}`],
  // A neuron as a circuit: the last w is the bias.
  [/dot/, () => 'z1[0]'],
  [/[fo]/, ({ last }) => `a${last}[0]`],
  [/exp\(-dot\)/, () => 'exp(-z1[0])'],
  [/d\/d\(exp\)/, () => '-1 / (1 + exp(-z1[0])) / (1 + exp(-z1[0]))'],
  [/d\/d\(dot\)/, () => 'dL/dz1[0]'],
  [/df\/dw(\d+)/, ({ inputs }, k = '') => (Number(k) === inputs ? 'dL/db1[0]' : `dL/dW1[0][${k}]`)],
  [/df\/dx(\d+)/, (_, k = '') => `dL/dx[${k}]`],
  [/do\/dx(\d+)/, (_, k = '') => `dL/dx[${less(k)}]`],
  [/do\/dw(\d+)/, (_, k = '') => `dL/dW1[0][${less(k)}]`],
  // Differences of two runs.
  [/loss with w(\d) = (\S+)/, (_, layer = '', value = '') => `loss where W${layer}[0][0] = ${value}`],
  [
    /one-sided slope for w(\d)/,
    ({ example }, layer = '') => {
      const pattern = new RegExp(`^loss with w${layer} = (\\S+)$`);
      const there = example.printed
        .map(({ name }) => pattern.exec(name)?.[1])
        .find((value) => value !== undefined);
      const here = example.network.layers[Number(layer) - 1]?.weights[0]?.[0];
      if (there === undefined || here === undefined) return undefined;
      return `slope of loss over W${layer}[0][0] by ${Number((Number(there) - here).toPrecision(12))}`;
    },
  ],
  [/relative difference with the two planted bugs/, () => 'gradient check by 1e-7, dW2 times 2, db1 times 4'],
  [/J\(x=(\S+), theta=(\S+)\)/, (_, x = '', theta = '') => `${x} * ${theta}`],
  [/dtheta\(x=(\S+)\)/, (_, x = '') => x],
];

/** In a chain f0, h1, f1 … of one function after another. */
const chainPhrases: readonly (readonly [RegExp, Say])[] = [
  [/f(\d+)/, (_, k = '') => `z${Number(k) + 1}[0]`],
  [/h(\d+)/, (_, k = '') => `a${k}[0]`],
  [/df(\d+)/, (_, k = '') => `dL/dz${Number(k) + 1}[0]`],
  [/dh(\d+)/, (_, k = '') => `dL/da${k}[0]`],
  [/dbeta(\d+)/, (_, k = '') => `dL/db${Number(k) + 1}[0]`],
  [/domega(\d+)/, (_, k = '') => `dL/dW${Number(k) + 1}[0][0]`],
];

/** What an author's name means: as the example itself says, as is known of such names, or what it says as it stands. */
export function meaningOf(name: string, example: WorkedExample): string {
  const told = example.means.get(name);
  if (told !== undefined) return told;
  const place: Place = {
    last: example.network.layers.length,
    inputs: example.network.layers[0]?.weights[0]?.length ?? 0,
    example,
  };
  for (const [pattern, say] of example.isChain ? chainPhrases : phrases) {
    const found = new RegExp(`^(?:${pattern.source})$`).exec(name.trim());
    const said = found && say(place, ...found.slice(1));
    if (said != null) return said;
  }
  return name.trim();
}
