import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'concept-prediction',
    title: 'A shrug',
    opens: { cursor: 'yhat' },
    steps: [{}, {}, {}],
  },
  {
    id: 'concept-loss',
    title: 'How wrong is wrong?',
    opens: { figure: 'loss-curve', cursor: 'loss' },
    steps: [{}, { dials: { probe: 1 } }, { dials: { probe: -1 } }, { dials: { probe: 0 } }],
  },
  {
    id: 'concept-nudge',
    title: 'Nudge one number',
    opens: { figure: 'network' },
    steps: [{}, { dials: { nudge: 1 } }, {}],
  },
  {
    id: 'concept-bill',
    title: 'The bill',
    opens: { figure: 'bill' },
    steps: [{ dials: { bill: 0.08 } }, { dials: { bill: 1 } }, {}],
  },
];
