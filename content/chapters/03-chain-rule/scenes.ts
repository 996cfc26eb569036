import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'chain-one-path',
    title: 'One path, five factors',
    opens: { cursor: 'dx.2' },
    steps: [{ chain: 2 }, { chain: 4 }, { chain: 5 }, {}],
  },
  {
    id: 'chain-sum',
    title: 'Multiply along, add across',
    opens: { chain: 0, cursor: 'db.1.3' },
    steps: [{}, { cursor: 'dx.1' }, {}],
  },
  { id: 'chain-formulas', title: 'Every formula, in one place', opens: { cursor: 'dx.2' }, steps: [{}, {}, {}] },
];
