import { afterEach, expect, test, vi } from 'vitest';
import { watchNear } from '@/browser/near.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('watchNear() marks what comes near, also where several changes are told at once, and then looks away', () => {
  let tell: (changes: readonly object[]) => void = () => undefined;
  const [observe, unobserve] = [vi.fn(), vi.fn()];
  let lead = '';
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly observe = observe;
      readonly unobserve = unobserve;
      constructor(told: typeof tell, { rootMargin }: { rootMargin: string }) {
        tell = told;
        lead = rootMargin;
      }
    },
  );
  const wholes = ['concept', 'passes'].map((id) => ({ id, setAttribute: vi.fn() }));
  const [concept, passes] = wholes;
  vi.stubGlobal('document', {
    querySelectorAll: (selector: string) => (selector === '[data-near]' ? wholes : []),
  });
  watchNear();
  expect(observe.mock.calls).toEqual([[concept], [passes]]);
  expect(lead).toBe('500px 0px');
  // As it was before a jump, and as it is after it.
  tell([
    { target: concept, isIntersecting: false },
    { target: passes, isIntersecting: false },
    { target: concept, isIntersecting: true },
  ]);
  expect(concept!.setAttribute.mock.calls).toEqual([['data-near', 'now']]);
  expect(passes!.setAttribute).not.toHaveBeenCalled();
  expect(unobserve.mock.calls).toEqual([[concept]]);
});
