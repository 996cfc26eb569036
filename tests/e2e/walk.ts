import { PARAMETERS } from '../truth/setting.ts';
import { randomFrom, type Random } from '../../src/engine/index.ts';
import { chapters } from '../../content/chapters/index.ts';
import { scenes } from './reading.ts';

// A walk through the essay as data: moves drawn from a seed, each of them something that a reader can do.

/** A control of the page: in which section it is, and which of those that a selector finds. */
export interface Control {
  readonly at: string;
  readonly selector: string;
  readonly index: number;
}

export type Move =
  /** Scrolls by so many windows, down or, below 0, up. */
  | { readonly kind: 'scroll'; readonly windows: number }
  | { readonly kind: 'jump'; readonly to: string; readonly by: 'address' | 'rail' }
  /** Presses a key while no control has the focus. */
  | { readonly kind: 'key'; readonly key: string }
  /** Turns a dial to a place from 0 to 1, all at once or on the way there. */
  | { readonly kind: 'turn'; readonly control: Control; readonly place: number; readonly isDragged: boolean }
  /** Types a number over another, and takes it in; or thinks better of it. */
  | { readonly kind: 'type'; readonly control: Control; readonly text: string; readonly isTaken: boolean }
  | { readonly kind: 'press'; readonly control: Control };

const places: readonly string[] = [
  'top',
  ...chapters.map(({ id }) => id),
  ...scenes.map(({ id }) => id),
  'passes-lab',
];

/** One of each kind of control, with how many there are of it. */
const controls = (at: string, selector: string, count: number): readonly Control[] =>
  Array.from({ length: count }, (_, index) => ({ at, selector, index }));

const dials: readonly (readonly Control[])[] = [
  controls('top', '.toy .dials input', PARAMETERS.length),
  // The two inputs, the target, the learning rate and the chosen parameter.
  controls('passes-lab', '.lab .dial input[type="range"]', 5),
];
const fields: readonly (readonly Control[])[] = [
  controls('passes-lab', '.lab .parameters input', PARAMETERS.length),
  controls('passes-lab', '.lab .dial input[type="text"]', 5),
];
const labButtons = controls('passes-lab', '.lab .transport .buttons button', 5);
const buttons: readonly (readonly Control[])[] = [
  labButtons,
  labButtons,
  controls('passes-lab', '.lab .parameters th button', PARAMETERS.length),
  controls('passes-lab', '.lab [data-pick]', PARAMETERS.length),
  controls('passes-lab', '.lab .actions button', 1),
  // One step, back, reset; Run goes on by itself, for longer than a walk can wait.
  controls('training-run', '[data-stage="training"] .transport .round', 3),
  controls('concept-nudge', '[data-stage="concept"] [data-pick]', PARAMETERS.length),
  controls('chain-one-path', '#chain-one-path .picker label', PARAMETERS.length),
  controls('backward-share', '[data-stage="passes"] .stepper button', 2),
  controls('top', '.toy .score button', 1),
  controls('', '.stepper .motion', 1),
];
/** Undo, Redo and Reset, where the page says what was changed. */
const history = controls('', '.changed button', 3);

const KEYS = ['ArrowRight', 'ArrowLeft', 'j', 'k', 'j', 'ArrowRight', 'Home', 'End'];
const HISTORY_KEYS = ['Control+z', 'Control+z', 'Control+Shift+z', 'Control+y'];

/** What a reader may type: any size that is allowed, and now and then something that is not. */
const typed = (random: Random): string => {
  const size = [1, 2, 2, 5, 20][Math.floor(random() * 5)] ?? 1;
  const text = ((random() * 2 - 1) * size).toFixed(Math.floor(random() * 5));
  return random() < 0.1 ? `${text}x` : text.replace('-', '−');
};

/** The moves of a seed. */
export const movesOf = (seed: number, count: number): readonly Move[] => {
  const random = randomFrom(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const kinds: readonly (readonly [number, () => Move])[] = [
    [22, () => ({ kind: 'scroll', windows: (random() * 2 - 1) * one([0.1, 0.5, 1, 3, 12]) })],
    [12, () => ({ kind: 'jump', to: one(places), by: one(['address', 'rail']) })],
    [14, () => ({ kind: 'key', key: one(KEYS) })],
    [10, () => ({ kind: 'key', key: one(HISTORY_KEYS) })],
    [18, () => ({ kind: 'turn', control: one(one(dials)), place: random(), isDragged: random() < 0.4 })],
    [8, () => ({ kind: 'type', control: one(one(fields)), text: typed(random), isTaken: random() < 0.85 })],
    [13, () => ({ kind: 'press', control: one(one(buttons)) })],
    [3, () => ({ kind: 'press', control: one(history) })],
  ];
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let rest = random() * total;
    const [, make] = kinds.find(([weight]) => (rest -= weight) < 0) ?? kinds[0]!;
    return make();
  });
};
