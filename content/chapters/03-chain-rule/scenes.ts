import type { Scene, Telling } from '@/story/timeline.ts';

/** What the walk back computes at a hidden unit: the weight out of it, its activation, its sum. */
const throughUnit = (unit: number): readonly Telling[] =>
  [`dw.2.1.${unit}`, `da.1.${unit}`, `dz.1.${unit}`].map((of) => ({ of }));

/** And from its sum on: both products, the bias, both weights, and what arrives at the inputs. */
const intoInputs = (unit: number): readonly Telling[] =>
  [
    ...[1, 2].map((input) => `dproduct:w.1.${unit}.${input}`),
    `db.1.${unit}`,
    ...[1, 2].flatMap((input) => [`dw.1.${unit}.${input}`, `path:x.${input}/${unit}`]),
  ].map((of) => ({ of }));

export const scenes: readonly Scene[] = [
  {
    id: 'chain-one-path',
    title: 'One path, five factors',
    opens: { cursor: 'dx.2' },
    steps: [{ dials: { chain: 2 } }, { dials: { chain: 4 } }, { dials: { chain: 5 } }, {}],
  },
  {
    id: 'chain-graph',
    title: 'Every operation, one node',
    opens: { figure: 'chain-graph' },
    steps: [
      {},
      { dials: { walked: 2 }, tells: [{ of: 'dyhat' }, { of: 'dz.2.1' }] },
      {
        dials: { walked: 9 },
        tells: [
          ...[1, 2, 3].map((unit) => ({ of: `dproduct:w.2.1.${unit}` })),
          { of: 'db.2.1' },
          { of: 'dw.2.1.1' },
          { of: 'da.1.1' },
          { of: 'dz.1.1' },
        ],
      },
      { dials: { walked: 16 }, tells: intoInputs(1) },
      { dials: { walked: 26 }, tells: [...throughUnit(2), ...intoInputs(2)] },
      {
        dials: { walked: 36 },
        tells: [...throughUnit(3), ...intoInputs(3), { of: 'across:x.1' }, { of: 'across:x.2' }],
      },
      { dials: { view: 'forward', forward: 1 } },
      { dials: { view: 'hand' } },
    ],
  },
  {
    id: 'chain-sum',
    title: 'Multiply along, add across',
    opens: { figure: 'chain-sum', cursor: 'dx.2', dials: { view: 'input' } },
    steps: [
      {},
      { dials: { input: 1 }, tells: [{ of: 'path:x.1/1' }, { of: 'path:x.1/2' }, { of: 'path:x.1/3' }] },
      { dials: { input: 2 }, tells: [{ of: 'across:x.1' }] },
      {
        world: 'two-days',
        dials: { view: 'days', days: 2 },
        tells: [{ of: 'dw.1.2.1@0' }, { of: 'dw.1.2.1@1' }, { of: 'sum:w.1.2.1' }, { of: 'mean:w.1.2.1' }].map(
          (telling) => ({ ...telling, world: 'two-days' }),
        ),
      },
      {
        world: 'three-layers',
        dials: { view: 'weight', weight: 2 },
        tells: [
          { of: 'path:w.1.1.1/1-1' },
          { of: 'path:w.1.1.1/1-2' },
          { of: 'path:w.1.1.1/1-3' },
          { of: 'across:w.1.1.1' },
        ].map((telling) => ({ ...telling, world: 'three-layers' })),
      },
      {
        dials: { view: 'deep', deep: 2 },
        tells: [
          ...[1, 2, 3].flatMap((first) => [1, 2, 3].map((second) => ({ of: `path:x.1/${first}-${second}` }))),
          ...[1, 2, 3].map((first) => ({ of: `path:x.1/${first}` })),
          { of: 'rows:x.1' },
        ].map((telling) => ({ ...telling, world: 'three-layers' })),
      },
    ],
  },
  {
    id: 'chain-cost',
    title: 'The same roads, walked once',
    opens: { figure: 'chain-cost', world: 'essay', dials: { grown: 0 } },
    steps: [{}, { dials: { grown: 1 } }, { dials: { folded: 'roads' } }, { dials: { folded: 'kept' } }],
  },
  {
    id: 'chain-cancel',
    title: 'The slope that cancels',
    opens: { figure: 'chain-cancel', world: 'essay', cursor: 'dx.2' },
    steps: [
      { dials: { struck: 1 }, tells: [{ of: 'dyhat' }, { of: 'slope.2.1' }, { of: 'dz.2.1' }] },
      {
        dials: { second: 1 },
        tells: [
          { of: 'dyhat', world: 'squared' },
          { of: 'dz.2.1', world: 'squared' },
        ],
      },
      { dials: { plotted: 1 } },
      {
        dials: { turned: 1 },
        tells: [
          { of: 'yhat', world: 'turned' },
          { of: 'dz.2.1', world: 'turned' },
          { of: 'dz.2.1', world: 'turned-squared' },
        ],
      },
      { dials: { tabled: 1 } },
    ],
  },
  {
    id: 'chain-check',
    title: 'Don’t trust it. Check it.',
    opens: { figure: 'chain-check', cursor: 'dx.2' },
    steps: [
      { dials: { secant: 1 } },
      { dials: { view: 'digits' } },
      { dials: { fine: 1 } },
      { dials: { view: 'kink' } },
    ],
  },
  { id: 'chain-formulas', title: 'Every formula, in one place', opens: { figure: 'network', cursor: 'dx.2' }, steps: [{}, {}, {}] },
];
