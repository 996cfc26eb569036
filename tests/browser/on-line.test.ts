import { afterEach, describe, expect, test, vi } from 'vitest';
import { LINE, onReadingLine } from '@/browser/on-line.ts';

type Entry = { readonly target: unknown; readonly isIntersecting: boolean };

const windowOf = (isWide: boolean) => {
  let meet: (entries: readonly Entry[]) => void = () => undefined;
  const margins: string[] = [];
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.startsWith('(min-width') && isWide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof meet, { rootMargin }: { rootMargin: string }) {
        meet = callback;
        margins.push(rootMargin);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  return { margins, meet: (entries: readonly Entry[]) => meet(entries) };
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('the element on the reading line', () => {
  test('is the first of those that touch it, and none where none does', () => {
    const { meet } = windowOf(true);
    const [a, b] = [{ id: 'a' }, { id: 'b' }] as unknown as Element[];
    const told: unknown[] = [];
    onReadingLine([a!, b!], (element) => told.push(element));
    meet([
      { target: a, isIntersecting: false },
      { target: b, isIntersecting: true },
    ]);
    meet([{ target: a, isIntersecting: true }]);
    meet([
      { target: a, isIntersecting: false },
      { target: b, isIntersecting: false },
    ]);
    expect(told).toEqual([b, a, undefined]);
  });

  test.each([
    ['wide', true],
    ['narrow', false],
  ] as const)('is looked for on the line that the steps play by: %s', async (name, isWide) => {
    const { margins } = windowOf(isWide);
    onReadingLine([], () => undefined);
    expect(margins).toEqual([LINE[name]]);
    const { lineShare: share } = await import('@/browser/reading-line.ts');
    expect(LINE[name]).toBe(`-${share() * 100}% 0px -${Math.round(100 - share() * 100)}% 0px`);
  });
});
