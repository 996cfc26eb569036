import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkFrom, quantities } from '@/engine/index.ts';
import { plainSettings } from '../story/arbitrary.ts';
import { mdxFiles, textOf } from './mdx.ts';

// Each rule stands in the chapter that unrolls the chain rule, and worked out by itself it gives the engine's number.

const chapter = textOf(mdxFiles.find((file) => file.startsWith('content/chapters/03-'))!);

/** A quantity of the network by its id. */
type Quantity = (id: string) => number;
interface Formula {
  readonly tex: string;
  /** What the rule computes, and how. */
  readonly rules: readonly (readonly [id: string, value: (q: Quantity) => number])[];
}

const units = [1, 2, 3];
const inputs = [1, 2];
const sumOf = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

const FORMULAS: readonly Formula[] = [
  {
    tex: String.raw`\signal{z_j} = w_{j1}\,\signal{x_1} + w_{j2}\,\signal{x_2} + b_j`,
    rules: units.map((j) => [
      `z.1.${j}`,
      (q) => q(`w.1.${j}.1`) * q('x.1') + q(`w.1.${j}.2`) * q('x.2') + q(`b.1.${j}`),
    ]),
  },
  {
    tex: String.raw`\signal{a_j} = \max(0, \signal{z_j})`,
    rules: units.map((j) => [`a.1.${j}`, (q) => Math.max(0, q(`z.1.${j}`))]),
  },
  {
    tex: String.raw`\signal{z} = \sum_j w_j\,\signal{a_j} + b`,
    rules: [['z.2.1', (q) => sumOf(units.map((j) => q(`w.2.1.${j}`) * q(`a.1.${j}`))) + q('b.2.1')]],
  },
  {
    tex: String.raw`\signal{\hat y} = \sigma(\signal{z}) = \frac{1}{1 + e^{-z}}`,
    rules: [['yhat', (q) => 1 / (1 + Math.exp(-q('z.2.1')))]],
  },
  {
    tex: String.raw`\lossed{L} = -\signal{y}\,\ln\,\signal{\hat y} - (1 - \signal{y})\,\ln(1 - \signal{\hat y})`,
    rules: [['loss', (q) => -q('y') * Math.log(q('yhat')) - (1 - q('y')) * Math.log(1 - q('yhat'))]],
  },
  {
    tex: String.raw`\gradient{\pd{L}{\hat y}} = -\frac{\signal{y}}{\signal{\hat y}} + \frac{1 - \signal{y}}{1 - \signal{\hat y}}`,
    rules: [['dyhat', (q) => -q('y') / q('yhat') + (1 - q('y')) / (1 - q('yhat'))]],
  },
  {
    tex: String.raw`\pd{\hat y}{z} = \signal{\hat y}\,(1 - \signal{\hat y})`,
    rules: [['slope.2.1', (q) => q('yhat') * (1 - q('yhat'))]],
  },
  {
    tex: String.raw`\gradient{\delta} = \gradient{\pd{L}{z}} = \gradient{\pd{L}{\hat y}} \cdot \pd{\hat y}{z} = \signal{\hat y} - \signal{y}`,
    rules: [
      ['dz.2.1', (q) => q('dyhat') * q('slope.2.1')],
      ['dz.2.1', (q) => q('yhat') - q('y')],
    ],
  },
  {
    tex: String.raw`\gradient{\pd{L}{w_j}} = \gradient{\delta}\,\signal{a_j}, \qquad \gradient{\pd{L}{b}} = \gradient{\delta}`,
    rules: [
      ...units.map((j): Formula['rules'][number] => [`dw.2.1.${j}`, (q) => q('dz.2.1') * q(`a.1.${j}`)]),
      ['db.2.1', (q) => q('dz.2.1')],
    ],
  },
  {
    tex: String.raw`\gradient{\pd{L}{a_j}} = \gradient{\delta}\,w_j`,
    rules: units.map((j) => [`da.1.${j}`, (q) => q('dz.2.1') * q(`w.2.1.${j}`)]),
  },
  {
    tex: String.raw`\gradient{\delta_j} = \begin{cases} \gradient{\pd{L}{a_j}} & \text{if } \signal{z_j} > 0 \\ 0 & \text{otherwise} \end{cases}`,
    rules: units.map((j) => [`dz.1.${j}`, (q) => (q(`z.1.${j}`) > 0 ? q(`da.1.${j}`) : 0)]),
  },
  {
    tex: String.raw`\gradient{\pd{L}{w_{jk}}} = \gradient{\delta_j}\,\signal{x_k}, \qquad \gradient{\pd{L}{b_j}} = \gradient{\delta_j}`,
    rules: units.flatMap((j): Formula['rules'] => [
      ...inputs.map((k): Formula['rules'][number] => [`dw.1.${j}.${k}`, (q) => q(`dz.1.${j}`) * q(`x.${k}`)]),
      [`db.1.${j}`, (q) => q(`dz.1.${j}`)],
    ]),
  },
  {
    tex: String.raw`\gradient{\pd{L}{x_k}} = \sum_j w_{jk}\,\gradient{\delta_j}`,
    rules: inputs.map((k) => [
      `dx.${k}`,
      (q) => sumOf(units.map((j) => q(`w.1.${j}.${k}`) * q(`dz.1.${j}`))),
    ]),
  },
];

describe('the formulas', () => {
  test.each(FORMULAS.map(({ tex }) => [tex]))('%s stands in the chapter', (tex) => {
    expect(chapter).toContain(`$$\n${tex}\n$$`);
  });

  test('worked out, give the numbers of the engine, each of its gradients and sums by one of them', () => {
    const told = new Set(FORMULAS.flatMap(({ rules }) => rules.map(([id]) => id)));
    fc.assert(
      fc.property(plainSettings, ({ x, y, theta }) => {
        const known = quantities(networkFrom({ sizes: [2, 3, 1], theta }), { input: x, target: [y] });
        const q: Quantity = (id) => {
          const value = known.get(id);
          if (value === undefined) throw new Error(`Expected a quantity, found ${id}`);
          return value;
        };
        // Past this a prediction has lost the digits that the textbook's form of the loss needs.
        fc.pre(Math.abs(q('z.2.1')) < 8);
        for (const { tex, rules } of FORMULAS)
          for (const [id, value] of rules)
            expect(Math.abs(value(q) - q(id)), `${tex} for ${id}`).toBeLessThan(
              1e-9 * Math.max(1, Math.abs(q(id))),
            );
        const untold = [...known.keys()].filter(
          (id) => !told.has(id) && !/^(x|y|w|b|gate|eta)(\.|$)/.test(id),
        );
        expect(untold).toEqual([]);
      }),
    );
  });
});
