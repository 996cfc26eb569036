import { expect, test } from 'vitest';
import { few } from '@/story/few.ts';

test('the last few asked for are kept, and the one asked for longest ago goes first', () => {
  const kept = few<object>(2);
  const make = (): object => ({});
  const [a, b] = [kept('a', make), kept('b', make)];
  expect(kept('a', make)).toBe(a);
  kept('c', make);
  expect(kept('a', make)).toBe(a);
  expect(kept('b', make)).not.toBe(b);
});
