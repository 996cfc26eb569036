// The engine's manners: wrong shapes, numbers that are not finite and unknown names are refused at the door with a
// RangeError that says what was expected and what was found.

/** The item at `index`. Throws RangeError where there is none. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) {
    throw new RangeError(`expected an index from 0 to ${items.length - 1}, found ${index}`);
  }
  return item;
}

/** What `map` holds under `key`. Throws RangeError where it holds nothing. */
export function under<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new RangeError(`expected a name that is known here, found ${key}`);
  return found;
}

/** `value` itself. Throws RangeError unless it is a finite number. */
export function finite(what: string, value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`expected ${what} to be a finite number, found ${value}`);
  return value;
}

/** `value` itself. Throws RangeError unless it is a whole number from `least` to `most`. */
export function whole(what: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new RangeError(`expected ${what} to be a whole number ${range}, found ${value}`);
  }
  return value;
}

/** `values` itself. Throws RangeError unless it holds `length` finite numbers. */
export function finiteVector(
  what: string,
  values: readonly number[],
  length = values.length,
): readonly number[] {
  if (values.length !== length) {
    throw new RangeError(`expected ${what} to hold ${count(length, 'number')}, found ${values.length}`);
  }
  // Only a wrong one is named: to write a name for every number costs more than all the rest.
  for (let i = 0; i < length; i++) {
    if (!Number.isFinite(values[i])) finite(`${what}[${i}]`, values[i] as number);
  }
  return values;
}

/** What `table` holds under `name`. Throws RangeError, naming the choices, where it holds nothing. */
export function named<T>(what: string, table: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) {
    throw new RangeError(`expected ${what} to be one of ${Object.keys(table).join(', ')}, found ${name}`);
  }
  return found;
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
