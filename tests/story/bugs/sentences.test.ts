import { describe, expect, test } from 'vitest';
import { gradientOf, mutantGradient, mutantNamed, mutantStep, parametersOf } from '@/engine/index.ts';
import {
  BUG_NAMES,
  CASES,
  ETA,
  MORNINGS,
  networkOf,
  STARTS,
  STEPS,
  type BugName,
} from '@/story/bugs/cases.ts';
import { gradientCheck, type Check, type Dot } from '@/story/bugs/check.ts';
import { brokenRun, courseOf, soundRun } from '@/story/bugs/descent.ts';
import { inPlain, inWords, type Sentence } from '@/story/bugs/parts.ts';
import { reasonAgainst } from '@/story/bugs/reasons.ts';
import { courseSentence, dotSentence, headlineOf, silenceOf } from '@/story/bugs/sentences.ts';
import { BUGS } from '@/story/bugs/settings.ts';
import { checkInWords, fingerprintOf, listed, reasonIn, viewOf, type View } from '@/story/bugs/view.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { parse } from '@/story/format.ts';
import { textOf } from '@/story/symbol.ts';
import { fallbacksOf } from '@/story/table.ts';

// What a sentence claims is worked out and held against the numbers it is said of.

const views: readonly View[] = CASES.flatMap(({ number }) =>
  STARTS.flatMap((start) =>
    [0, 1, 13, STEPS].flatMap((step) =>
      (['check', 'step'] as const).map((look) =>
        viewOf({
          ...fallbacksOf(BUGS),
          'bugs.case': number,
          'bugs.start': start,
          'bugs.step': step,
          'bugs.look': look,
        }),
      ),
    ),
  ),
);

/** Every number of a sentence says its value, as far as its own digits go. */
const expectWritten = (sentence: Sentence): void => {
  for (const part of sentence) {
    if (typeof part === 'string' || 'name' in part) continue;
    expect(part.text).not.toMatch(/NaN|Infinity|undefined/);
    const decimals = part.text.split('×')[0]!.split('.')[1]?.length ?? 0;
    const size = part.text.includes('×') ? 10 ** Math.floor(Math.log10(Math.abs(part.value))) : 1;
    expect(Math.abs(parse(part.text) - part.value), inPlain(sentence)).toBeLessThanOrEqual(
      0.51 * 10 ** -decimals * size,
    );
  }
};

const counted = ({ dots }: Check, verdict: Dot['verdict']): number =>
  dots.filter((dot) => dot.verdict === verdict).length;

describe('the heading of a check', () => {
  test('counts the dots, for every case, place and look', () => {
    const seen = new Set<string>();
    for (const { check, headline } of views) {
      seen.add(headline);
      const said = headline.toLowerCase();
      if (check.isBlind) expect(said).toContain('zeros');
      else {
        const [on, off, none] = (['on', 'off', 'none'] as const).map((verdict) => counted(check, verdict));
        if (on! > 0) expect(said).toMatch(new RegExp(`${inWords(on!)} dots? on the line`));
        if (off! > 0) expect(said).toMatch(new RegExp(`${inWords(off!)} (dots )?off`));
        if (none! > 0) expect(said).toContain(`${inWords(none!)} without`);
        expect(on! + off! + none!).toBe(13);
      }
    }
    expect(seen.size).toBeGreaterThan(6);
  });

  test('speaks of blindness only where all is 0, and never says that all is well', () => {
    for (const { check, silence, look } of views) {
      expect(silence).toBe(silenceOf(check, look));
      if (check.off.length > 0) expect(silence).toBeUndefined();
      else expect(silence).toMatch(check.isBlind ? /can show nothing/ : /Check the step|go to another step/);
    }
    expect(headlineOf(views.find(({ check }) => check.isBlind)!.check)).toBe('Thirteen zeros on either side');
  });
});

