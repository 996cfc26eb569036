import { PARAMETERS } from './essay.ts';
import { format } from './format.ts';
import type { Settings } from './settings.ts';

// A unit that is silent at the start, and the smallest moves by hand that open its gate.

/** What can be moved to wake a unit: an input, its own bias, a weight into it. */
export const WAYS = ['input', 'bias', 'weight'] as const;

export type Way = (typeof WAYS)[number];

type Own = Pick<Settings, 'x' | 'theta'>;

/** A move that opens a gate: which number, from where to where, and the unit's sum before and after. */
export interface Waking {
  readonly way: Way;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/** By so much at a time. */
const TENTH = 0.1;
/** The bounds of what may be set. */
const MOST = { input: 5, bias: 20, weight: 20 } as const;

const UNITS = [3, 1, 2] as const;

/** A parameter's place among all, by name. */
const placeOf = (id: string): number => PARAMETERS.findIndex((name) => name === id);

/** The sum z of a hidden unit, from 1, for an input. */
export const sumOf = (theta: readonly number[], unit: number, input: readonly number[]): number =>
  input.reduce((sum, x, k) => sum + x * (theta[placeOf(`w.1.${unit}.${k + 1}`)] ?? NaN), 0) +
  (theta[placeOf(`b.1.${unit}`)] ?? NaN);

/** The unit that there is to wake: unit 3 if its gate is shut at the start, else the first that is; undefined if none is. */
export const sleeperOf = ({ x, theta }: Own): number | undefined =>
  UNITS.find((unit) => sumOf(theta, unit, x) <= 0);

const withNumber = ({ x, theta }: Own, id: string, value: number): Own =>
  id.startsWith('x.')
    ? { x: x.with(Number(id.slice(2)) - 1, value), theta }
    : { x, theta: theta.with(placeOf(id), value) };

const valueIn = ({ x, theta }: Own, id: string): number =>
  (id.startsWith('x.') ? x[Number(id.slice(2)) - 1] : theta[placeOf(id)]) ?? NaN;

/** Numbers that can be moved to wake a unit in a way: the one that moves its sum most comes first. */
const candidates = (own: Own, unit: number, way: Way): readonly string[] => {
  if (way === 'bias') return [`b.1.${unit}`];
  const inputs = own.x.map((x, k) => ({ x, k: k + 1, weight: valueIn(own, `w.1.${unit}.${k + 1}`) }));
  return way === 'input'
    ? inputs.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ k }) => `x.${k}`)
    : inputs.toSorted((a, b) => Math.abs(b.x) - Math.abs(a.x)).map(({ k }) => `w.1.${unit}.${k}`);
};

/** The smallest move of one number, in tenths, that opens the gate; undefined if none within the bounds does. */
const wakingBy = (own: Own, unit: number, way: Way, id: string): Waking | undefined => {
  const from = valueIn(own, id);
  const before = sumOf(own.theta, unit, own.x);
  const at = (value: number): number => {
    const { x, theta } = withNumber(own, id, value);
    return sumOf(theta, unit, x);
  };
  const rate = at(from + 1) - before;
  if (rate === 0) return undefined;
  const first = Math.max(1, Math.floor(-before / Math.abs(rate) / TENTH));
  for (let tenths = first; tenths <= first + 3; tenths++) {
    const to = Number((from + Math.sign(rate) * tenths * TENTH).toFixed(10));
    const after = at(to);
    // A sum that is above zero by rounding alone is not.
    if (after > 1e-9) return Math.abs(to) <= MOST[way] ? { way, id, from, to, before, after } : undefined;
  }
  return undefined;
};

/** How a unit that is silent at the start can be woken in one way; undefined if there is none, or no such move. */
export const wakingOf = (own: Own, way: Way): Waking | undefined => {
  const unit = sleeperOf(own);
  if (unit === undefined) return undefined;
  return candidates(own, unit, way)
    .map((id) => wakingBy(own, unit, way, id))
    .find((waking) => waking !== undefined);
};

/** Inputs and parameters with the reader's own waking, as the settings have it. */
export const moved = (settings: Own & Pick<Settings, 'wake.by'>): Own => {
  const way = settings['wake.by'];
  const waking = way && wakingOf(settings, way);
  return waking ? withNumber(settings, waking.id, waking.to) : { x: settings.x, theta: settings.theta };
};

/** «0.20 → 0.50» */
export const moveText = ({ from, to }: Waking): string => `${format(from)} → ${format(to)}`;
