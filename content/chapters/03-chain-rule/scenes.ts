import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'chain-one-path',
    title: 'One path, five factors',
    opens: { figure: 'chain-path', cursor: 'dx.2' },
    steps: [
      { dials: { lifted: 1 } },
      { dials: { multiplied: 2 } },
      { dials: { multiplied: 4 } },
      { dials: { multiplied: 5 }, tells: [{ of: 'chain:w.1.1.1' }] },
      { dials: { whose: 'chosen' } },
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
    id: 'chain-matrix',
    title: 'The same lines, read right to left',
    opens: { figure: 'chain-matrix', world: 'essay', cursor: 'dx.2' },
    steps: [
      { dials: { gathered: 4 }, tells: [1, 2, 3].map((unit) => ({ of: `z.1.${unit}` })) },
      { dials: { view: 'arrange' } },
      { dials: { view: 'back', turned: 1 } },
      { dials: { summed: 3 }, tells: [{ of: 'dx.1' }, { of: 'dx.2' }] },
      {
        dials: { view: 'outer', filled: 7 },
        tells: [1, 2, 3].flatMap((unit) => [1, 2].map((input) => ({ of: `dw.1.${unit}.${input}` }))),
      },
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
  {
    id: 'chain-formulas',
    title: 'Every formula, in one place',
    opens: { figure: 'chain-formulas', cursor: 'dx.2' },
    steps: [
      { dials: { forward: 5 } },
      { dials: { group: 'backward', backward: 10 } },
      { dials: { group: 'update', update: 1 } },
    ],
  },
];
