import type { Scene } from '@/story/timeline.ts';

export const scenes: readonly Scene[] = [
  { id: 'forward-inputs', title: 'What goes in', opens: { cursor: 'start', dials: { met: 'sums' } }, steps: [{}] },
  {
    id: 'forward-weigh',
    title: 'Weigh and add',
    steps: [{ cursor: 'z.1.1' }, { cursor: 'z.1.2' }, { cursor: 'z.1.3' }],
  },
  { id: 'forward-gate', title: 'The gate', opens: { dials: { met: 'gate' } }, steps: [{ cursor: 'a.1.2' }, { cursor: 'a.1.3' }] },
  { id: 'forward-output', title: 'One more sum', steps: [{ cursor: 'z.2.1' }] },
  { id: 'forward-squash', title: 'Squash it into a chance', opens: { dials: { met: 'all' } }, steps: [{ cursor: 'yhat' }] },
  { id: 'forward-loss', title: 'The price of being unsure', steps: [{ cursor: 'loss' }] },
  {
    id: 'backward-start',
    title: 'Turn around',
    steps: [{ dials: { focus: 'loss' } }, { cursor: 'dyhat', dials: { focus: '' } }] },
  {
    id: 'backward-sigmoid',
    title: 'Through the squash',
    steps: [{ cursor: 'slope.2.1' }, { cursor: 'dz.2.1' }, { dials: { focus: 'error' } }],
  },
  {
    id: 'backward-output-weights',
    title: 'The last four parameters',
    opens: { dials: { focus: '' } },
    steps: [{ cursor: 'dw.2.1.1' }, { cursor: 'dw.2.1.3' }, { cursor: 'db.2.1' }],
  },
  {
    id: 'backward-share',
    title: 'Back through the weights',
    steps: [{ cursor: 'da.1.1' }, { cursor: 'da.1.2' }, { cursor: 'da.1.3' }],
  },
  { id: 'backward-gate', title: 'The gate again', steps: [{ cursor: 'dz.1.2' }, { cursor: 'dz.1.3' }] },
  {
    id: 'backward-hidden-weights',
    title: 'The first nine parameters',
    steps: [{ cursor: 'dw.1.1.2' }, { cursor: 'dw.1.3.2' }, { cursor: 'db.1.3' }],
  },
  { id: 'backward-all', title: 'All thirteen, in one sweep', steps: [{ cursor: 'dx.2' }, { dials: { focus: 'all' } }] },
  {
    id: 'update-step',
    title: 'Now move',
    steps: [{ dials: { focus: 'update' } }, { cursor: 'update', dials: { focus: '' } }, { cursor: 'clear' }],
  },
  {
    id: 'update-again',
    title: 'And again',
    opens: { step: 1, cursor: 'start' },
    steps: [{ cursor: 'loss' }, { cursor: 'dx.2' }],
  },
];
