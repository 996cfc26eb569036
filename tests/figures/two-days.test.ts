import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/04-training/scenes.ts';
import { figureNamed } from '@/figures/index.ts';
import { barRowOf } from '@/figures/two-days/bars.ts';
import { TWO_DAYS_DIALS, type TwoDaysDials } from '@/figures/two-days/dials.ts';
import { layoutOf, type Box } from '@/figures/two-days/layout.ts';
import { chosenOp, groupsOf, peakOf, stepAlong, viewOf } from '@/figures/two-days/model.ts';
import { storeOf } from '@/figures/two-days/store.ts';
import { thinned } from '@/figures/thinned.ts';
import { RUN_STEPS } from '@/story/essay.ts';
import { format, parse } from '@/story/format.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf, type Reading } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentOf, stopsOf } from '@/story/timeline.ts';
import { valueOf } from '@/story/values.ts';
import type { WorldName } from '@/story/world.ts';
import { BOXES, drawn, numbersIn, says, trying } from './rendered.ts';

const FIRST = stopsOf(scenes).findIndex(({ scene }) => scene.id === 'training-two-days');
const STEPS = 5;
/** The settings that are not random. */
const CORNERS = 25;
const figure = figureNamed('two-days');

const frameAt = (cursor: string, dials: Partial<TwoDaysDials> = {}, settings: Settings = DEFAULTS) =>
  frameOf(
    readingOf(settings),
    momentOf({ figure: 'two-days', world: 'two-days', cursor, dials }),
    TWO_DAYS_DIALS,
  );

const MEANS = 'db.2.1';

/** What is wrong with a drawing: every number in it against the world and the training step that it says it is of. */
const faultsOf = (html: string, reading: Reading, least: number): readonly string[] => {
  const faults = [
    ...(/NaN|Infinity|undefined/.exec(html) ?? []),
    ...[...html.matchAll(/font-size="([\d.]+)"/g)].flatMap(([whole, size]) =>
      Number(size) < 12 ? [whole] : [],
    ),
  ];
  let around: { world: WorldName; at: string } = { world: 'two-days', at: '0' };
  let count = 0;
  for (const [, attributes = '', text = ''] of html.matchAll(
    /<(?:svg|text|span|path|div|g)\b([^>]*)>(?:<!--[^>]*-->)*([^<]*)/g,
  )) {
    const of = (name: string): string | undefined =>
      new RegExp(`data-${name}="([^"]+)"`).exec(attributes)?.[1];
    const world = of('world');
    if (world !== undefined) around = { world: world as WorldName, at: of('at') ?? around.at };
    const [q, value] = [of('q'), of('value')];
    if (q === undefined || value === undefined) continue;
    count += 1;
    const expected = valueOf(reading, { q, at: of('at') ?? around.at, world: around.world });
    if (
      expected === undefined ||
      Math.abs(expected - Number(value)) > 1e-12 * Math.max(1, Math.abs(expected))
    )
      faults.push(`${q} is ${value}, not ${expected}`);
    else if (text.trim() && !says(text.trim(), expected))
      faults.push(`${q} is written «${text}» and is ${value}`);
  }
  if (count < least) faults.push(`only ${count} numbers`);
  return faults;
};

