import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '@/story/settings.ts';
import { MOST_TURNS, reachesOf, SPAN, thetaAfter, turned, turnsSetting, type Turn } from '@/story/turns.ts';

const START = DEFAULTS.theta;

const anyTurns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: -225, max: 225 }).map((n) => n / 100),
  ),
  { maxLength: MOST_TURNS },
);
const after = (moves: readonly Turn[]) =>
  moves.reduce<readonly Turn[]>((turns, [dial, to]) => turned(START, turns, dial, to), []);

describe('turned(start, turns, dial, to)', () => {
  test('leaves the dials where they were turned to, also when more was turned than is kept', () => {
    fc.assert(
      fc.property(fc.array(anyTurns, { maxLength: 3 }), (parts) => {
        const moves = parts.flat();
        const expected = [...START];
        for (const [dial, to] of moves) expected[dial] = to;
        const turns = after(moves);
        expect(thetaAfter(START, turns)).toEqual(expected);
        expect(turns.length).toBeLessThanOrEqual(MOST_TURNS);
      }),
    );
  });

  test('counts one move as long as the same dial is in hand, and none where it comes back', () => {
    expect(after([[12, 1], [12, 0.5], [3, 1], [12, 2]])).toEqual([[12, 0.5], [3, 1], [12, 2]]); // prettier-ignore
    expect(after([[12, 1], [3, 1], [3, 0.8]])).toEqual([[12, 1]]); // prettier-ignore
  });

  test('goes no further than the dial does', () => {
    expect(after([[0, 9], [1, -9]])).toEqual([[0, SPAN], [1, -SPAN]]); // prettier-ignore
  });
});

test('reachesOf(start, turns) is how far each turn took its dial', () => {
  const reaches = reachesOf(START, [[12, 0.3], [9, 0.2], [12, -0.2]]); // prettier-ignore
  expect(reaches.map((reach) => reach.toFixed(6))).toEqual(['0.500000', '0.500000', '0.500000']);
});

describe('the setting', () => {
  test('comes back from a link as it was', () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const text = turnsSetting.write(turns);
        expect(turns.length === 0 ? [] : turnsSetting.parse(text)).toEqual(turns);
      }),
    );
  });

  test.each(['12', '12,', '13,1', '1.5,1', '-1,1', 'a,1', '1,2,3', Array(202).fill('1').join(',')])(
    'is not read from «%s»',
    (text) => {
      expect(turnsSetting.parse(text)).toBeUndefined();
    },
  );

  test('is held to the range of the dials, with a word about it', () => {
    expect(turnsSetting.hold([[3, 7]])).toEqual({ value: [[3, SPAN]], notice: 'was brought into its range, −2.25 to 2.25' }); // prettier-ignore
    expect(turnsSetting.hold([[3, 2]])).toEqual({ value: [[3, 2]] });
  });
});
