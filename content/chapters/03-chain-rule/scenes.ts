import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'chain-one-path',
    title: 'One path, five factors',
    opens: { cursor: 'dx.2' },
    steps: [{ dials: { chain: 2 } }, { dials: { chain: 4 } }, { dials: { chain: 5 } }, {}],
  },
  {
    id: 'chain-sum',
    title: 'Multiply along, add across',
    opens: { dials: { chain: 0 }, cursor: 'db.1.3' },
    steps: [{}, { cursor: 'dx.1' }, {}],
  },
  {
    id: 'chain-cost',
    title: 'The same roads, walked once',
    opens: { figure: 'chain-cost', dials: { grown: 0 } },
    steps: [{}, { dials: { grown: 1 } }, { dials: { folded: 'roads' } }, { dials: { folded: 'kept' } }],
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
