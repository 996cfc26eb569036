import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalsIn } from '@/story/depth/arrivals.ts';
import { GOALS, verdictsOf } from '@/story/depth/goals.ts';

import { findingFor } from '@/story/depth/hints.ts';
import { factorText, gradientText, partText, sizeText, timesText, workingOf } from '@/story/depth/numbers.ts';
import { backOf, chosenLayer, hasReached } from '@/story/depth/settings.ts';
import { layerOf, sidesOf, type DeepLayer, type Side } from '@/story/depth/side.ts';
import { fatesOf, stepNote, whereabouts } from '@/story/depth/words.ts';
import { parse } from '@/story/format.ts';
import { says } from '../../figures/rendered.ts';
import '../../seed.ts';
import { anySettings, withSet } from './networks.ts';

const NO_NUMBER = /NaN|Infinity|undefined|null/;

test('whatever is set, every sentence and number is there, and none says what is not', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const sides = sidesOf(settings);
      const back = backOf(settings);
      const depth = settings['depth.layers'];
      const fates = fatesOf(sides, back);
      expect(fates.flat().length).toBeGreaterThan(0);
      for (const sentence of fates) {
        const text = sentence.map((part) => part.text).join('');
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(NO_NUMBER);
        for (const { text: shown, value, q = '', world } of sentence) {
          if (value === undefined) continue;
          const side = sides.find(({ name }) => name === world)!;
          const { decades } = layerOf(side, Number(q.split('.')[2]));
          expect(Math.log10(value)).toBeCloseTo(q.startsWith('depth.lost') ? -decades : decades, 9);
          expect(value).toBeGreaterThan(1);
          // Three digits or so are told.
          expect(Math.abs(parse(shown.replaceAll('\u202f', '')) / value - 1)).toBeLessThan(0.06);
        }
      }
      for (const side of sides) {
        const layer = layerOf(side, chosenLayer(settings));
        const note = stepNote(side, layer.layer);
        expect(note).not.toMatch(NO_NUMBER);
        if (note.startsWith('It grows')) expect(layer.factor).toBeGreaterThan(1);
        if (note.startsWith('Every unit')) expect(layer.factor).toBe(0);
        for (const one of side.layers)
          for (const text of [sizeText(one.decades), factorText(one.factor), gradientText(one)])
            expect(text).toMatch(/^[<\d—]/);
      }
      for (const goal of GOALS)
        for (const verdict of verdictsOf(goal, sides))
          expect(findingFor(goal, verdict, settings)).not.toMatch(NO_NUMBER);
      expect(whereabouts(back, depth)).not.toMatch(/layer (0|-)|NaN/);
      expect(whereabouts(back, depth).includes('all the way')).toBe(hasReached(back, depth, 1));
    }),
    { numRuns: 400 },
  );
});

test('weight × slope × paths, worked out as they are printed, give the factor as it is printed', () => {
  let lines = 0;
  fc.assert(
    fc.property(anySettings, (settings) => {
      for (const { layers } of sidesOf(settings))
        for (const layer of layers) {
          const { weight, slope, paths, factor, isExact } = workingOf(layer);
          if (layer.paths === undefined) continue;
          lines++;
          expect(isExact).toBe(true);
          expect(factorText(parse(weight) * parse(slope) * parse(paths))).toBe(factor);
          for (const [text, value] of [
            [weight, layer.weight],
            [slope, layer.slope],
            [paths, layer.paths],
          ] as const)
            expect(says(text, value), `${text} for ${value}`).toBe(true);
        }
    }),
    { numRuns: 200 },
  );
  expect(lines).toBeGreaterThan(1000);
});

test('what comes down the lines adds up as it is printed, and sum times slope is what is heard', () => {
  let rows = 0;
  fc.assert(
    fc.property(anySettings, (settings) => {
      for (const { layers } of sidesOf(settings))
        for (const layer of layers)
          for (const { unit, sent, sum, slope, heard } of arrivalsIn(layer)) {
            rows++;
            const said = sent.reduce((total, text) => total + parse(text), 0);
            const decimals = sum.split('×')[0]!.split('.')[1]?.length ?? 0;
            const size = sum.includes('×') ? Math.abs(parse(sum)) : 1;
            expect(Math.abs(said - parse(sum))).toBeLessThanOrEqual(0.51 * 10 ** -decimals * size);
            expect(says(heard, parse(sum) * parse(slope)), `${sum} × ${slope} = ${heard}`).toBe(true);
            const [own, direction, factor] = [
              layer.slopes[unit - 1]!,
              layer.direction[unit - 1]!,
              layer.factor,
            ];
            expect(says(slope, own)).toBe(true);
            if (factor !== undefined) expect(says(heard, direction * factor), heard).toBe(true);
          }
    }),
    { numRuns: 60 },
  );
  expect(rows).toBeGreaterThan(1000);
});

test('what is too small for the machine is said to be, and an exact 0 is 0', () => {
  expect(sizeText(-Infinity)).toBe('0');
  expect(sizeText(-412.3)).toBe('< 10⁻⁴¹²');
  expect(partText(-Infinity)).toBe('nothing');
  expect(timesText(Infinity)).toBe('—');
  expect(timesText(321.7)).toBe('more than 10³²¹');
  const layer = { meanGradient: 0, decades: -330 } as DeepLayer;
  expect(gradientText(layer)).toMatch(/^< 5×10⁻³²⁴$/);
  expect(gradientText({ ...layer, decades: -Infinity })).toBe('0');
});

test('no weights and no depth are too much for it: the largest He has, on one path of twenty tanh', () => {
  const settings = withSet({
    'depth.layers': 20,
    'depth.width': 1,
    'depth.outlined': 'tanh',
    'depth.scheme': 'he',
    'depth.scale': 20,
  });
  const [, tanh] = sidesOf(settings);
  expect(tanh!.layers[0]!.decades).toBeLessThan(-310);
  expect(tanh!.layers[0]!.meanGradient).toBe(0);
  const [, fate] = fatesOf(sidesOf(settings), 21);
  expect(fate!.map(({ text }) => text).join('')).toMatch(/hears it more than 10[³-⁹]+\S* times fainter\.$/);
});

test('with every unit of a layer shut, the sentence names the layer, and it really is', () => {
  const settings = withSet({ 'depth.width': 2, 'depth.layers': 12, 'depth.seed': 1 });
  const cut = (side: Side): number => side.layers.findLast(({ slope }) => slope === 0)!.layer;
  const sides = sidesOf(settings);
  expect(
    fatesOf(sides, 13)[0]!
      .map(({ text }) => text)
      .join(''),
  ).toContain(`in layer ${cut(sides[0]!)} every unit is shut`);
});
