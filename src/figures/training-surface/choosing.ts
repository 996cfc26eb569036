import type { Settings } from '../../story/settings.ts';

type Change = Pick<Settings, 'surface.a' | 'surface.b' | 'surface.at'>;

/** The point belongs to a pair: with another one it stands where the network does. */
export const choose = (a: string, b: string): Change => ({
  'surface.a': a,
  'surface.b': b,
  'surface.at': [],
});

/** A pair in which `id` has taken the place of the one chosen longer ago; one that is chosen already changes places. */
export const chosenWith = ([a, b]: readonly [string, string], id: string): Change =>
  id === b ? choose(b, a) : id === a ? choose(b, a) : choose(b, id);

/** A pair with one side chosen anew; were the two alike, they change places. */
export const chosenAs = ([a, b]: readonly [string, string], side: 0 | 1, id: string): Change =>
  side === 0 ? choose(id, id === b ? a : b) : choose(id === a ? b : a, id);
