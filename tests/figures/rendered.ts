import { render } from 'svelte/server';
import { expect } from 'vitest';
import type { FigureEntry } from '@/figures/contract.ts';
import { parse } from '@/story/format.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf, type Reading } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { momentAt, type Moment, type Scene } from '@/story/timeline.ts';
import { valueOf } from '@/story/values.ts';
import { settingsFor } from '../story/networks.ts';

// Figures as the server draws them: what is written in them is held against the engine.

/** Boxes a stage may have: wide, upright beside the prose, above it on a tablet, above it on a phone, and the least. */
export const BOXES = [
  [770, 576],
  [417, 600],
  [720, 330],
  [344, 255],
  [700, 200],
  [300, 160],
] as const;

/** Settings that a figure has to bear: random ones, and the corners of what the page allows. */
export const trying: readonly Settings[] = [
  DEFAULTS,
  ...[0, 0.5, 1].flatMap((y) => [
    { ...DEFAULTS, y },
    { ...DEFAULTS, y, x: [0, 0] },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map(() => 20), x: [5, 5] },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map(() => -20), x: [5, -5] },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value)) },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map(() => 0) },
    { ...DEFAULTS, y, step: 100 },
    { ...DEFAULTS, y, eta: 20, step: 200 },
  ]),
  ...Array.from({ length: 200 }, (_, seed) => ({
    ...settingsFor(seed),
    'nudge.eps': [0.3, 0.1, 0.013, 0.001][seed % 4] ?? 0.3,
  })),
];

export interface Written {
  readonly q: string;
  readonly value: number;
  readonly text: string;
}

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');

/** The numbers that a drawing writes with their quantities. */
export const numbersIn = (html: string): readonly Written[] =>
  [...html.replaceAll(/<!--.*?-->/gs, '').matchAll(/<(?:text|tspan|span)\b([^>]*)>([^<]*)/g)].flatMap(
    ([, attributes = '', text = '']) => {
      const q = /data-q="([^"]+)"/.exec(attributes)?.[1];
      const value = /data-value="([^"]+)"/.exec(attributes)?.[1];
      return q !== undefined && value !== undefined
        ? [{ q, value: Number(value), text: decoded(text).trim() }]
        : [];
    },
  );

/** Does a text say a value, as far as its own digits go? */
export const says = (text: string, value: number): boolean => {
  const bound = /^([<>])\s([\d.]+)\s%$/.exec(text);
  if (bound) return bound[1] === '<' ? value < Number(bound[2]) / 100 : value > Number(bound[2]) / 100;
  const plain = text
    .replaceAll('\u202f', '')
    .replace('+', '')
    .replace(/\u00a0?%$/, '');
  const share = text.endsWith('%') ? 100 : 1;
  const said = parse(plain) / share;
  const decimals = plain.split('×')[0]?.split('.')[1]?.length ?? 0;
  const size = plain.includes('×') ? 10 ** Math.floor(Math.log10(Math.abs(value))) : 1;
  return Math.abs(said - value) <= (0.51 * 10 ** -decimals * size) / share + 1e-15;
};

/** The moment when so many steps have been read: at a whole number the last of them is over, and none begun. */
export const momentRead = (scenes: readonly Scene[], read: number): Moment => {
  const moment = momentAt(scenes, read > 0 && read % 1 === 0 ? read - 1e-6 : read);
  if (!moment) throw new RangeError('Expected scenes with steps');
  return moment;
};

/** The drawing of a figure, and of what stands under it, when so many steps of some scenes have been read, in a box. */
export const drawn = async (
  entry: FigureEntry,
  scenes: readonly Scene[],
  read: number,
  settings: Settings,
  [width, height]: readonly [number, number],
): Promise<string> => {
  const moment = momentRead(scenes, read);
  const { Figure, Under } = await entry.load();
  const props = {
    frame: frameOf(readingOf(settings), moment, entry.dials),
    width,
    height,
    hand: { set: () => undefined, release: () => undefined, hasMotion: true },
  };
  return render(Figure, { props }).body + (Under ? render(Under, { props }).body : '');
};

/** What is wrong with a drawing: anything that is no number where one should be, type too small, a number that is not the engine's. */
export const faultsOf = (html: string, reading: Reading): readonly string[] => [
  ...(/NaN|Infinity|undefined/.exec(html.replace(/data-hit="[^"]*"/g, '')) ?? []),
  // A browser refuses a size below nothing.
  ...[...html.matchAll(/ (?:width|height|r|rx|ry)="-[^"]*"/g)].map(([whole]) => whole),
  ...[...html.matchAll(/font-size="([\d.]+)"/g)].flatMap(([whole, size]) =>
    Number(size) < 12 ? [whole] : [],
  ),
  ...numbersIn(html).flatMap(({ q, value, text }) => {
    const expected = valueOf(reading, { q });
    if (expected === undefined || Math.abs(expected - value) > 1e-12 * Math.max(1, Math.abs(value)))
      return [`${q} is ${value}, not ${expected}`];
    return says(text, value) ? [] : [`${q} is written «${text}» and is ${value}`];
  }),
];

/** Draws a figure at the ends of some steps, for every setting tried, and expects nothing wrong. */
export const expectSound = async (
  entry: FigureEntry,
  scenes: readonly Scene[],
  positions: readonly number[],
): Promise<void> => {
  for (const [i, settings] of trying.entries()) {
    const box = BOXES[i % BOXES.length] ?? BOXES[0];
    const position = positions[Math.floor(i / BOXES.length) % positions.length] ?? 1;
    const html = await drawn(entry, scenes, position, settings, box);
    expect(faultsOf(html, readingOf(settings)), `setting ${i} at ${position} in ${box.join(' × ')}`).toEqual(
      [],
    );
  }
};
