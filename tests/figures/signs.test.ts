import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { widthFor } from '@/figures/layout/shapes.ts';
import { LOSS_CURVE_DIALS } from '@/figures/loss-curve/dials.ts';
import LossCurve from '@/figures/loss-curve/LossCurve.svelte';
import Strand from '@/figures/marks/Strand.svelte';
import { SILENCE_DIALS } from '@/figures/silence/dials.ts';
import { silenceModel } from '@/figures/silence/model.ts';
import Silence from '@/figures/silence/Silence.svelte';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';
import { settingsFor } from '../story/networks.ts';
import { workedOut } from '../story/arithmetic.ts';
import { attribute, elementsOf, hasClass, textOf, treeOf } from './markup.ts';

// A sign is told by form as well as by colour: solid for +, dashed for −, dotted for exactly 0; a shut gate by another dot.

const css = readFileSync(join(import.meta.dirname, '../../src/styles/figures.css'), 'utf8');

/** What a style sheet says of the dashes of a strand's path with a class, as lengths in px; empty for a solid line. */
const dashesOf = (form: string): readonly number[] => {
  const [, block = ''] = new RegExp(`\\.strand\\.${form} path:not\\(\\.tip\\) \\{([^}]*)\\}`).exec(css) ?? [];
  const [, dashes = ''] = /stroke-dasharray: ([^;]+);/.exec(block) ?? [];
  return dashes.split(' ').filter(Boolean).map(Number);
};

const curve = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 20, y: 9 },
  { x: 30, y: 9 },
] as const;

const strandOf = (value: number) => {
  const [strand, path] = elementsOf(treeOf(render(Strand, { props: { curve, value, tone: 'signal' } }).body));
  return { strand: strand!, path: path! };
};

describe('a strand', () => {
  test.each([
    [0.5, 'positive'],
    [1e-12, 'positive'],
    [-0.5, 'negative'],
    [-1e-12, 'negative'],
    [0, 'zero'],
    [-0, 'zero'],
  ])('of %d is %s', (value, form) => {
    const { strand, path } = strandOf(value);
    for (const name of ['positive', 'negative', 'zero']) expect(hasClass(strand, name)).toBe(name === form);
    expect(Number(attribute(path, 'stroke-width'))).toBe(widthFor(value));
  });

  test('is solid, dashed or dotted', () => {
    expect(dashesOf('positive')).toEqual([]);
    const [dash = NaN, gap = NaN] = dashesOf('negative');
    expect(dash).toBeGreaterThan(3);
    expect(gap).toBeGreaterThan(3);
    const [dot = NaN, between = NaN] = dashesOf('zero');
    expect(dot).toBeLessThan(1);
    expect(between).toBeGreaterThan(3);
  });

  test('is the thicker the larger its number, and thinnest at zero', () => {
    const widths = [0, 0.01, 0.1, 0.5, 1, 5].map(widthFor);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBeGreaterThan(4);
    expect(widthFor(-0.5)).toBe(widthFor(0.5));
  });
});

test('the two curves of the loss are named by what they cost', () => {
  const frame = frameOf(
    readingOf(DEFAULTS),
    momentOf({ figure: 'loss-curve', dials: { drawn: 1 } }),
    LOSS_CURVE_DIALS,
  );
  for (const width of [770, 344]) {
    const { body } = render(LossCurve, { props: { frame, width, height: 400 } });
    const names = elementsOf(treeOf(body)).flatMap((element) => {
      const [, outcome, formula] =
        /^(?:if it )?(rain|stayed dry|dry)(?:ed)?: (.*)$/.exec(textOf(element).trim()) ?? [];
      return element.name === 'text' && outcome !== undefined ? [{ outcome, formula: formula ?? '' }] : [];
    });
    expect(names.map(({ outcome }) => (outcome === 'rain' ? 1 : 0)).toSorted()).toEqual([0, 1]);
    for (const { outcome, formula } of names)
      for (const prediction of [0.1, 0.5, 0.7])
        expect(workedOut(formula.replace('ŷ', String(prediction))), formula).toBeCloseTo(
          -Math.log(outcome === 'rain' ? prediction : 1 - prediction),
          12,
        );
  }
});

test('the dots of a silent step are those at which the sum is not above zero', () => {
  for (const settings of [DEFAULTS, ...Array.from({ length: 12 }, (_, i) => settingsFor(i + 1))]) {
    const reading = readingOf({ ...settings, step: 0 });
    const frame = frameOf(reading, momentOf({ figure: 'silence', world: 'woken' }), SILENCE_DIALS);
    const { body } = render(Silence, { props: { frame, width: 700, height: 500 } });
    const { from, to } = silenceModel(frame);
    const dots = elementsOf(treeOf(body)).filter((element) => hasClass(element, 'gate-dot'));
    const shut = [1, 2, 3].flatMap((unit) =>
      Array.from(
        { length: to - from + 1 },
        (_, i) => reading.run.quantitiesAt(from + i).get(`z.1.${unit}`)! <= 0,
      ),
    );
    expect(dots.map((dot) => hasClass(dot, 'shut'))).toEqual(shut);
  }
});
