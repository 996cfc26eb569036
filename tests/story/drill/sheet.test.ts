import { describe, expect, test } from 'vitest';
import {
  FIRST,
  NO_STREAK,
  placeIn,
  queryOf,
  seedAfter,
  streakAfter,
  streakFrom,
  textOfStreak,
} from '@/story/drill/place.ts';
import {
  isFilled,
  knownIn,
  outcomeOf,
  sheetFrom,
  textOfSheet,
  verdictOn,
  withShown,
  withTry,
  type Sheet,
} from '@/story/drill/sheet.ts';
import { taskOf, written } from '@/story/drill/task.ts';

const task = taskOf(3);
const [z1] = task.blanks;
const right = written(task.values.get(z1!.id)!);
const filled = (until: (id: string) => boolean): Sheet =>
  task.blanks.filter(({ id }) => until(id)).reduce<Sheet>((sheet, { id }) => withShown(sheet, id), {});

describe('a sheet', () => {
  test('is filled where the last answer is right, or the number was shown', () => {
    expect(isFilled(task, {}, z1!)).toBe(false);
    expect(isFilled(task, withTry({}, z1!.id, '77'), z1!)).toBe(false);
    expect(isFilled(task, withTry(withTry({}, z1!.id, '77'), z1!.id, right), z1!)).toBe(true);
    expect(isFilled(task, withShown({}, z1!.id), z1!)).toBe(true);
    expect(verdictOn(task, {}, z1!)).toBeUndefined();
  });

  test('is clean for an answer right at the first go, and a miss for a wrong one; fewer decimals are neither', () => {
    expect(outcomeOf(task, withTry({}, z1!.id, right), z1!)).toBe('clean');
    const missed = withTry({}, z1!.id, '77');
    expect(outcomeOf(task, missed, z1!)).toBe('miss');
    expect(outcomeOf(task, withTry(missed, z1!.id, right), z1!)).toBeUndefined();
    expect(outcomeOf(task, withTry(withShown({}, z1!.id), z1!.id, right), z1!)).toBeUndefined();
    expect(outcomeOf(task, withTry({}, z1!.id, 'what?'), z1!)).toBeUndefined();
  });

  test('shows what is given at first, then what is filled in, and moves weights last', () => {
    const given = knownIn(task, {});
    expect([...given.keys()].filter((id) => !/^(x|y|w|b)/.test(id) || id === 'yhat')).toEqual([]);
    expect(given.size).toBe(2 + 1 + 13);
    const halfway = knownIn(
      task,
      filled((id) => /^(z|a)\.1|\+$/.test(id)),
    );
    expect(halfway.has('gate.1.1')).toBe(true);
    expect(halfway.get('b.2.1')).toBe(task.values.get('b.2.1'));
    expect(
      knownIn(
        task,
        filled(() => true),
      ).get('b.2.1'),
    ).toBe(task.values.get('b.2.1+'));
  });

  test('is kept as text, for its own network only; what cannot be read is an empty one', () => {
    const sheet = withTry(withShown({}, 'loss'), z1!.id, '−1,5');
    expect(sheetFrom(textOfSheet(3, sheet), 3)).toEqual(sheet);
    expect(sheetFrom(textOfSheet(3, sheet), 4)).toEqual({});
    for (const text of [
      null,
      undefined,
      '',
      '{',
      '7',
      '{"seed":3}',
      '{"seed":3,"sheet":{"loss":{"tries":[1]}}}',
    ])
      expect(sheetFrom(text, 3)).toEqual({});
  });
});

describe('a link', () => {
  test('carries the seed and the mode', () => {
    for (const place of [FIRST, { seed: 417, mode: 'all' } as const])
      expect(placeIn(queryOf(place))).toEqual(place);
  });
  test.each(['', '?seed=0', '?seed=-3', '?seed=1.5', '?seed=x&mode=both', '?seed=12345678'])(
    '%s is as before',
    (query) => {
      expect(placeIn(query, { seed: 9, mode: 'all' })).toEqual({ seed: 9, mode: 'all' });
    },
  );
  test('seeds go round', () => {
    expect(seedAfter(1)).toBe(2);
    expect(seedAfter(999_999)).toBe(1);
  });
});

describe('a streak', () => {
  test('grows by clean answers, ends with a miss, and keeps its best', () => {
    const three = [1, 2, 3].reduce((streak) => streakAfter(streak, 'clean'), NO_STREAK);
    expect(three).toEqual({ now: 3, best: 3 });
    expect(streakAfter(three, undefined)).toEqual(three);
    expect(streakAfter(streakAfter(three, 'miss'), 'clean')).toEqual({ now: 1, best: 3 });
    expect(streakFrom(textOfStreak(three))).toEqual(three);
  });
  test.each([null, undefined, '', '3', 'a/b', '-1/2'])('%o is none', (text) => {
    expect(streakFrom(text)).toEqual(NO_STREAK);
  });
});
