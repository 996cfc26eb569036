import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import BugNet from '@/figures/bugs/BugNet.svelte';
import CheckPlot from '@/figures/bugs/CheckPlot.svelte';
import Losses from '@/figures/bugs/Losses.svelte';
import { bugNet } from '@/figures/bugs/net.ts';
import { plotOf } from '@/figures/bugs/plot.ts';
import { boxAround, boxOfText, widthOf, type Size } from '@/figures/layout/index.ts';
import { CASES, STARTS, STEPS } from '@/story/bugs/cases.ts';
import { checkOf, type Check } from '@/story/bugs/check.ts';
import { BUGS } from '@/story/bugs/settings.ts';
import { viewOf, type View } from '@/story/bugs/view.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { fallbacksOf } from '@/story/table.ts';
import { overlap } from './drawn.ts';
import { attribute, elementsOf, numbersIn, textOf, treeOf } from './markup.ts';
import { says } from './rendered.ts';
import { misplaced } from './texts.ts';

const SIZES: readonly Size[] = [
  { width: 280, height: 300 },
  { width: 320, height: 320 },
  { width: 344, height: 368 },
  { width: 436, height: 368 },
  { width: 444, height: 416 },
  { width: 520, height: 416 },
  { width: 700, height: 416 },
];

const views: readonly View[] = CASES.flatMap(({ number }) =>
  STARTS.flatMap((start) =>
    [0, 3, 20, STEPS].flatMap((step) =>
      (['check', 'step'] as const).flatMap((look) =>
        viewOf({
          ...fallbacksOf(BUGS),
          'bugs.case': number,
          'bugs.start': start,
          'bugs.step': step,
          'bugs.look': look,
          'bugs.day': look === 'check' ? 'wet' : 'dry',
        }),
      ),
    ),
  ),
);

const hand = { onchoose: () => undefined, onpoint: () => undefined, lit: undefined, chosen: 'b.1.2' };
const plot = (check: Check, size: Size, chosen = 'b.1.2'): string =>
  render(CheckPlot, {
    props: { check, look: 'check', isAwake: true, ...size, ...hand, chosen, description: 'dots' },
  }).body;
const net = (view: View, size: Size): string =>
  render(BugNet, {
    props: {
      check: view.check,
      q: 'said',
      values: view.forward,
      isGated: view.isGated,
      ...size,
      ...hand,
      description: 'net',
    },
  }).body;

/** What is wrong with a drawing: no number where one should be, type too small, a text that does not say its value. */
const faultsOf = (html: string): readonly string[] => [
  ...(/NaN|Infinity|undefined/.exec(html) ?? []),
  ...[...html.matchAll(/font-size="([\d.]+)"/g)].flatMap(([whole, size]) =>
    Number(size) < 12 ? [whole] : [],
  ),
  ...numbersIn(treeOf(html)).flatMap(({ q, value, text }) =>
    value === undefined || says(text, value) ? [] : [`${q} is written «${text}» and is ${value}`],
  ),
];

