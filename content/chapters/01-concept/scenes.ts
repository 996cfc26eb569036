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
    steps: [{}, { probe: 1 }, { probe: -1 }, { probe: 0 }],
  },
  {
    id: 'concept-nudge',
    title: 'Nudge one number',
    opens: { figure: 'network' },
    steps: [{}, { nudge: 1 }, {}],
  },
  {
    id: 'concept-bill',
    title: 'The bill',
    opens: { figure: 'bill', nudge: 0 },
    steps: [{ bill: 0.08 }, { bill: 1 }, {}],
  },
];
