import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mathml } from '../../build/math.ts';
import { misshapen } from '../../build/math-shape.ts';
import { networkFrom, quantities } from '@/engine/index.ts';
import { texIn as texOf, WRITTEN } from '@/story/written-formulas.ts';
import { plainSettings } from '../story/arbitrary.ts';
import { mdxFiles, textOf } from './mdx.ts';
import { equationsIn, workedOut, type Quantity } from './tex.ts';

// Every formula of the essay is worked out as it is written, and has to give the engine's numbers.

const texIn = (path: string): readonly string[] => {
  const mdx = textOf(path);
  const displayed = [...mdx.matchAll(/\$\$\n([\s\S]*?)\n\$\$/g)].map(([, tex = '']) => tex);
  const short = [...mdx.matchAll(/^formula: '(.*)'$/gm)].map(([, tex = '']) => tex);
  return [...displayed, ...short];
};

/** Letters of what is no single number of the network: all parameters at once, a change, a matrix, any graph's nodes. */
const GENERAL = /\\(theta|Delta|nabla|lambda|mathrm|begin\{(aligned|[bp]matrix)\})|\{[uv]\}/;

const formulas = [
  ...mdxFiles.flatMap((path) => texIn(path)),
  ...Object.values(WRITTEN).flatMap((formula) => [texOf('delta', formula), texOf('partial', formula)]),
].map((tex) => ({ tex }));
const own = formulas.filter(({ tex }) => !GENERAL.test(tex));

const quantityOf =
  (known: ReadonlyMap<string, number>): Quantity =>
  (id) => {
    const value = known.get(id);
    if (value === undefined) throw new Error(`Expected a quantity, found ${id}`);
    return value;
  };

/** What is wrong with a formula on a network, a line each. */
const faultsOf = (tex: string, q: Quantity): readonly string[] =>
  equationsIn(tex).flatMap((sides) =>
    sides.length < 2
      ? [`no equation: ${tex}`]
      : workedOut(sides, q)
          .filter(({ off }) => !(off < 1e-9))
          .map(({ id, off }) => `${id ?? 'a side'} is off by ${off}: ${tex}`),
  );

describe('the formulas', () => {
  test('worked out as they are written, give the numbers of the engine', () => {
    expect(own.length).toBeGreaterThan(12);
    fc.assert(
      fc.property(plainSettings, ({ x, y, theta }) => {
        const q = quantityOf(quantities(networkFrom({ sizes: [2, 3, 1], theta }), { input: x, target: [y] }));
        // Past this a prediction has lost the digits that the textbook's form of the loss needs.
        fc.pre(Math.abs(q('z.2.1')) < 8);
        expect(own.flatMap(({ tex }) => faultsOf(tex, q))).toEqual([]);
      }),
    );
  });

  test('tell every sum and every gradient of the network', () => {
    const known = quantities(
      networkFrom({ sizes: [2, 3, 1], theta: Array.from({ length: 13 }, (_, i) => i / 9) }),
      {
        input: [0.8, 0.2],
        target: [1],
      },
    );
    const told = new Set(
      own.flatMap(({ tex }) =>
        equationsIn(tex).flatMap((sides) => workedOut(sides, quantityOf(known)).map(({ id }) => id)),
      ),
    );
    const untold = [...known.keys()].filter((id) => !told.has(id) && !/^(x|y|w|b|gate|eta)(\.|$)/.test(id));
    expect(untold).toEqual([]);
  });

  test.each([
    [String.raw`\gradient{\delta} = \signal{\hat y} + \signal{y}`],
    [String.raw`\gradient{\pd{L}{x_k}} = \sum_j w_{jk}\,\gradient{\pd{L}{a_j}}`],
    [
      String.raw`\gradient{\delta_j} = \begin{cases} \gradient{\pd{L}{a_j}} & \text{if } \signal{z_j} < 0 \\ 0 & \text{otherwise} \end{cases}`,
    ],
    [String.raw`\signal{z_j} = w_{1j}\,\signal{x_1} + w_{j2}\,\signal{x_2} + b_j`],
  ])('a wrong one is noticed: %s', (tex) => {
    const q = quantityOf(
      quantities(
        networkFrom({
          sizes: [2, 3, 1],
          theta: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
        }),
        {
          input: [0.8, 0.2],
          target: [1],
        },
      ),
    );
    expect(() => {
      const faults = faultsOf(tex, q);
      if (faults.length > 0) throw new Error(faults[0]);
    }).toThrow();
  });
});

describe('the markup of the formulas', () => {
  const written = mdxFiles.flatMap((path) => [
    ...texIn(path),
    ...[...textOf(path).matchAll(/(?<!\$)\$([^$\n]+)\$(?!\$)/g)].map(([, tex = '']) => tex),
  ]);

  test('has as many children everywhere as MathML asks for', () => {
    expect(written.length).toBeGreaterThan(60);
    expect(written.flatMap((tex) => misshapen(mathml(tex, false)))).toEqual([]);
  });

  test('is refused where it has not', () => {
    expect(misshapen('<msub><mi>λ</mi><mi>min</mi><mo>\u2061</mo></msub>')).toEqual([
      '<msub> with 3 children, not 2',
    ]);
    expect(misshapen('<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mspace width="1em"/></mfrac>')).toEqual([]);
  });
});
