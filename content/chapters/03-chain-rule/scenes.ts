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
  { id: 'chain-formulas', title: 'Every formula, in one place', opens: { cursor: 'dx.2' }, steps: [{}, {}, {}] },
];
