import { format } from './format.ts';

/** Bounds, both of them allowed. */
export type Range = readonly [low: number, high: number];

/** Something a reader can set: how a link writes it and reads it, and what is said of it. */
export interface Setting<Value> {
  readonly fallback: Value;
  /** What a link has to say, for who wrote another one: «two numbers». */
  readonly expected: string;
  /** Undefined for a text that cannot be used. */
  parse(text: string): Value | undefined;
  /** The value within its bounds, and a sentence if that made it another one. */
  hold(value: Value): { readonly value: Value; readonly notice?: string };
  write(value: Value): string;
  /** Words or ids for what the page says has been changed, one for each part that is another now (changed-names.ts). */
  changed(value: Value): readonly string[];
  /** How it is set: turned and typed, one number after another, chosen from a list, or by going to a place. */
  readonly control: 'dial' | 'dials' | 'choice' | 'place' | 'lab';
  /** Whether it stands for all parts of a query that begin with its name and a full stop, and is written as they are. */
  readonly isGroup?: boolean;
}

/** A setting made of numbers, with the bounds that each is held to. */
export interface Ranged<Value> extends Setting<Value> {
  readonly range: Range;
}

const clamped = (value: number, [low, high]: Range): number => Math.min(high, Math.max(low, value));

const numberIn = (text: string): number => (text.trim() === '' ? NaN : Number(text));

const inRange = ([low, high]: Range): string =>
  `was brought into its range, ${format(low, 4, 0)} to ${format(high, 4, 0)}`;

/** One number. `isWhole`: a link's fraction is rounded. `words`: what it is called, if its changes are told. */
export const number = ({
  fallback,
  range,
  words,
  isWhole = false,
  control = 'dial',
}: {
  readonly fallback: number;
  readonly range: Range;
  readonly words?: string;
  readonly isWhole?: boolean;
  readonly control?: Setting<number>['control'];
}): Ranged<number> => ({
  fallback,
  range,
  control,
  expected: 'a number',
  parse: (text) => {
    const value = numberIn(text);
    return Number.isFinite(value) ? value : undefined;
  },
  hold: (asked) => {
    const held = clamped(asked, range);
    const value = isWhole ? Math.round(held) : held;
    if (held !== asked) return { value, notice: inRange(range) };
    return value === held ? { value } : { value, notice: `was rounded to ${value}: it is a whole number` };
  },
  write: String,
  changed: (value) => (words === undefined || value === fallback ? [] : [words]),
});

/** As many numbers as `fallback` has. `names`: what each is called, or the id of the quantity that it is. */
export const numbers = ({
  fallback,
  range,
  names,
  expected,
}: {
  readonly fallback: readonly number[];
  readonly range: Range;
  readonly names?: readonly string[];
  readonly expected: string;
}): Ranged<readonly number[]> => ({
  fallback,
  range,
  expected,
  control: 'dials',
  parse: (text) => {
    const found = text.split(',').map(numberIn);
    return found.length === fallback.length && found.every(Number.isFinite) ? found : undefined;
  },
  hold: (asked) => {
    const value = asked.map((one) => clamped(one, range));
    return value.some((one, i) => one !== asked[i]) ? { value, notice: inRange(range) } : { value };
  },
  write: String,
  changed: (value) => (names ?? []).filter((_, i) => value[i] !== fallback[i]),
});

/** One of a few names. */
export const choice = <Name extends string>({
  fallback,
  options,
  expected = `one of ${options.join(', ')}`,
  words,
}: {
  readonly fallback: Name;
  readonly options: readonly Name[];
  readonly expected?: string;
  readonly words?: string;
}): Setting<Name> => ({
  fallback,
  expected,
  control: 'choice',
  parse: (text) => options.find((name) => name === text),
  hold: (value) => ({ value }),
  write: String,
  changed: (value) => (words === undefined || value === fallback ? [] : [words]),
});

/** A setting that the reader may leave alone: it is undefined, and in no link, until they set it. */
export const optional = <Value, Kind extends Setting<Value>>(
  setting: Kind & Setting<Value>,
): Omit<Kind, keyof Setting<Value>> & Setting<Value | undefined> => ({
  ...setting,
  fallback: undefined,
  hold: (value) => (value === undefined ? { value } : setting.hold(value)),
  write: (value) => (value === undefined ? '' : setting.write(value)),
  changed: (value) => (value === undefined ? [] : setting.changed(value)),
});
/** Nothing, or so many numbers: something the reader may leave out. `expected` and the bounds as for `numbers`. */
export const optionalNumbers = ({
  length,
  ranges,
  expected,
}: {
  readonly length: number;
  /** Of each number; the last one holds for all that follow. */
  readonly ranges: readonly Range[];
  readonly expected: string;
}): Setting<readonly number[]> => {
  const rangeOf = (i: number): Range => ranges[Math.min(i, ranges.length - 1)] ?? [-Infinity, Infinity];
  return {
    fallback: [],
    expected,
    control: 'dials',
    parse: (text) => {
      const found = text.split(',').map(numberIn);
      return found.length === length && found.every(Number.isFinite) ? found : undefined;
    },
    hold: (asked) => {
      const value = asked.map((one, i) => clamped(one, rangeOf(i)));
      return value.some((one, i) => one !== asked[i])
        ? { value, notice: 'was brought into its range' }
        : { value };
    },
    write: String,
    changed: () => [],
  };
};

/**
 * All that is set in a lab, as the part of a query that its own table writes and reads (browser/seat.ts). Nothing of it is
 * judged here: the table comes with the lab.
 */
export const labSetting: Setting<string> = {
  fallback: '',
  expected: 'the settings of a lab',
  control: 'lab',
  isGroup: true,
  parse: (text) => text,
  hold: (value) => ({ value }),
  write: (value) => value,
  changed: () => [],
};
