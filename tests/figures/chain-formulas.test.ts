import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import FormulaNumbers from '@/components/formulas/FormulaNumbers.svelte';
import ChainFormulas from '@/figures/chain-formulas/ChainFormulas.svelte';
import { CHAIN_FORMULAS_DIALS, type ChainFormulasDials } from '@/figures/chain-formulas/dials.ts';
import {
  currentOf,
  formulasWith,
  idsOf,
  keysFor,
  placesOf,
  workingOf,
} from '@/figures/chain-formulas/model.ts';
import Under from '@/figures/chain-formulas/Under.svelte';
import { widthOf } from '@/figures/layout/index.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { FORMULAS, formulasOf, GROUPS, nameIn } from '@/story/formulas.ts';
import { frameOf, type Frame } from '@/story/frame.ts';
import { NOTATIONS } from '@/story/notation.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { settingsFor } from '../story/networks.ts';
import { expectSound, numbersIn, wrongIn } from './shown.ts';

const frameAt = (
  dials: Partial<ChainFormulasDials>,
  settings: Settings = DEFAULTS,
): Frame<ChainFormulasDials> =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'chain-formulas', world: 'essay', cursor: 'dx.2', dials: { ...dials } }),
    CHAIN_FORMULAS_DIALS,
  );

describe('the formula that is looked at', () => {
  test('goes through its group with the scroll, and stays at the last', () => {
    expect(currentOf(frameAt({}))).toBeUndefined();
    for (const group of GROUPS)
      formulasOf(group).forEach(({ id }, i) =>
        expect(currentOf(frameAt({ group, [group]: i + 0.6 }))?.id).toBe(id),
      );
    expect(currentOf(frameAt({ group: 'forward', forward: 9 }))?.id).toBe('loss');
  });

  test('lights the lines and nodes that it speaks of', () => {
    const reading = readingOf(DEFAULTS);
    const placesFor = (id: string): readonly string[] =>
      [
        ...placesOf(
          idsOf(
            workingOf(
              FORMULAS.find((one) => one.id === id)!,
              reading,
            ),
          ),
        ),
      ].toSorted();
    expect(placesFor('sum')).toEqual(['w.1.1.1', 'w.1.1.2', 'x.1', 'x.2', 'z.1.1']);
    expect(placesFor('weight')).toEqual(['w.1.1.1', 'x.1', 'z.1.1']);
    expect(placesFor('share')).toEqual(['w.2.1.1', 'z.1.1', 'z.2.1']);
    expect(placesFor('loss')).toEqual(['loss', 'z.2.1']);
  });

  test('is found from a number or line of the figure', () => {
    const reading = readingOf(DEFAULTS);
    expect([...formulasWith('w.2.1.1', reading)].toSorted()).toEqual(['output', 'output-weight', 'share']);
    expect([...formulasWith('dz.1.1', reading)].toSorted()).toEqual([
      'bias',
      'input',
      'through-gate',
      'weight',
    ]);
    expect(formulasWith('x.1', reading)).toContain('sum');
  });
});

describe('its drawing', () => {
  test('shows the engine’s numbers and is sound, in every notation, whatever is set', () => {
    for (let seed = 0; seed < 10; seed++)
      for (const notation of NOTATIONS)
        for (const [width, height] of [
          [770, 672],
          [344, 255],
        ] as const) {
          const param = PARAMETERS[(seed * 5) % 13]!;
          const settings: Settings = {
            ...(seed === 0 ? DEFAULTS : settingsFor(seed)),
            param,
            'formula.notation': notation,
          };
          const frame = frameAt({ group: 'backward', backward: (seed % 10) + 1 }, settings);
          const body = render(ChainFormulas, { props: { frame, width, height } }).body;
          expectSound(body);
          expect(wrongIn(numbersIn(body), frame.reading)).toEqual([]);
          expectSound(render(Under, { props: { frame, width, height } }).body);
        }
  });

  test('has room in the key for every letter and its words, down to the narrowest wide stage', () => {
    // Of a stage of 560 px: half of it, less the gap, the letter, the number and the air around them.
    const room = 560 / 2 - 14 - 66 - 62 - 16;
    for (const param of PARAMETERS)
      for (const { id, words } of keysFor(param)) {
        expect(widthOf(words, 13.5), words).toBeLessThanOrEqual(room);
        for (const notation of NOTATIONS) expect(widthOf(nameIn(notation, id), 13.5)).toBeLessThanOrEqual(64);
      }
  });

  test('gives every formula of a group with the numbers of the network', () => {
    const { body } = render(FormulaNumbers, { props: { group: 'backward' } });
    expect(body.match(/data-formula=/g)).toHaveLength(formulasOf('backward').length);
    expect(wrongIn(numbersIn(body), readingOf(DEFAULTS))).toEqual([]);
  });
});
