import type { Setting } from './setting.ts';

/** Settings by name. A study with settings of its own has a table of its own, read and written under its prefix. */
export type Table = Readonly<Record<string, Setting<unknown>>>;

/** What a table's settings are set to. */
export type ValuesOf<T extends Table> = {
  readonly [Name in keyof T]: T[Name] extends Setting<infer Value> ? Value : never;
};

/** What a link said, and a sentence for each part of it that could not be used as it stood. */
export interface Read<T extends Table> {
  readonly values: ValuesOf<T>;
  readonly notices: readonly string[];
}

const entriesOf = (table: Table): readonly (readonly [string, Setting<unknown>])[] => Object.entries(table);

/** Whether a value is written like the setting's fallback. */
const isFallback = (setting: Setting<unknown>, value: unknown): boolean =>
  setting.write(value) === setting.write(setting.fallback);

/** Every setting at its fallback. */
export const fallbacksOf = <T extends Table>(table: T): ValuesOf<T> =>
  Object.fromEntries(entriesOf(table).map(([name, { fallback }]) => [name, fallback])) as ValuesOf<T>;

/** As much of a query as begins with a group's name, or null. */
const groupIn = (query: URLSearchParams, name: string): string | null => {
  const parts = [...query].filter(([key]) => key.startsWith(`${name}.`));
  return parts.length === 0
    ? null
    : parts.map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ',')}`).join('&');
};

/** How much of a text that cannot be used is quoted. */
const QUOTED = 40;

/**
 * Reads a table's settings out of a query. Total: what cannot be read stays at its fallback, what is out of range is
 * brought to its nearest bound, and each time a notice names the part, what was expected and what was found.
 */
export const valuesIn = <T extends Table>(
  table: T,
  asked: URLSearchParams | string,
  prefix = '',
): Read<T> => {
  const query = typeof asked === 'string' ? new URLSearchParams(asked) : asked;
  const notices: string[] = [];
  const read = ([name, setting]: readonly [string, Setting<unknown>]): readonly [string, unknown] => {
    const text = setting.isGroup ? groupIn(query, prefix + name) : query.get(prefix + name);
    if (text === null) return [name, setting.fallback];
    const parsed = setting.parse(text);
    if (parsed === undefined) {
      notices.push(
        `${prefix}${name} was ignored: expected ${setting.expected}, found “${text.slice(0, QUOTED)}”.`,
      );
      return [name, setting.fallback];
    }
    const { value, notice } = setting.hold(parsed);
    if (notice !== undefined) notices.push(`${prefix}${name} ${notice}.`);
    return [name, value];
  };
  return { values: Object.fromEntries(entriesOf(table).map(read)) as ValuesOf<T>, notices };
};

/** What differs from its fallback, as parts of a query that `valuesIn` reads back to the same. */
export const partsOf = <T extends Table>(table: T, values: ValuesOf<T>, prefix = ''): readonly string[] =>
  entriesOf(table).flatMap(([name, setting]) =>
    isFallback(setting, values[name])
      ? []
      : [setting.isGroup ? setting.write(values[name]) : `${prefix}${name}=${setting.write(values[name])}`],
  );

/** What is called by name of that which differs from its fallback. */
export const changedIn = <T extends Table>(table: T, values: ValuesOf<T>): readonly string[] =>
  entriesOf(table).flatMap(([name, setting]) => setting.changed(values[name]));

/** The same values; where one is written like its fallback, the fallback itself. */
export const settledIn = <T extends Table>(table: T, values: ValuesOf<T>): ValuesOf<T> =>
  Object.fromEntries(
    entriesOf(table).map(([name, setting]) => [
      name,
      isFallback(setting, values[name]) ? setting.fallback : values[name],
    ]),
  ) as ValuesOf<T>;
