import fc from 'fast-check';
import {
  ACTIVATIONS,
  DATA,
  GATES,
  LOSSES,
  MOST_CHANGES,
  MOST_EPOCHS,
  type GateValues,
} from '@/story/gates/settings.ts';
import { fallbacksOf } from '@/story/table.ts';

/** The glass box as it is at first, but for some settings. */
export const set = (changes: Partial<GateValues> = {}): GateValues => ({ ...fallbacksOf(GATES), ...changes });

const number = ([min, max]: readonly [number, number]) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const whole = (min: number, max: number) => fc.integer({ min, max });

const change = fc.record({
  from: whole(1, MOST_EPOCHS),
  loss: fc.constantFrom(...LOSSES),
  eta: number(GATES['gates.eta'].range),
  activation: fc.constantFrom(...ACTIVATIONS),
});

/** Anything that can be set. `most` epochs, to keep a run short. */
export const anySetting = (most = MOST_EPOCHS): fc.Arbitrary<GateValues> =>
  fc.record({
    'gates.data': fc.constantFrom(...DATA),
    'gates.rows': fc.array(
      fc.record({
        input: fc.tuple(number([-10, 10]), number([-10, 10])),
        target: fc.tuple(number([0, 1])),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    'gates.hidden': fc.array(whole(1, 6), { minLength: 1, maxLength: 2 }),
    'gates.activation': fc.constantFrom(...ACTIVATIONS),
    'gates.loss': fc.constantFrom(...LOSSES),
    'gates.eta': number(GATES['gates.eta'].range),
    'gates.range': number(GATES['gates.range'].range),
    'gates.bias': number(GATES['gates.bias'].range),
    'gates.seed': whole(0, 9999),
    'gates.lock': number(GATES['gates.lock'].range),
    'gates.speed': number(GATES['gates.speed'].range),
    'gates.epoch': whole(0, most),
    'gates.ran': fc.option(whole(0, most), { nil: undefined }),
    'gates.then': fc
      .uniqueArray(change, { selector: ({ from }) => from, maxLength: MOST_CHANGES })
      .map((changes) => changes.toSorted((a, b) => a.from - b.from)),
    'gates.row': whole(1, 8),
    'gates.line': fc.constantFrom('w.1.1.1', 'w.1.2.2', 'b.1.1', 'w.2.1.1', 'b.2.1', 'w.3.1.4'),
    'gates.fork': fc.option(whole(0, most), { nil: undefined }),
    'gates.on': whole(0, 300),
  });
