import { finite } from './checks.ts';

/** The next number of a sequence, uniform in [0, 1). */
export type Random = () => number;

/**
 * A sequence that depends on `seed` alone, the same on every machine. Seeds are taken modulo 2³².
 * Source: Tommy Ettinger's mulberry32.
 */
export function randomFrom(seed: number): Random {
  let state = finite('a seed', seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The whole numbers below `count` in random order. Source: Fisher & Yates, in Durstenfeld's (1964) form. */
export function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
