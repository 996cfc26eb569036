import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantities } from '@/engine/index.ts';
import { NUDGE } from '@/story/essay.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { kindOf, symbolOf, textOf, wordsOf } from '@/story/symbol.ts';
import { stepNamed } from '@/story/subject.ts';
import { resolved, valueOf, wordFor, written } from '@/story/values.ts';
import { networkOf, worldOf, WORLD_NAMES } from '@/story/world.ts';
import { plainSettings } from './arbitrary.ts';
import { readingOnly, worldWith } from './worlds.ts';

describe('a number in prose', () => {
  test('is the network’s own, for any network of any world', () => {
    fc.assert(
      fc.property(plainSettings, fc.constantFrom(undefined, ...WORLD_NAMES), (settings, world) => {
        const reading = readingOf(settings);
        const own = worldOf(world ?? 'essay', settings);
        for (const [q, value] of quantities(networkOf(own), own.examples)) {
          expect(valueOf(reading, { q, world })).toBe(value);
          expect(valueOf(reading, { q, world, at: '0' })).toBe(value);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('may be asked for at the reader’s step, so many later, or at a certain one', () => {
    const reading = readingOf({ ...DEFAULTS, step: 3 });
    expect(valueOf(reading, { q: 'step' })).toBe(3);
    expect(valueOf(reading, { q: 'step', at: '+1' })).toBe(4);
    expect(valueOf(reading, { q: 'step', at: '200' })).toBe(200);
    expect(valueOf(reading, { q: 'loss', at: '+1' })).toBe(reading.run.quantitiesAt(4).get('loss'));
    expect(stepNamed('', 7)).toBe(7);
  });

  test('is of the essay’s own world unless another is named', () => {
    const reading = readingOf({ ...DEFAULTS, step: 3, 'wake.leak': 'on' });
    const lossIn = (world?: (typeof WORLD_NAMES)[number]) => valueOf(reading, { q: 'loss', at: '+1', world });
    for (const name of WORLD_NAMES) expect(lossIn(name)).toBe(reading.in(name).quantitiesAt(4).get('loss'));
    expect(lossIn()).toBe(lossIn('essay'));
    expect(new Set(WORLD_NAMES.map(lossIn)).size).toBe(WORLD_NAMES.length);
    expect(valueOf(reading, { q: 'fact:parameters', world: 'three-layers' })).toBe(25);
  });

  test('of the parameter that the reader has chosen follows the choice', () => {
    const reading = readingOf({ ...DEFAULTS, param: 'b.2.1' });
    const all = reading.run.quantitiesAt(0);
    expect(valueOf(reading, { q: 'dparam' })).toBe(all.get('db.2.1'));
    expect(written('dparam', 0.198)).toBe('0.1980');
    expect(valueOf(reading, { q: 'effect:param' })).toBe(all.get('db.2.1')! * NUDGE);
    expect(valueOf(reading, { q: 'effect:w.1.1.1' })).toBe(all.get('dw.1.1.1')! * NUDGE);
    expect(resolved('effect:param', 'w.1.2.1')).toBe('effect:w.1.2.1');
    expect(resolved('fact:parameters', 'w.1.2.1')).toBe('fact:parameters');
  });

  test('is a learning rate or a share of a mean, too: what operations read, without being computed', () => {
    const reading = readingOf({ ...DEFAULTS, eta: 0.7 });
    expect(valueOf(reading, { q: 'eta' })).toBe(0.7);
    expect(valueOf(reading, { q: 'share', world: 'two-days' })).toBe(1 / 2);
    const three = worldWith({ examples: [1, 2, 3].map((x) => ({ input: [x, 0], target: [1] })) });
    expect(valueOf(readingOnly(three), { q: 'share' })).toBe(1 / 3);
  });

  test.each(['z.9.1', 'nonsense', 'effect:x.9', 'fact:nonsense', 'z.1.1@0'])('%s is refused by name', (q) => {
    expect(() => valueOf(readingOf(DEFAULTS), { q })).toThrow(q.replace(/fact:|effect:/, ''));
  });

  test('of one of two days is refused where there is only one, and of both where there are two', () => {
    const reading = readingOf(DEFAULTS);
    expect(() => valueOf(reading, { q: 'z.1.1', world: 'two-days' })).toThrow('z.1.1');
    expect(valueOf(reading, { q: 'z.1.1@0', world: 'two-days' })).toBe(valueOf(reading, { q: 'z.1.1' }));
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
    expect(written('gate.1.1@1', 1)).toBe('1');
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
  const worlds = [
    ...WORLD_NAMES.map((name) => [name, worldOf(name, DEFAULTS)] as const),
    ['tanh', worldWith({ hidden: 'tanh' })] as const,
  ];
  const idsIn = (world: (typeof worlds)[number][1]): readonly string[] => [
    ...quantities(networkOf(world), world.examples).keys(),
    'eta',
    'step',
    'share',
  ];

  test.each(worlds)('has a letter of its own, in the world %s', (_, world) => {
    const letters = idsIn(world).map((id) => textOf(id, world.sizes));
    expect(letters.filter((letter, i) => letters.indexOf(letter) !== i)).toEqual([]);
  });

  /** What a quantity is, as its colour tells it: the first that fits. */
  const KINDS: readonly (readonly [RegExp, string])[] = [
    [/^(d[wbzax]\.|dyhat|slope\.|gate\.)/, 'gradient'],
    [/^[wb]\.|^eta$/, 'parameter'],
    [/^loss(@|$)/, 'loss'],
    [/^(share|step)$/, 'count'],
    [/^([xza]\.|yhat|y(@|$))/, 'signal'],
  ];

  test.each(worlds)(
    'has words of its own, a letter and the kind of what it is, in the world %s',
    (_, world) => {
      const ids = idsIn(world);
      const words = ids.map((id) => wordsOf(id, world.sizes));
      ids.forEach((id, i) => {
        expect(words[i], id).toContain(' ');
        expect(words[i], id).not.toMatch(/[.@]|undefined|NaN/);
        expect(symbolOf(id, world.sizes).base, id).not.toBe('');
        expect(kindOf(id), id).toBe(KINDS.find(([pattern]) => pattern.test(id))?.[1]);
      });
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    },
  );

  test('∂L/∂ŷ, ∂L/∂z and ∂L/∂w are told apart', () => {
    expect(textOf('dyhat')).toBe('∂L/∂ŷ');
    expect(textOf('dz.2.1')).toBe('∂L/∂z');
    expect(textOf('dw.1.2.1')).toBe('∂L/∂w₂₁');
    expect(wordsOf('w.1.2.1')).toBe('the weight into hidden unit 2 from input 1');
  });

  test('carries its layer where there are several hidden ones, and its day where there are several', () => {
    const deep = [2, 3, 3, 1];
    expect(['z.1.2', 'z.2.2', 'z.3.1', 'dw.2.1.3', 'w.3.1.2', 'x.1'].map((id) => textOf(id, deep))).toEqual([
      'z¹₂',
      'z²₂',
      'z',
      '∂L/∂w²₁₃',
      'w₂',
      'x₁',
    ]);
    expect(wordsOf('w.2.1.3', deep)).toBe(
      'the weight into unit 1 of hidden layer 2 from unit 3 of hidden layer 1',
    );
    expect(wordsOf('w.3.1.2', deep)).toBe('the weight into the output unit from unit 2 of hidden layer 2');
    expect(['z.1.2@0', 'yhat@1', 'loss@1', 'loss'].map((id) => textOf(id))).toEqual([
      'z⁽¹⁾₂',
      'ŷ⁽²⁾',
      'L⁽²⁾',
      'L',
    ]);
    expect(wordsOf('loss@1')).toBe('the loss, on day 2');
  });

  test('a slope is the sigmoid’s at the output, and the activation’s elsewhere', () => {
    expect([textOf('slope.2.1'), textOf('slope.1.3')]).toEqual(['σ′', 'f′₃']);
    expect(textOf('slope.2.1', [2, 3, 3, 1])).toBe('f′²₁');
    expect(wordsOf('slope.2.1')).toBe('the slope of the sigmoid at the output');
    expect(wordsOf('slope.1.3')).toBe('the slope of the activation at hidden unit 3');
  });

  test('is of the same kind whatever example it belongs to', () => {
    const { world } = readingOf(DEFAULTS).in('two-days');
    for (const id of idsIn(world)) expect(kindOf(id)).toBe(kindOf(id.replace(/@\d/, '')));
    expect(
      ['dz.1.1@1', 'loss@0', 'effect:b.2.1', 'fact:nudge', 'share', 'w.1.1.1', 'x.1@0'].map(kindOf),
    ).toEqual(['gradient', 'loss', 'loss', 'count', 'count', 'parameter', 'signal']);
  });
});
