import { FAST_ETA, WILD_ETA } from '@/story/essay.ts';
import { PRESETS } from '@/story/rates.ts';
import type { Scene } from '@/story/timeline.ts';

/** Where the rate laboratory's dial stands, as a power of ten. */
const [, calm, lucky] = PRESETS.map((eta) => ({ power: Math.log10(eta) }));

export const scenes: readonly Scene[] = [
  {
    id: 'training-run',
    title: 'Two hundred steps',
    opens: { figure: 'training-run', cursor: 'loss' },
    steps: [{}, { dials: { told: 1 } }, {}, {}],
  },
  {
    id: 'training-silence',
    title: 'Who falls silent, and why?',
    opens: { figure: 'silence', world: 'woken', cursor: 'dx.2' },
    steps: [
      { dials: { pushed: 1 } },
      { dials: { spot: 1 } },
      { dials: { spot: 0, panel: 'days' } },
      { dials: { panel: 'wake' } },
      { dials: { panel: 'leak' } },
    ],
  },
  {
    id: 'training-two-days',
    title: 'Two days, one set of numbers',
    opens: { figure: 'two-days', world: 'two-days', cursor: 'start' },
    steps: [
      { cursor: 'dx.2@0' },
      { cursor: 'dx.2@1' },
      { cursor: 'db.2.1', dials: { store: 1 } },
      { cursor: 'clear', dials: { clear: 1 } },
      { dials: { later: 1 } },
    ],
  },
  {
    id: 'training-rate',
    title: 'How far is one step?',
    opens: { figure: 'training-rate', world: 'essay' },
    steps: [
      { dials: { power: Math.log10(WILD_ETA) } },
      { world: 'two-days', dials: { days: 'two', ...calm } },
      { dials: { power: Math.log10(FAST_ETA) } },
      { dials: { power: Math.log10(WILD_ETA) } },
      { dials: { hunt: 1, ...lucky } },
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