describe('the sentence of a dot', () => {
  test('says what is so, of each of the thirteen, everywhere', () => {
    const seen = new Set<string>();
    for (const { check, look } of views)
      for (const dot of check.dots) {
        const sentence = dotSentence(dot, look);
        const text = inPlain(sentence);
        const { said, truth, verdict, id } = dot;
        expectWritten(sentence);
        expect(text).toContain(textOf(id));
        expect(text.includes('no number')).toBe(verdict === 'none');
        if (verdict === 'none') continue;
        expect(text.includes('Not even the sign')).toBe(
          verdict === 'off' && Math.sign(said) * Math.sign(truth) === -1,
        );
        expect(/does not see|does not move at all/.test(text)).toBe(verdict === 'off' && said === 0);
        expect(/does not answer|should not move/.test(text)).toBe(verdict === 'off' && truth === 0);
        expect(text.includes('proves nothing')).toBe(said === 0 && truth === 0);
        const [, ratio] = /(?:size is|That is) ([−\d.×⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+) times/.exec(text) ?? [];
        if (ratio !== undefined) {
          seen.add(look);
          expect(Math.abs(parse(ratio) / (said / truth) - 1)).toBeLessThan(0.021);
          expect(ratio).not.toBe('1.00');
        }
        // Two numbers that differ are written so that they do.
        const numbers = sentence.flatMap((part) =>
          typeof part === 'object' && 'q' in part ? [part.text] : [],
        );
        if (verdict === 'off') expect(new Set(numbers).size).toBe(2);
      }
    expect([...seen].sort()).toEqual(['check', 'step']);
  });
});

describe('the sentence of a run', () => {
  test.each(CASES.flatMap((of) => STARTS.map((start) => ({ ...of, start }))))(
    'case $number from $start',
    ({ start, ...of }) => {
      const [broken, sound] = [brokenRun(of, start), soundRun(of, start)];
      const { losses } = broken;
      const sentence = courseSentence(courseOf(broken, sound));
      const text = inPlain(sentence);
      expectWritten(sentence);
      const falls = losses.slice(1).every((loss, i) => loss < losses[i]!);
      const [first, last] = [losses[0]!, losses.at(-1)!];
      const soundLast = sound.losses.at(-1)!;
      expect(text.includes('falls at every step')).toBe(losses.length === STEPS + 1 && falls);
      expect(text.includes('does not learn')).toBe(
        losses.length > 1 && !/nothing moves/.test(text) && last >= first,
      );
      expect(text.includes('nothing moves')).toBe(losses.length > 1 && new Set(losses).size === 1);
      expect(text.includes('look twice')).toBe(falls && losses.length > 1 && last <= 1.25 * soundLast);
      const [, rises] = /rises at (\d+) of 60/.exec(text) ?? [];
      if (rises !== undefined)
        expect(Number(rises)).toBe(losses.slice(1).filter((loss, i) => loss > losses[i]!).length);
      expect(text.includes('that is higher')).toBe(rises !== undefined && last < soundLast);
    },
  );
});

describe('why a guess is wrong', () => {
  const idOf = (text: string): number => PARAMETERS.findIndex((id) => textOf(id) === text);
  /** As a reader would check it: by the gradient that code of the guessed kind computes. */
  const saidBy = (bug: BugName, network: View['network']): readonly number[] =>
    mutantGradient(mutantNamed(bug), network, MORNINGS, ETA).gradient;
  const movedBy = (bug: BugName, network: View['network'], p: number): number =>
    parametersOf(mutantStep(mutantNamed(bug), network, MORNINGS, ETA))[p]! - parametersOf(network)[p]!;
  const isNear = (a: number, b: number): boolean =>
    Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

  const kinds = new Set<string>();
  const expectTrue = (text: string, guess: BugName, bug: BugName, network: View['network']): void => {
    const right = gradientOf(network, MORNINGS).gradient;
    const [own, other] = [saidBy(bug, network), saidBy(guess, network)];
    const is = (pattern: RegExp): RegExpExecArray | undefined => {
      const found = pattern.exec(text) ?? undefined;
      if (found) kinds.add(pattern.source);
      return found;
    };
    const lost = is(/no number for (\S+), having divided by 0/);
    const off = is(/(\S+) would be off the line; here it lies on it/);
    const on = is(/(\S+) would lie on the line; here it is off/);
    const say = is(/would say (\S+) for (\S+); here it says (\S+)\.$/);
    const level = is(/four biases .* says (\S+) for (\S+)\.$/);
    const all = is(/all thirteen dots would lie on the line; here (\S+) do/);
    const move = is(/(\S+) would move by (\S+) in a step; here it moves by (\S+)\.$/);
    if (lost) {
      expect(Number.isFinite(other[idOf(lost[1]!)])).toBe(false);
      expect(Number.isFinite(own[idOf(lost[1]!)])).toBe(true);
    } else if (off) {
      const p = idOf(off[1]!);
      expect([isNear(other[p]!, right[p]!), isNear(own[p]!, right[p]!)]).toEqual([false, true]);
    } else if (on) {
      const p = idOf(on[1]!);
      expect([isNear(other[p]!, right[p]!), isNear(own[p]!, right[p]!)]).toEqual([true, false]);
    } else if (say) {
      const p = idOf(say[2]!);
      expect(Math.abs(parse(say[1]!) - other[p]!)).toBeLessThan(1e-4);
      expect(Math.abs(parse(say[3]!) - own[p]!)).toBeLessThan(1e-4);
      expect(say[1]).not.toBe(say[3]);
    } else if (level) {
      const p = idOf(level[2]!);
      expect(own[p]).not.toBe(0);
      expect(other[p]).toBe(0);
    } else if (all) {
      expect(other.every((value, p) => isNear(value, right[p]!))).toBe(true);
      expect(inWords(own.filter((value, p) => !isNear(value, right[p]!)).length)).toBe(all[1]);
    } else if (move) {
      const p = idOf(move[1]!);
      expect(Math.abs(parse(move[2]!) - movedBy(guess, network, p))).toBeLessThan(1e-4);
      expect(Math.abs(parse(move[3]!) - movedBy(bug, network, p))).toBeLessThan(1e-4);
    } else expect.fail(`a reason of no known kind: ${text}`);
  };

  test.each(CASES)('case $number: for every other name, at several steps, the reason holds', (of) => {
    for (const step of [0, 7, 31]) {
      const view = viewOf({ ...fallbacksOf(BUGS), 'bugs.case': of.number, 'bugs.step': step });
      for (const guess of BUG_NAMES) {
        if (guess === of.bug) continue;
        const sentence = reasonIn(view, guess);
        expectWritten(sentence);
        const text = inPlain(sentence);
        const isOfStart = text.startsWith('From the given start: ');
        expectTrue(text, guess, of.bug, isOfStart ? networkOf(of, 'given') : view.network);
      }
    }
  });

  test('of each kind there is one', () => {
    expect(kinds.size).toBe(7);
  });

  test('where all numbers are the same, the start tells; without one it says that nothing can', () => {
    const of = CASES[0]!;
    const blind = networkOf(of, 'zeros');
    const text = inPlain(reasonAgainst('no-bias-gradient', of.bug, blind, networkOf(of, 'given')));
    expect(text).toMatch(/^From the given start: Not that/);
    expect(inPlain(reasonAgainst('no-bias-gradient', of.bug, blind))).toContain('nothing here can tell');
  });

  test('beside the check of the step it says that it speaks of the gradient', () => {
    const view = viewOf({ ...fallbacksOf(BUGS), 'bugs.case': 5, 'bugs.look': 'step' });
    expect(view.look).toBe('step');
    expect(inPlain(reasonIn(view, 'no-bias-gradient'))).toMatch(/^Not that: in the gradient check /);
  });
});

test('the picture in words names every dot, and the fingerprint those that are off', () => {
  for (const view of views) for (const id of PARAMETERS) expect(checkInWords(view)).toContain(textOf(id));
  for (const of of CASES) {
    const { off } = fingerprintOf(of);
    expect(off).toEqual(gradientCheck(of.bug, networkOf(of, 'given')).off);
    expect(listed(off).split(', ').filter(Boolean)).toEqual(off.map((id) => textOf(id)));
  }
});
