import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOf } from '@/story/gates/box.ts';
import { SATURATED } from '@/story/gates/fork.ts';
import { hearingsOn, heldBack, worstWords } from '@/story/gates/hearing.ts';
import { changeWords, EAR_WORDS, etaText } from '@/story/gates/words.ts';
import '../../seed.ts';
import { anySetting, set } from './settings-of.ts';

const saying = (changes: Parameters<typeof set>[0]): string => worstWords(boxOf(set(changes))) ?? '';

test('what is said of who hears agrees with the δ and the slopes beside it, whatever is set', () => {
  fc.assert(
    fc.property(anySetting(60), (values) => {
      const box = boxOf(values);
      const words = worstWords(box);
      if (words === undefined) return;
      const wrong = box.rows
        .filter(({ isRightSide }) => !isRightSide)
        .toSorted((a, b) => Math.abs(b.prediction - b.target) - Math.abs(a.prediction - a.target))[0]!;
      const lock = values['gates.lock'];
      const gap = Math.abs(wrong.prediction - wrong.target);
      const clear = hearingsOn(box, wrong).map((hearing) => hearing === 'clear');
      const hidden = box.units.filter(({ isOutput }) => !isOutput);
      hidden.forEach(({ layer, unit }, i) => {
        const delta = Math.abs(wrong.values.get(`dz.${layer}.${unit}`)!);
        const slope = wrong.values.get(`slope.${layer}.${unit}`)!;
        if (!clear[i]) return;
        expect(delta).toBeGreaterThan(0);
        expect(delta).toBeGreaterThanOrEqual(lock * gap);
        expect(slope).toBeGreaterThanOrEqual(lock);
      });
      const slope = wrong.values.get(`slope.${box.sizes.length - 1}.1`)!;
      if (box.terms.loss === 'mse' && slope < lock) expect(words).toContain('the output itself');
      if (/every hidden unit hears/.test(words)) expect(clear.every(Boolean)).toBe(true);
      expect(words).not.toMatch(/NaN|undefined|no hidden unit can/);
    }),
    { numRuns: 300 },
  );
});

test('with no weights nothing is sent; with all slopes under the threshold none is said to hear', () => {
  expect(saying({ 'gates.range': 0, 'gates.epoch': 0 })).toContain('the hidden units are all sent nothing');
  const every = saying({ 'gates.range': 1, 'gates.lock': 0.25, 'gates.epoch': 0 });
  expect(every).toContain('the output itself, under ½ squared error, lets through less than 0.25');
  expect(every).not.toContain('hears');
});

test('where the output is flat, that is the cause that is named, and under cross-entropy it is none', () => {
  const box = boxOf(set(SATURATED));
  expect(worstWords(box)).toContain('the output itself is on the flat of its curve (slope 0.00015)');
  const entropy = boxOf(set({ ...SATURATED, 'gates.loss': 'bce' }));
  expect(worstWords(entropy)).not.toContain('the output itself');
  for (const row of entropy.rows) expect(heldBack(entropy, row)).toBeUndefined();
  const tiny = { 'gates.activation': 'relu', 'gates.lock': 0, 'gates.epoch': 0, 'gates.range': 10 } as const;
  expect(saying({ ...tiny, 'gates.hidden': [3] })).toContain('the output itself is on the flat');
});

test('a slope of 0 is never called listening; a ReLU is inactive on a row, dead on all, and never locked', () => {
  fc.assert(
    fc.property(anySetting(60), (values) => {
      const box = boxOf(values);
      for (const { ear, slope, isOutput } of box.units) {
        if (slope === 0) expect(ear).not.toBe('listening');
        if (isOutput || box.terms.activation !== 'relu') expect(['inactive', 'dead']).not.toContain(ear);
        else expect(['listening', 'inactive', 'dead']).toContain(ear);
      }
    }),
    { numRuns: 200 },
  );
  const box = boxOf(set({ 'gates.activation': 'relu', 'gates.eta': 10 }));
  expect(box.units.map(({ ear }) => EAR_WORDS[ear])).not.toContain('locked here');
});

test('a rate is told with the digits that count', () => {
  const note = changeWords(
    set({ 'gates.then': [{ from: 300, loss: 'mse', eta: 0.015, activation: 'sigmoid' }] }),
  );
  expect(note).toEqual(['At epoch 300 η became 0.015; the weights stayed.']);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), (eta) => {
      const told = Number(etaText(eta));
      expect(Math.abs(told - eta)).toBeLessThanOrEqual(0.005 * eta);
    }),
  );
});
