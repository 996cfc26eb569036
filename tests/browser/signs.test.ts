import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tellChanged, tellNear, whenTold } from '@/browser/signs.ts';

/** As much of an element as a sign needs; it tells its observers when an attribute is set. */
class Sheet {
  readonly #attributes = new Map<string, string>();
  readonly observers = new Set<() => void>();
  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
    for (const told of [...this.observers]) told();
  }
}
class Observer {
  readonly #watched: Sheet[] = [];
  readonly #told: () => void;
  constructor(told: () => void) {
    this.#told = told;
  }
  observe(sheet: Sheet): void {
    sheet.observers.add(this.#told);
    this.#watched.push(sheet);
  }
  disconnect(): void {
    for (const { observers } of this.#watched) observers.delete(this.#told);
  }
}
let root: Sheet;
beforeEach(() => {
  root = new Sheet();
  vi.stubGlobal('document', { documentElement: root });
  vi.stubGlobal('MutationObserver', Observer);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const asElement = (value: unknown): Element => value as Element;
const islandIn = (whole: Sheet | null): Element => asElement({ closest: () => whole });

describe('whenTold(island, signs, done)', () => {
  test('calls once when what the island is in has come near', () => {
    const whole = new Sheet();
    const done = vi.fn();
    whenTold(islandIn(whole), ['near'], done);
    tellChanged();
    expect(done).not.toHaveBeenCalled();
    tellNear(asElement(whole));
    tellNear(asElement(whole));
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('calls once, whichever of two signs is first', () => {
    const whole = new Sheet();
    const done = vi.fn();
    whenTold(islandIn(whole), ['changed', 'near'], done);
    tellChanged();
    tellNear(asElement(whole));
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('calls at once where the sign is there already', () => {
    const whole = new Sheet();
    tellNear(asElement(whole));
    const done = vi.fn();
    whenTold(islandIn(whole), ['near'], done);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('calls at once where there is nothing that could come near', () => {
    const done = vi.fn();
    whenTold(islandIn(null), ['near'], done);
    expect(done).toHaveBeenCalledTimes(1);
  });
});
