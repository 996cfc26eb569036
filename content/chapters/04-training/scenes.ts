import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  {
    id: 'training-run',
    title: 'Two hundred steps',
    opens: { figure: 'training-run', cursor: 'loss' },
    steps: [{}, { dials: { told: 1 } }, {}, {}],
  },
  { id: 'training-silence', title: 'Two units fall silent', opens: { figure: 'silence' }, steps: [{}, {}, {}] },
];
