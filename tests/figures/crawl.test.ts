import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Still from '@/components/Still.svelte';
import type { Hand } from '@/figures/contract.ts';
import { figureNamed } from '@/figures/index.ts';
import { frameOf } from '@/story/frame.ts';
import { parse } from '@/story/format.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentAt, momentAtEndOf, stopsOf, type Moment } from '@/story/timeline.ts';
import { toldAs } from '@/story/working.ts';
import type { Style } from '@/story/subject.ts';
import { valueOf } from '@/story/values.ts';
import type { WorldName } from '@/story/world.ts';
import { chapters } from '../../content/chapters/index.ts';
import { mdxFiles, tagsIn, textOf as fileAt } from '../build/mdx.ts';
import { workedOut } from '../story/arithmetic.ts';
import { engineOf } from '../truth/engine.ts';
import { settingOf } from '../truth/setting.ts';
import { wrongs, type Shown } from '../truth/wrongs.ts';
import { elementsOf, hasClass, numbersIn, textOf, treeOf, type Element } from './markup.ts';

// 200 networks, without a browser: what every scene's still shows, and every number of the prose.

const NETWORKS = 200;
/** So many of them on a stage, step by step: what a still leaves out. */
const STAGED = process.env['NIGHTLY'] === '1' ? NETWORKS : 4;
/** So many networks a test: one that fails says of which they were. */
const AT_ONCE = 50;

const scenes = chapters.flatMap(({ scenes: own }) =>
  own.map(({ id }) => ({ id, moment: momentAtEndOf(own, id) })),
);
const names = [...new Set(scenes.map(({ moment }) => moment.figure))];
const figures = new Map(
  await Promise.all(names.map(async (name) => [name, await figureNamed(name).load()] as const)),
);

const stillOf = (moment: Moment, reading: ReturnType<typeof readingOf>): Element =>
  treeOf(render(Still, { props: { reading, moment, parts: figures.get(moment.figure)! } }).body);

/** The numbers of a still, each with the world and the step that it is of: parameters that have moved are the next one's. */
const shownIn = (still: Element, { world, cursor }: Moment): readonly Shown[] => {
  const isMoved = cursor.end === 'update' || cursor.end === 'clear';
  return numbersIn(still).map((shown) => ({
    ...shown,
    world: shown.world ?? world,
    at: shown.at ?? (isMoved && /^[wb]\./.test(shown.q) ? '+1' : undefined),
  }));
};

/** Half a unit of the last place of a number as it is written, and a hair. */
const halfUnit = (text: string): number => {
  const [mantissa = '', power] = text.split('×10');
  const places = mantissa.split('.')[1]?.length ?? 0;
  // Trailing zeros are dropped, so a result of few decimals may stand for one of four.
  const scale =
    power === undefined ? 10 ** -Math.max(4, places) : 10 ** -places * Math.abs(parse(`1×10${power}`));
  return 0.5 * scale * 1.001;
};

/** Lines of arithmetic that do not come out as they are printed. With ≈ they do not claim to. */
const falseLinesIn = (still: Element): readonly string[] =>
  elementsOf(still)
    .filter((element) => hasClass(element, 'numbers'))
    .map((line) => textOf(line).replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line.includes(' = ') && !line.includes(';'))
    .filter((line) => {
      const [result = '', working = ''] = line.split(' = ');
      return !(Math.abs(workedOut(working) - parse(result)) <= halfUnit(result));
    });

describe.each(Array.from({ length: NETWORKS / AT_ONCE }, (_, i) => i * AT_ONCE))(
  'networks from %i',
  (first) => {
    const seeds = Array.from({ length: AT_ONCE }, (_, i) => first + i);

    test(
      'every number of every still is the engine’s, and every line comes out',
      { timeout: 300_000 },
      () => {
        for (const seed of seeds) {
          const setting = settingOf(seed);
          const engine = engineOf(setting);
          const reading = readingOf({ ...DEFAULTS, ...setting });
          const found = scenes.map(({ id, moment }) => {
            const still = stillOf(moment, reading);
            const shown = shownIn(still, moment);
            const faults = [...wrongs(shown, engine, setting.step + moment.step), ...falseLinesIn(still)];
            return {
              known: shown.filter(({ value }) => value !== undefined).length,
              faults: faults.map((fault) => `${id}: ${fault}`),
            };
          });
          expect(
            found.flatMap(({ faults }) => faults),
            `network ${seed}`,
          ).toEqual([]);
          expect(found.reduce((sum, { known }) => sum + known, 0)).toBeGreaterThan(400);
        }
      },
    );
  },
);

const HAND: Hand = { set: () => undefined, release: () => undefined, hasMotion: true };

test(
  'in the midst of every step and at its end, on a wide stage, every number is the engine’s',
  { timeout: 300_000 },
  () => {
    for (let seed = 0; seed < STAGED; seed++) {
      const setting = settingOf(seed);
      const engine = engineOf(setting);
      const reading = readingOf({ ...DEFAULTS, ...setting });
      for (const { scenes: own } of chapters) {
        stopsOf(own).forEach(({ scene }, index) => {
          for (const progress of [0, 0.31, 0.999]) {
            const moment = momentAt(own, index + progress)!;
            const frame = frameOf(reading, moment, figureNamed(moment.figure).dials);
            const { Figure, Under } = figures.get(moment.figure)!;
            const props = { frame, width: 770, height: 576, hand: HAND };
            const drawn = [Figure, ...(Under ? [Under] : [])].map((part) => render(part, { props }).body);
            const shown = shownIn(treeOf(drawn.join('')), moment);
            // While an update is made, and told of beforehand, some parameters are those of the next step already.
            const isUpdating = scene.steps.some(({ cursor }) => cursor === 'update');
            const still = isUpdating ? shown.filter(({ q }) => !/^[wb]\./.test(q)) : shown;
            const faults = wrongs(still, engine, setting.step + moment.step);
            expect(faults, `network ${seed}, ${scene.id}, at ${index + progress}`).toEqual([]);
          }
        });
      }
    }
  },
);

const told = mdxFiles.flatMap((path) =>
  tagsIn(fileAt(path), 'Value').map(({ attributes: { q = '', at, of, as, world } }) => ({
    q: q,
    at,
    of,
    as: as as Style | undefined,
    world: world as WorldName | undefined,
  })),
);

test('every number of the prose is the engine’s, and says so', { timeout: 300_000 }, () => {
  expect(told.length).toBeGreaterThan(150);
  for (let seed = 0; seed < NETWORKS; seed++) {
    const setting = settingOf(seed);
    const reading = readingOf({ ...DEFAULTS, ...setting });
    const shown = told.map((asked) => ({
      ...asked,
      value: valueOf(reading, asked),
      text: toldAs(reading, asked, asked.as),
      // Of a size there is no sign, and a word is no numeral.
      isWords: asked.as === 'size' || asked.as === 'word',
    }));
    expect(wrongs(shown, engineOf(setting), setting.step), `network ${seed}`).toEqual([]);
  }
});
