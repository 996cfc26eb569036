import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantities, networkFrom } from '@/engine/index.ts';
import { DEFAULTS, NUDGE } from '@/story/essay.ts';
import { runOf } from '@/story/run.ts';
import { kindOf, symbolOf, textOf, wordsOf } from '@/story/symbol.ts';
import { stepNamed, valueOf, wordFor, written } from '@/story/values.ts';
import { plainSettings } from './arbitrary.ts';

describe('a number in prose', () => {
  test('is the network’s own, for any network', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const run = runOf(settings);
        const network = networkFrom({ sizes: [2, 3, 1], theta: settings.theta });
        for (const [q, value] of quantities(network, { input: settings.x, target: [settings.y] })) {
          expect(valueOf(run, { q })).toBe(value);
          expect(valueOf(run, { q, at: '0' })).toBe(value);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('may be asked for at the reader’s step, so many later, or at a certain one', () => {
    const run = runOf({ ...DEFAULTS, step: 3 });
    expect(valueOf(run, { q: 'step' })).toBe(3);
    expect(valueOf(run, { q: 'step', at: '+1' })).toBe(4);
    expect(valueOf(run, { q: 'step', at: '200' })).toBe(200);
    expect(valueOf(run, { q: 'loss', at: '+1' })).toBe(run.quantitiesAt(4).get('loss'));
    expect(stepNamed('', 7)).toBe(7);
  });

  test('of the parameter that the reader has chosen follows the choice', () => {
    const run = runOf({ ...DEFAULTS, param: 'b.2.1' });
    expect(valueOf(run, { q: 'dparam' })).toBe(run.quantitiesAt(0).get('db.2.1'));
    expect(written('dparam', 0.198)).toBe('0.1980');
    expect(valueOf(run, { q: 'effect:param' })).toBe(run.quantitiesAt(0).get('db.2.1')! * NUDGE);
    expect(valueOf(run, { q: 'effect:w.1.1.1' })).toBe(run.quantitiesAt(0).get('dw.1.1.1')! * NUDGE);
  });

  test.each(['z.9.1', 'nonsense', 'effect:x.9', 'fact:nonsense'])('%s is refused by name', (q) => {
    expect(() => valueOf(runOf(DEFAULTS), { q })).toThrow(q.replace('fact:', ''));
  });

  test.each(['x', '-1', '1.5', '900'])('step %s is refused', (at) => {
    expect(() => stepNamed(at, 0)).toThrow(at);
  });

  test('is written in the style asked for', () => {
    expect(written('yhat', 0.505, 'percent')).toBe('50.5\u00a0%');
    expect(written('dw.1.1.1', -0.2772)).toBe('−0.2772');
    expect(written('dw.1.1.1', -0.2772, 'size')).toBe('0.2772');
    expect(written('loss', 0.000696, 'precise')).toBe('0.000696');
    expect(written('gate.1.1', 1)).toBe('1');
    expect(written('step', 12)).toBe('12');
    expect(written('fact:silent-2', undefined)).toBe('never');
  });
});

test('a word follows the sign', () => {
  expect([-2, 0, -0, 3, undefined].map((value) => wordFor(value, 'falls|stays|rises'))).toEqual([
    'falls',
    'stays',
    'stays',
    'rises',
    'stays',
  ]);
});

describe('every quantity', () => {
  const ids = [...runOf(DEFAULTS).quantitiesAt(0).keys(), 'eta', 'step'];

  test('has a letter of its own', () => {
    const letters = ids.filter((id) => id !== 'yhat').map(textOf);
    expect(letters.filter((letter, i) => letters.indexOf(letter) !== i)).toEqual([]);
  });

  test.each(ids)('%s has words, a letter and a kind', (id) => {
    expect(wordsOf(id)).toContain(' ');
    expect(wordsOf(id)).not.toContain('.');
    expect(symbolOf(id).base).not.toBe('');
    expect(kindOf(id)).toBeTruthy();
  });

  test('∂L/∂ŷ, ∂L/∂z and ∂L/∂w are told apart', () => {
    expect(textOf('dyhat')).toBe('∂L/∂ŷ');
    expect(textOf('dz.2.1')).toBe('∂L/∂z');
    expect(textOf('dw.1.2.1')).toBe('∂L/∂w₂₁');
    expect(wordsOf('w.1.2.1')).toBe('the weight into hidden unit 2 from input 1');
  });
});
