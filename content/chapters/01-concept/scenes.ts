import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'concept-prediction',
    title: 'One morning, one prediction',
    opens: { figure: 'prediction' },
    steps: [{ dials: { ran: 1 } }, { dials: { day: 1 } }, { dials: { open: 1 } }],
  },
  {
    id: 'concept-loss',
    title: 'How wrong is wrong?',
    opens: { figure: 'loss-curve', cursor: 'loss' },
    steps: [
      { dials: { drawn: 1 } },
      { dials: { probe: 1 } },
      { dials: { ladder: 2, top: 7.6 } },
      { dials: { probe: -1, ladder: 0, top: 2.6 } },
      { dials: { probe: 0, hand: 1 } },
    ],
  },
  {
    id: 'concept-nudge',
    title: 'Nudge one number',
    opens: { figure: 'nudge' },
    steps: [
      {},
      { dials: { ripple: 1 } },
      { dials: { told: 1, view: 1 } },
      { dials: { near: 1 } },
      { dials: { view: 2 } },
    ],
  },
  {
    id: 'concept-bill',
    title: 'The bill',
    opens: { figure: 'bill' },
    steps: [
      { dials: { runs: 4 } },
      { dials: { runs: 26 } },
      { dials: { strip: 1 } },
      { dials: { back: 1 } },
    ],
  },
];