describe.each(SIZES)('at $width × $height px', (size) => {
  const box = [size.width, size.height] as const;

  test('the dots: no text on another or past the edge, all numbers say what they are', () => {
    for (const view of views) {
      const html = plot(view.check, size);
      const where = `case ${view.of.number} at ${view.step}`;
      expect(faultsOf(html), where).toEqual([]);
      expect(misplaced(html, box), where).toEqual([]);
    }
  });

  test('the dots: a name lies on no dot', () => {
    for (const { check } of views) {
      const { dots, names, size: type } = plotOf(check, size, ['b.1.2']);
      for (const { id, text, x, y, anchor } of names) {
        const own = boxOfText({ x, y: y - 0.364 * type }, text.length * 6, type, anchor);
        for (const dot of dots)
          expect(overlap(own, boxAround(dot, { width: 9, height: 9 })), `${id} on ${dot.id}`).toBe(false);
      }
    }
  });

  test('the network: no text on another, past the edge, or on a unit it does not belong to', () => {
    const { hidden, output, inputs, capsule, last, radius } = bugNet(size);
    const bodies = [
      ...hidden.map((at) => boxAround(at, capsule)),
      boxAround(output, last),
      ...inputs.map((at) => boxAround(at, { width: 2 * radius, height: 2 * radius })),
    ];
    for (const view of views) {
      const html = net(view, size);
      expect(faultsOf(html)).toEqual([]);
      expect(misplaced(html, box)).toEqual([]);
      const chips = elementsOf(treeOf(html)).filter((element) =>
        attribute(element, 'class')?.includes('chip'),
      );
      expect(chips).toHaveLength(13);
      for (const chip of chips) {
        const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
          Number(attribute(chip, name)),
        );
        const at = { left: x!, right: x! + width!, top: y!, bottom: y! + height! };
        expect(at.left).toBeGreaterThanOrEqual(-2);
        expect(at.right).toBeLessThanOrEqual(size.width + 3);
        for (const body of bodies) expect(overlap(at, body)).toBe(false);
      }
    }
  });

  test('the network: every number stays in its cell', () => {
    const { capsule, last, isNarrow, size: type } = bugNet(size);
    for (const view of views)
      for (const element of elementsOf(treeOf(net(view, size)))) {
        const q = attribute(element, 'data-q') ?? '';
        if (!/^bugs\.(z|a|yhat)/.test(q)) continue;
        const lines = element.children.filter((child) => typeof child !== 'string').map(textOf);
        const own = lines.length > 0 ? lines : [textOf(element)];
        const cell = isNarrow ? (q === 'bugs.yhat' ? last : capsule).width : capsule.width / 2;
        for (const line of own) expect(widthOf(line, type), `${q} ${line}`).toBeLessThan(cell - 3);
      }
  });

  test('the network says what the code says, with the mark of the check', () => {
    for (const view of views.slice(0, 24)) {
      const html = net(view, size);
      const shown = new Map(numbersIn(treeOf(html)).map(({ q, value }) => [q, value]));
      for (const { id, said, verdict } of view.check.dots)
        expect(shown.get(`bugs.said.${id}`), id).toBe(verdict === 'none' ? undefined : said);
    }
  });

  test('the losses: no text on another or past the edge', () => {
    for (const { broken, sound, step } of views) {
      const low = { width: size.width, height: 152 };
      const html = render(Losses, { props: { broken, sound, step, ...low, description: 'loss' } }).body;
      expect(faultsOf(html)).toEqual([]);
      expect(misplaced(html, [low.width, low.height])).toEqual([]);
    }
  });
});

describe('where a dot is drawn', () => {
  const size = { width: 440, height: 400 };
  const check = (said: number, truth = 0.1): Check =>
    checkOf(
      PARAMETERS.map((id, i) => ({
        id,
        truth: i === 0 ? truth : 0.02 * i - 0.1,
        said: i === 0 ? said : 0.02 * i - 0.1,
      })),
    );
  const first = (of: Check) => plotOf(of, size).dots[0]!;

  test('what is right lies on the line; what is too high, above it', () => {
    expect(first(check(0.1)).y).toBe(first(check(0.1)).lineY);
    expect(first(check(0.15)).y).toBeLessThan(first(check(0.15)).lineY);
    expect(first(check(-0.05)).y).toBeGreaterThan(first(check(-0.05)).lineY);
  });

  test('a tiny gap is drawn so that it is seen, and says how much larger than it is', () => {
    const found = check(0.1001);
    expect(Math.abs(first(found).y - first(found).lineY)).toBeGreaterThan(2);
    expect(plotOf(found, size).enlarged).toMatch(/^gaps drawn 10[⁰¹²³⁴⁵] times enlarged$/);
    expect(plotOf(check(0.15), size).enlarged).toBe('');
  });

  test('one far off is held at the edge, as an arrow', () => {
    expect([first(check(9)).past, first(check(-9)).past, first(check(0.15)).past]).toEqual([
      'up',
      'down',
      undefined,
    ]);
    expect(first(check(9)).y).toBeGreaterThan(0);
  });

  test('one without a number stands at the foot', () => {
    for (const said of [NaN, Infinity, -Infinity]) {
      expect(first(check(said)).verdict).toBe('none');
      expect(first(check(said)).y).toBeGreaterThan(340);
      expect(plot(check(said), size)).not.toMatch(/NaN|Infinity/);
    }
  });

  test('every parameter can be chosen, by one of thirteen radio buttons', () => {
    const html = plot(check(0.2), size);
    expect(html.match(/role="radio"/g)).toHaveLength(13);
    expect(html.match(/aria-checked="true"/g)).toHaveLength(1);
  });

  test('the name of the chosen dot is there, wherever dots crowd', () => {
    for (const { check: some } of views)
      for (const chosen of ['b.2.1', 'w.1.3.2'])
        expect(plotOf(some, size, [chosen]).names.map(({ id }) => id)).toContain(chosen);
  });
});
