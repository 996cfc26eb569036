import { describe, expect, test } from 'vitest';
import { shown } from '@/story/expression.ts';
import { frameOf } from '@/story/frame.ts';
import { backwardEnd, labMoment, nextStage, sayingAt } from '@/story/lab.ts';
import { endOf, STAGES, stagesFor, START } from '@/story/phase.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { textOf } from '@/story/symbol.ts';
import { WORLD_NAMES } from '@/story/world.ts';
import { settingsFor } from './networks.ts';
import { readingOnly, worldWith } from './worlds.ts';

/** Of one day each: the lab shows one example at a time. */
const worlds = WORLD_NAMES.filter((name) => readingOf(DEFAULTS).in(name).world.examples.length === 1);

describe('the lab of another network', () => {
  test('a deeper one has a pair of stages for each of its hidden layers', () => {
    const deep = readingOf(DEFAULTS).in('three-layers');
    const stages = stagesFor(deep.world.sizes);
    expect(stages.map(({ name }) => name)).toEqual([
      'ready',
      'forward',
      'output',
      'output-parameters',
      'hidden-2',
      'hidden-2-parameters',
      'hidden-1',
      'hidden-1-parameters',
      'inputs',
    ]);
    const seen = [START];
    for (let press = 1; press < stages.length; press++) seen.push(nextStage(deep, seen.at(-1)!));
    expect(seen).toEqual(stages.map((stage) => endOf(deep, stage)));
    expect(seen.at(-1)).toBe(backwardEnd(deep));
  });

  const saidIn = (name: (typeof worlds)[number], of: Settings, playhead: number) => {
    const reading = readingOf(of);
    const moment = { ...labMoment(reading.in(name), playhead, of.step), world: name };
    return sayingAt(frameOf(reading, moment, {}), playhead);
  };

  test.each(worlds)('every stage says what it found, with numbers of that network: %s', (name) => {
    for (let seed = 1; seed <= 12; seed++) {
      const run = readingOf(settingsFor(seed)).in(name);
      for (const stage of stagesFor(run.world.sizes)) {
        const { phase, found, hint } = saidIn(name, settingsFor(seed), endOf(run, stage));
        expect(phase).toContain(stage.title);
        for (const text of [phase, found, hint]) {
          expect(text, stage.name).not.toBe('');
          expect(text).not.toMatch(/undefined|NaN|—|\[object/);
        }
      }
    }
  });

  test('the counts in what it says are its own', () => {
    const deep = readingOf(DEFAULTS).in('three-layers');
    const [ready] = stagesFor(deep.world.sizes);
    const hiddenParameters = stagesFor(deep.world.sizes).find(({ name }) => name === 'hidden-1-parameters');
    expect(deep.parameters).toHaveLength(25);
    expect(saidIn('three-layers', DEFAULTS, endOf(deep, ready!)).found).toContain('the 25 parameters');
    const zeros = deep.parameters.filter((id) => deep.quantitiesAt(0).get(`d${id}`) === 0).length;
    expect(saidIn('three-layers', DEFAULTS, endOf(deep, hiddenParameters!)).found).toBe(
      `All 25 gradients are there. ${zeros} of them are exactly 0.`,
    );
  });

  test('each stage speaks of its own layer', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const of = settingsFor(seed);
      const deep = readingOf(of).in('three-layers');
      const all = deep.quantitiesAt(0);
      const foundAt = (name: string): string => {
        const stage = stagesFor(deep.world.sizes).find((found) => found.name === name)!;
        return saidIn('three-layers', of, endOf(deep, stage)).found;
      };
      const first = textOf('dw.3.1.1', deep.world.sizes);
      expect(foundAt('output-parameters')).toContain(
        `: ${first} = ${shown('dw.3.1.1', all.get('dw.3.1.1')!)}, and`,
      );
      expect(foundAt('hidden-2')).toMatch(/^Each hears ∂L\/∂z through its weight\. /);
      expect(foundAt('hidden-1')).toMatch(/^Each adds up what it hears through its weights\. /);
      for (const layer of [1, 2]) {
        const shut = [1, 2, 3].filter((unit) => all.get(`gate.${layer}.${unit}`) === 0);
        const said = foundAt(`hidden-${layer}`);
        if (shut.length === 0) expect(said).toMatch(/All three gates are open\.$/);
        else if (shut.length === 3)
          expect(said).toMatch(/All three gates are shut, so nothing gets through\.$/);
        else {
          const units = shut.map(
            (unit) => `unit ${unit}, so ${textOf(`dz.${layer}.${unit}`, deep.world.sizes)} is 0`,
          );
          expect(said).toContain(` Shut: ${units.join('; ')}.`);
        }
      }
    }
  });

  test('gates are told where there are gates, and where there are none nothing is', () => {
    const open = { theta: [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.7, -0.4, 0.6, -0.2] };
    const shut = { theta: [1, 1, 1, 1, 1, 1, -9, -9, -9, 0.7, -0.4, 0.6, -0.2] };
    const hidden = STAGES.find(({ name }) => name === 'hidden')!;
    const foundFor = (changes: Partial<Settings>): string => {
      const { run } = readingOf(DEFAULTS);
      return saidIn('essay', { ...DEFAULTS, ...changes }, endOf(run, hidden)).found;
    };
    expect(foundFor(open)).toContain('All three gates are open.');
    expect(foundFor(shut)).toContain('All three gates are shut, so nothing gets through.');
    const reading = readingOnly(worldWith({ hidden: 'tanh' }));
    const playhead = endOf(reading.run, hidden);
    const said = sayingAt(frameOf(reading, labMoment(reading.run, playhead, 0), {}), playhead);
    expect(Object.values(said).join(' ')).not.toMatch(/gate|relu/i);
  });
});