describe('the two days, drawn', () => {
  const expectSound = async (i: number, reads: readonly number[]): Promise<void> => {
    const [settings, box] = [trying[i]!, BOXES[i % BOXES.length]!];
    for (const read of reads) {
      const html = await drawn(figure, scenes, FIRST + read, settings, box);
      const faults = faultsOf(html, readingOf(settings), read < 1 ? 0 : 8);
      expect(faults, `setting ${i}, ${read} in ${box.join(' × ')}`).toEqual([]);
    }
  };

  test('are right in every box, when each step has been read, at the corners of what may be set', async () => {
    for (let i = 0; i < CORNERS; i++) await expectSound(i, [1, 2, 3, 4, 5]);
  }, 30_000);

  test('are right on the way from step to step, for random networks', async () => {
    for (let i = CORNERS; i < trying.length; i++) await expectSound(i, [((i % (STEPS * 4)) + 0.6) / 4]);
  }, 30_000);

  test('keep what day 2 will say to themselves until it has been computed', async () => {
    const html = await drawn(figure, scenes, FIRST + 1, DEFAULTS, [770, 700]);
    expect(html).toMatch(/data-q="dw\.1\.1\.1@0" data-value/);
    expect(html).not.toMatch(/data-q="[^"]*@1" data-value="(?!0\.2"|0\.8"|0")/);
    expect(html).not.toMatch(/opposite|day 1 only|day 2 only/);
    const after = await drawn(figure, scenes, FIRST + 2, DEFAULTS, [770, 700]);
    expect(after).toMatch(/>opposite</);
    expect(after).toMatch(/>day 2 only</);
  });

  test('offer all thirteen parameters to whoever can touch them', async () => {
    const html = await drawn(figure, scenes, FIRST + 3, { ...DEFAULTS, param: 'b.1.2' }, [344, 255]);
    expect(html.match(/role="radio"/g)).toHaveLength(13);
    expect(html.match(/aria-checked="true"[^>]*data-pick="b\.1\.2"/g)).toHaveLength(1);
    for (const [, width, height] of html.matchAll(
      /data-pick="[^"]*" x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/g,
    )) {
      expect(Number(width)).toBeGreaterThanOrEqual(22);
      expect(Number(height)).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('the bars', () => {
  const rowOf = (settings: Settings, box: Box = { x: 0, y: 10, width: 700, height: 240 }) => {
    const view = viewOf(frameAt(MEANS, {}, settings));
    const peak = peakOf(view);
    const row = barRowOf({
      groups: groupsOf(view),
      box,
      peak,
      fill: 13,
      chosen: view.chosen,
      sizes: view.run.world.sizes,
      layout: { hasNumbers: true, hasWords: true, size: { text: 13, number: 13 } },
    });
    return { view, peak, row, box };
  };
  /** How high a bar begins and ends; on the axis where it is a ring. */
  const standing = ({ look, d }: { readonly look: string; readonly d: string }) => {
    const [, top, height] = /^M[\d.]+ ([\d.]+)h[\d.]+v([\d.]+)h/.exec(d)?.map(Number) ?? [];
    return look === 'nothing' ? { top: NaN, height: 0 } : { top: top!, height: height! };
  };

  test('are as long as their gradients, up for plus, down for minus, and none for zero', () => {
    for (const settings of trying.slice(0, 120)) {
      const { view, peak, row, box } = rowOf(settings);
      expect(row.places.map(({ id }) => id).toSorted()).toEqual(view.run.parameters.toSorted());
      expect(row.bars).toHaveLength(39);
      const axis = row.shapes.find(({ look }) => look === 'axis')!;
      const [, zero] = /^M[\d.]+ ([\d.]+)H/.exec(axis.d)!.map(Number);
      const [letter] = row.texts;
      const bars = row.bars.map((bar) => ({ ...bar, ...standing(bar) }));
      const full = Math.max(...bars.map(({ height }) => height));
      for (const { q, value, top, height } of bars) {
        expect(value).toBe(view.all.get(q));
        if (value === 0) {
          expect(height).toBe(0);
          continue;
        }
        expect(height).toBeCloseTo(Math.max(1, (Math.abs(value) / peak) * full), 1);
        expect(value > 0 ? top + height : top).toBeCloseTo(zero!, 1);
        expect(top).toBeGreaterThanOrEqual(box.y);
        expect(top + height).toBeLessThanOrEqual(letter!.y);
      }
      const middles = row.places.map(({ box: { x } }) => x);
      expect(middles).toEqual(middles.toSorted((a, b) => a - b));
    }
  });

  test('are said to be of one day, opposite or the same as their gradients are', () => {
    const words = (settings: Settings): readonly (string | undefined)[] =>
      groupsOf(viewOf(frameAt(MEANS, {}, settings))).map(({ says: word }) => word);
    expect(words(DEFAULTS)).toEqual(['day 1 only', 'opposite', 'day 2 only', 'opposite']);
    expect(words({ ...DEFAULTS, y: 0.5, theta: DEFAULTS.theta.with(12, 3) })).toContain('the same way');
    const shut = DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value));
    expect(words({ ...DEFAULTS, theta: shut })).toEqual(['no pull', 'no pull', 'no pull', 'opposite']);
  });

  test('when they have been cleared leave the outline of the mean', () => {
    const view = viewOf(frameAt('clear', { store: 1, clear: 1 }));
    const bars = groupsOf(view).flatMap((group) => group.bars);
    expect(bars.every(({ days, mean }) => mean === undefined && days.every((day) => day === undefined))).toBe(
      true,
    );
    expect(bars.map(({ cleared }) => cleared)).toEqual(bars.map(({ id }) => view.all.get(`d${id}`)));
  });
});

describe('the store', () => {
  test('adds up as printed, in both programs', () => {
    for (const [i, settings] of trying.entries()) {
      const param = readingOf(settings).run.parameters[i % 13]!;
      const view = viewOf(frameAt(MEANS, { store: 1 }, { ...settings, param: param }));
      const { within, between, decimals } = storeOf(view);
      const printed = (cell: (typeof within.rows)[number]['cells'][number]): number =>
        'value' in cell ? parse(format(cell.value ?? NaN, decimals, decimals)) : NaN;
      const [, first, second] = within.rows.map(({ cells }) => cells.map(printed));
      const tolerance = 1.01 * 10 ** -decimals;
      // To the last digit, but for the few networks in which no number of decimals will do.
      expect(Math.abs(first![0]! + second![1]! - second![0]!)).toBeLessThan(tolerance);
      const [begun, both] = between.rows.map(({ cells }) => cells.map(printed));
      expect(Math.abs(begun![1]! + both![0]! - both![1]!)).toBeLessThan(tolerance);
      expect(first![0]).toBe(first![1]);
    }
  });

  test('of the essay’s own first weight: = loses what day 1 has said', () => {
    const { within, decimals } = storeOf(viewOf(frameAt(MEANS, { store: 1 })));
    expect(decimals).toBe(4);
    const cells = within.rows[2]!.cells;
    expect(cells[0]).toMatchObject({ id: 'dw.1.1.1' });
    expect(cells[1]).toMatchObject({ id: 'share:dw.1.1.1@1', value: 0 });
    expect('lost' in cells[1] && cells[1].lost).toBeCloseTo(-0.1386, 6);
  });
});

describe('the runs that it follows', () => {
  test('begin at the start and end where they come to rest', () => {
    expect([0, 1].map((share) => stepAlong(share, RUN_STEPS))).toEqual([0, RUN_STEPS]);
    const steps = Array.from({ length: 101 }, (_, i) => stepAlong(i / 100, RUN_STEPS));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(viewOf(frameAt('clear', { later: 1 }))).toMatchObject({ world: 'two-days', step: 25 });
    const never = viewOf(frameAt('clear', { later: 1 }, { ...DEFAULTS, eta: 0 }));
    expect(never.step).toBe(RUN_STEPS);
  });

  test('do not depend on the step that the reader has set', () => {
    const at = (step: number) => viewOf(frameAt('clear', { later: 0.5 }, { ...DEFAULTS, step })).step;
    expect(at(0)).toBe(at(150));
  });

  test('are drawn by points that can be told apart, peaks among them', () => {
    const zigzag = Array.from({ length: 400 }, (_, i) => [i / 10, i === 222 ? 99 : i % 2] as const);
    const found = thinned(zigzag);
    expect(found.length).toBeLessThan(40);
    expect(found.some(([, y]) => y === 99)).toBe(true);
    expect(Math.max(...found.slice(1).map(([x], i) => x - found[i]![0]))).toBeLessThan(6);
    expect(thinned([])).toEqual([]);
  });
});

test('the line below tells of day 1, then of day 2, then the mean', () => {
  const told = ['start', 'dx.2@0', 'dx.2@1', MEANS].map((cursor) => chosenOp(viewOf(frameAt(cursor))));
  expect(told.map((op) => op?.id)).toEqual([undefined, 'dw.1.1.1@0', 'dw.1.1.1@1', 'dw.1.1.1']);
  expect(told.at(-1)!.operands.map(({ id }) => id)).toEqual(['dw.1.1.1@0', 'share', 'dw.1.1.1@1', 'share']);
});

describe('the layout', () => {
  const dials = [{}, { store: 0.1 }, { store: 1 }, { store: 1, clear: 1 }, { store: 1, clear: 1, later: 1 }];
  test.each(BOXES)('keeps its parts within %i × %i, and off one another', (width, height) => {
    for (const moved of dials) {
      const { daysBox, barRows, panel, line } = layoutOf(width, height, { ...TWO_DAYS_DIALS, ...moved });
      const parts = [daysBox, ...barRows].filter((box) => box.height > 0);
      for (const box of parts) {
        expect(box.height).toBeGreaterThan(20);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(height + 0.5);
      }
      const tops = parts.map(({ y }) => y).slice(1);
      tops.forEach((top, i) => expect(top).toBeGreaterThanOrEqual(parts[i]!.y + parts[i]!.height - 0.5));
      expect(line).toBeGreaterThanOrEqual(12);
      expect(panel.y + panel.height).toBeLessThanOrEqual(height + 0.5);
    }
  });
});

test('a mean that rounding alone keeps from 0 is written and drawn as nearly nothing, with the engine’s value beside it', async () => {
  const settings: Settings = { ...DEFAULTS, y: 0.3, theta: DEFAULTS.theta.map(() => 0) };
  const mean = readingOf(settings).in('two-days').quantitiesAt(0).get('db.2.1')!;
  expect(Math.abs(mean)).toBeGreaterThan(0);
  expect(Math.abs(mean)).toBeLessThan(1e-16);
  const html = await drawn(figure, scenes, FIRST + 3, { ...settings, param: 'b.2.1' }, [770, 672]);
  const written = numbersIn(html).filter(({ q, value }) => q === 'db.2.1' && value === mean);
  expect(written.map(({ text }) => text)).toContain('≈0');
  expect(html).toContain(`class="nothing`);
});
