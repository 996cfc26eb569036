import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'training-run',
    title: 'Two hundred steps',
    opens: { figure: 'training-run', cursor: 'loss' },
    steps: [{}, { dials: { told: 1 } }, {}, {}],
  },
  { id: 'training-silence', title: 'Two units fall silent', opens: { figure: 'silence' }, steps: [{}, {}, {}] },
  {
    id: 'training-two-days',
    title: 'Two days, one set of numbers',
    opens: { figure: 'two-days', world: 'two-days', cursor: 'start' },
    steps: [
      { cursor: 'dx.2@0' },
      { cursor: 'dx.2@1' },
      { cursor: 'db.2.1', dials: { store: 1 } },
      { cursor: 'clear', dials: { clear: 1 } },
      { dials: { fast: 1 } },
      { dials: { later: 1 } },
    ],
  },
  {
    id: 'training-surface',
    title: 'Thirteen dimensions, two at a time',
    opens: { figure: 'training-surface', world: 'two-days' },
    steps: [
      {},
      { dials: { view: 'slope', slope: 1 } },
      { dials: { folds: 1 } },
      { dials: { view: 'ground', slope: 0, runs: 1 } },
      { dials: { view: 'noise' } },
      { dials: { view: 'saddle', saddles: 1 } },
      { dials: { view: 'all', saddles: 0 } },
    ],
  },
];
