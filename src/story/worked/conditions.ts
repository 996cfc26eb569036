import type { Slip } from '../../engine/dense/index.ts';
import { numberFrom, Refusal } from './example.ts';

/** Under what a quantity is asked for. */
export interface Conditions {
  /** Updates made before; undefined says none was spoken of. */
  readonly steps: number | undefined;
  readonly slip: Slip | undefined;
  /** Whether biases move; undefined is as the author has it. */
  readonly movesBiases: boolean | undefined;
  /** Weight matrices are read with rows and columns exchanged. */
  readonly isTransposed: boolean;
  /** This layer's biases, from 1, are left out. */
  readonly dropped: number | undefined;
  /** Errors are not squared. */
  readonly isUnsquared: boolean;
  /** Another input than the example's. */
  readonly input: readonly number[] | undefined;
  /** Numbers set: `a1[0]`, or a parameter `W2[0][0]`. */
  readonly set: ReadonlyMap<string, number>;
}

export const unconditional: Conditions = {
  steps: undefined,
  slip: undefined,
  movesBiases: undefined,
  isTransposed: false,
  dropped: undefined,
  isUnsquared: false,
  input: undefined,
  set: new Map(),
};

/** Each says something at the end of a name; a comma may stand before it. */
const clauses: readonly (readonly [RegExp, (...found: readonly string[]) => Partial<Conditions>])[] = [
  [/after (\d{1,6}) (?:steps?|updates?)$/, (steps = '') => ({ steps: Number(steps) })],
  [/through updated weights$/, () => ({ slip: 'updated' })],
  [/without the gate$/, () => ({ slip: 'ungated' })],
  [/dividing$/, () => ({ slip: 'divides' })],
  [/biases too$/, () => ({ movesBiases: true })],
  [/weights only$/, () => ({ movesBiases: false })],
  [/transposed$/, () => ({ isTransposed: true })],
  [/without b(\d+)$/, (layer = '') => ({ dropped: Number(layer) })],
  [/not squared$/, () => ({ isUnsquared: true })],
  [/for input ([-.\de, ]+)$/, (numbers = '') => ({ input: numbers.split(',').map(Number) })],
  [/where (\S+ = \S+(?: and \S+ = \S+)*)$/, (settings = '') => ({ set: settingsFrom(settings) })],
];

/** A name without its conditions, and these: `loss after 1 step, biases too`. Of two that contradict, the last counts. */
export function conditionsOf(name: string): { readonly rest: string; readonly conditions: Conditions } {
  let rest = name.trim();
  let told: Partial<Conditions> = {};
  for (;;) {
    const hit = clauses.flatMap(([pattern, read]) => {
      const found = new RegExp(`(?:^|,?\\s+)${pattern.source}`).exec(rest);
      return found ? [{ at: found.index, told: read(...found.slice(1)) }] : [];
    })[0];
    if (!hit) return { rest, conditions: { ...unconditional, ...told } };
    rest = rest.slice(0, hit.at);
    told = { ...hit.told, ...told };
  }
}

function settingsFrom(settings: string): ReadonlyMap<string, number> {
  return new Map(
    settings.split(' and ').map((setting) => {
      const [name = '', value = ''] = setting.split(' = ');
      const number = numberFrom(value);
      if (Number.isNaN(number)) throw new Refusal(`expected a number for ${name}, found "${value}"`);
      return [name, number];
    }),
  );
}
