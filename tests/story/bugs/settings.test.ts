import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUG_NAMES, CASES, STARTS, STEPS } from '@/story/bugs/cases.ts';
import { progressFrom, standingOf, textOfProgress, withEnd } from '@/story/bugs/outcome.ts';
import { BUGS, GUESSES, type BugSettings } from '@/story/bugs/settings.ts';
import { viewOf } from '@/story/bugs/view.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { fallbacksOf, partsOf, valuesIn } from '@/story/table.ts';

const some: fc.Arbitrary<BugSettings> = fc.record({
  'bugs.case': fc.integer({ min: 1, max: CASES.length }),
  'bugs.guesses': fc.uniqueArray(fc.constantFrom(...BUG_NAMES), { maxLength: GUESSES }),
  'bugs.told': fc.constantFrom('no' as const, 'yes' as const),
  'bugs.param': fc.constantFrom(...PARAMETERS),
  'bugs.step': fc.integer({ min: 0, max: STEPS }),
  'bugs.start': fc.constantFrom(...STARTS),
  'bugs.day': fc.constantFrom('wet' as const, 'dry' as const),
  'bugs.look': fc.constantFrom('check' as const, 'step' as const),
});

describe('a link', () => {
  test('brings back everything that is set, and needs no encoding', () => {
    fc.assert(
      fc.property(some, (values) => {
        const query = partsOf(BUGS, values).join('&');
        expect(query).toMatch(/^[\w.,;:=&-]*$/);
        expect(valuesIn(BUGS, query)).toEqual({ values, notices: [] });
      }),
    );
  });

  test('of nothing set is empty', () => {
    expect(partsOf(BUGS, fallbacksOf(BUGS))).toEqual([]);
  });

  test.each([
    ['bugs.case=77', 'bugs.case', CASES.length],
    ['bugs.case=2.4', 'bugs.case', 2],
    ['bugs.guesses=nonsense', 'bugs.guesses', []],
    ['bugs.guesses=divides,divides', 'bugs.guesses', []],
    [
      'bugs.guesses=divides,no-gate,slope-left-in,swapped-indices',
      'bugs.guesses',
      ['divides', 'no-gate', 'slope-left-in'],
    ],
    ['bugs.param=w.9.9.9', 'bugs.param', 'b.1.2'],
    ['bugs.step=-3', 'bugs.step', 0],
  ] as const)('that says %s is put right, and told', (query, name, value) => {
    const { values, notices } = valuesIn(BUGS, query);
    expect(values[name]).toEqual(value);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(name);
  });

  test('gives the answer of a case away by no word', () => {
    fc.assert(
      fc.property(some, (values) => {
        const query = partsOf(BUGS, { ...values, 'bugs.guesses': [] }).join('&');
        for (const name of BUG_NAMES) expect(query).not.toContain(name);
      }),
    );
  });
});

describe('how a case stands', () => {
  const [one] = CASES;
  const others = BUG_NAMES.filter((name) => name !== one!.bug);
  test('open, until it is found, or asked for, or the guesses are used up', () => {
    expect(standingOf(one!, [], false)).toEqual({ guesses: [], outcome: 'open', left: 3 });
    expect(standingOf(one!, others.slice(0, 2), false).outcome).toBe('open');
    expect(standingOf(one!, others.slice(0, 3), false).outcome).toBe('spent');
    expect(standingOf(one!, [], true).outcome).toBe('told');
    expect(standingOf(one!, [others[0]!, one!.bug], true).outcome).toBe('solved');
  });

  test('guesses after the right one do not count', () => {
    const { guesses, outcome, left } = standingOf(one!, [one!.bug, ...others.slice(0, 2)], false);
    expect([guesses, outcome, left]).toEqual([[one!.bug], 'solved', 2]);
  });

  test('every case can be solved, at the first guess', () => {
    for (const of of CASES) {
      const view = viewOf({ ...fallbacksOf(BUGS), 'bugs.case': of.number, 'bugs.guesses': [of.bug] });
      expect(view.standing.outcome).toBe('solved');
    }
  });
});

describe('what this browser remembers', () => {
  test('comes back as it was written; what cannot be read is left out', () => {
    const progress = withEnd(withEnd(new Map(), 3, 'solved'), 1, 'told');
    expect(textOfProgress(progress)).toBe('1t-3s');
    expect(progressFrom('1t-3s', CASES.length)).toEqual(progress);
    expect(progressFrom('1t-99s-3x-hello--3s', CASES.length)).toEqual(progress);
    expect(progressFrom('', CASES.length).size).toBe(0);
  });

  test('the first end counts, and an open case is no end', () => {
    const told = withEnd(new Map(), 2, 'told');
    expect(withEnd(told, 2, 'solved')).toBe(told);
    expect(withEnd(told, 4, 'open')).toBe(told);
  });
});
