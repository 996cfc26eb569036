/** One blank after the other, or all of them at once. */
export type Mode = 'one' | 'all';

/** Which network, and how it is asked for: what a link carries. */
export interface Place {
  readonly seed: number;
  readonly mode: Mode;
}

/** Seeds are whole numbers that a reader could type. */
const LAST_SEED = 999_999;
export const FIRST: Place = { seed: 1, mode: 'one' };

/** What the query of an address asks for; what it does not say, or says wrong, is as in `otherwise`. */
export const placeIn = (search: string, otherwise: Place = FIRST): Place => {
  const query = new URLSearchParams(search);
  const seed = query.get('seed') ?? '';
  const mode = query.get('mode');
  return {
    seed: /^\d{1,6}$/.test(seed) && Number(seed) > 0 ? Number(seed) : otherwise.seed,
    mode: mode === 'one' || mode === 'all' ? mode : otherwise.mode,
  };
};

export const queryOf = ({ seed, mode }: Place): string => `?seed=${seed}&mode=${mode}`;

/** The seed after one: round again after the last. */
export const seedAfter = (seed: number): number => (seed % LAST_SEED) + 1;

/** How many blanks in a row were right at the first go: now, and at most. */
export interface Streak {
  readonly now: number;
  readonly best: number;
}

export const NO_STREAK: Streak = { now: 0, best: 0 };

/** After an answer: right at the first go, a miss, or neither. */
export const streakAfter = ({ now, best }: Streak, outcome: 'clean' | 'miss' | undefined): Streak => {
  const next = outcome === 'clean' ? now + 1 : outcome === 'miss' ? 0 : now;
  return { now: next, best: Math.max(best, next) };
};

/** A streak as text, and read again; none where the text is none. */
export const textOfStreak = ({ now, best }: Streak): string => `${now}/${best}`;
export const streakFrom = (text: string | null | undefined): Streak => {
  const [, now, best] = /^(\d{1,6})\/(\d{1,6})$/.exec(text ?? '') ?? [];
  if (now === undefined || best === undefined) return NO_STREAK;
  return { now: Number(now), best: Math.max(Number(best), Number(now)) };
};
