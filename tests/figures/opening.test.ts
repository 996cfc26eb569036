import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { quantities, networkFrom, train } from '@/engine/index.ts';
import { arrowsOf } from '@/figures/opening/arrows.ts';
import { arrowOf, NARROW, WIDE } from '@/figures/opening/layout.ts';
import { viewOf } from '@/figures/opening/model.ts';
import Opening from '@/figures/opening/Opening.svelte';
import { NARROW_AXES, trailsOf, WIDE_AXES } from '@/figures/opening/trail.ts';
import Trails from '@/figures/opening/Trails.svelte';
import { boxOfText, widthOf, type Anchor } from '@/figures/layout/type.ts';
import { isOn } from '@/figures/layout/shapes.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { SPAN, type Turn } from '@/story/turns.ts';
import { randomFrom } from '@/engine/index.ts';
import { ESSAY } from './drawn.ts';
import { expectSound, halfUnit, numbersIn, printed } from './shown.ts';

const MORNINGS = [
  { input: [0.8, 0.2], target: [1] },
  { input: [0.2, 0.8], target: [0] },
];
const FORMS = [WIDE, NARROW];

const random = randomFrom(5);
const turnsOf = (count: number): readonly Turn[] =>
  Array.from({ length: count }, () => [
    Math.floor(random() * 13),
    Math.round((random() * 2 - 1) * SPAN * 100) / 100,
  ]);
const played: readonly Settings[] = [
  DEFAULTS,
  { ...DEFAULTS, 'top.turns': ESSAY.map((_, i) => [i, SPAN]) },
  { ...DEFAULTS, 'top.turns': ESSAY.map((_, i) => [i, i % 2 ? SPAN : -SPAN]) },
  { ...DEFAULTS, 'top.turns': ESSAY.map((_, i) => [i, 0]) },
  ...Array.from({ length: 24 }, (_, i) => ({ ...DEFAULTS, 'top.turns': turnsOf(i) })),
];
const tried = Array.from({ length: 9 }, (_, i) => ({ ...DEFAULTS, 'top.sweeps': i }));

const drawn = (settings: Settings, layout = WIDE, lit?: number): string =>
  render(Opening, {
    props: {
      view: viewOf(readingOf(settings)),
      layout,
      lit,
      onpoint: () => undefined,
      handleOf: () => ({
        value: 0,
        range: [0, 0] as const,
        step: 0,
        perPx: 0,
        set: () => undefined,
        release: () => undefined,
      }),
    },
  }).body;

/** The texts of a drawing with their boxes. */
const textsIn = (body: string) =>
  [...body.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)].map(([, attributes = '', inside = '']) => {
    const get = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const text = inside.replace(/<[^>]*>/g, '').trim();
    const size = Number(get('font-size'));
    const anchor = (get('text-anchor') || 'start') as Anchor;
    const at = { x: Number(get('x')), y: Number(get('y')) - size * 0.36 };
    return { text, box: boxOfText(at, widthOf(text, size), size, anchor) };
  });

test('every number is the engine’s, by hand and by the machine', () => {
  const { moments } = train(networkFrom({ sizes: [2, 3, 1], theta: ESSAY }), MORNINGS, {
    steps: 7,
    learningRate: 2,
  });
  for (const settings of [...played, ...tried]) {
    const theta = [...ESSAY];
    for (const [dial, to] of settings['top.turns']) theta[dial] = to;
    const shown =
      settings['top.sweeps'] === undefined ? theta : moments[Math.min(7, settings['top.sweeps'])]!.theta;
    const all = quantities(networkFrom({ sizes: [2, 3, 1], theta: shown }), MORNINGS);
    for (const form of FORMS) {
      const numbers = numbersIn(drawn(settings, form, 3));
      expect(numbers.length).toBeGreaterThan(form === WIDE ? 28 : 20);
      for (const { q, value, text } of numbers) {
        expect(value, q).toBeCloseTo(all.get(q)!, 12);
        if (text)
          expect(Math.abs(printed(text) - value), `${q} «${text}»`).toBeLessThanOrEqual(halfUnit(text));
      }
    }
  }
});

test('no text lies on another or past the edge, and none is too small', () => {
  for (const form of FORMS)
    for (const settings of [...played, ...tried]) {
      const body = drawn(settings, form);
      expectSound(body);
      const texts = textsIn(body);
      for (const [i, { text, box }] of texts.entries()) {
        const name = `${form.name} «${text}» ${JSON.stringify(settings['top.turns'])}`;
        expect(box.left, name).toBeGreaterThanOrEqual(-1);
        expect(box.right, name).toBeLessThanOrEqual(form.width + 1);
        for (const other of texts.slice(i + 1))
          expect(isOn(box, other.box), `${name} on «${other.text}»`).toBe(false);
      }
    }
});

describe('the machine', () => {
  test('shows thirteen arrows, each the way its dial will turn; a dot where it will not', () => {
    for (const settings of tried.slice(0, 7)) {
      const view = viewOf(readingOf(settings));
      const next = viewOf(readingOf({ ...settings, 'top.sweeps': settings['top.sweeps'] + 1 }));
      view.steps!.forEach((step, i) => expect(view.theta[i]! + step).toBeCloseTo(next.theta[i]!, 12));
      for (const form of FORMS) {
        const { heads, dots } = arrowsOf(form, view.steps!);
        const ups = [...heads.matchAll(/l-5 (-?\d+)h10z/g)].map(([, rise]) => Number(rise) > 0);
        const moving = view.steps!.filter((step) => step !== 0);
        expect(ups).toEqual(moving.map((step) => step > 0));
        expect(dots.match(/h0/g)?.length ?? 0).toBe(13 - moving.length);
      }
    }
  });

  test('has its arrows apart from one another', () => {
    for (const form of FORMS) {
      const at = PARAMETERS.map((id, i) => arrowOf(form, id, i < 6 ? i : i - 3));
      at.forEach((a, i) =>
        at.slice(i + 1).forEach((b, j) => {
          const isApart = Math.abs(a.x - b.x) > 9.5 || Math.abs(a.y - b.y) > 2 * form.arrow;
          expect(isApart, `${form.name}: ${PARAMETERS[i]} and ${PARAMETERS[i + 1 + j]}`).toBe(true);
        }),
      );
    }
  });

  test('is seen by whoever scrolls past and has set nothing, and by nobody else', () => {
    const reading = readingOf(DEFAULTS);
    expect([0, 0.1, 0.5, 1].map((passing) => viewOf(reading, passing).at)).toEqual([0, 0, 3, 7]);
    const touched = readingOf({ ...DEFAULTS, 'top.turns': [[12, 1]] });
    expect(viewOf(touched, 1)).toEqual(viewOf(touched));
    const asked = readingOf({ ...DEFAULTS, 'top.sweeps': 2 });
    expect(viewOf(asked, 1)).toEqual(viewOf(asked));
  });
});

test('trails stay within their axes, the lower the loss', () => {
  for (const axes of [WIDE_AXES, NARROW_AXES])
    for (const settings of [...played, ...tried]) {
      const view = viewOf(readingOf(settings));
      const { hand, machine, goal } = trailsOf(view, axes);
      for (const [i, [x, y]] of [...hand.stops, ...(machine?.stops ?? [])].entries()) {
        expect(x).toBeGreaterThanOrEqual(axes.left);
        expect(x).toBeLessThanOrEqual(axes.right);
        expect(y).toBeGreaterThanOrEqual(axes.top);
        const loss = [...view.hand.stops, ...(view.machine?.stops ?? [])][i]![1];
        if (Math.abs(loss - 0.1) > 0.005) expect(y > goal).toBe(loss < 0.1);
      }
      expectSound(render(Trails, { props: { view, axes } }).body);
    }
});
