import { expect } from 'vitest';
import { parse } from '@/story/format.ts';
import type { Reading } from '@/story/reading.ts';
import { valueOf } from '@/story/values.ts';
import type { WorldName } from '@/story/world.ts';

/** A number that a drawing shows: what of, its value, its text, and the world of the nearest element that names one. */
export interface ShownNumber {
  readonly q: string;
  readonly value: number;
  readonly text: string;
  readonly world: string | undefined;
}

/** Every number with a name in some markup, in order. */
export const numbersIn = (body: string): readonly ShownNumber[] => {
  const found: ShownNumber[] = [];
  const open: { readonly tag: string; readonly world: string | undefined }[] = [];
  for (const match of body.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi)) {
    const [all, close, tag = '', attributes = '', isClosed] = match;
    if (close) {
      while (open.length > 0 && open.pop()?.tag !== tag);
      continue;
    }
    const attribute = (name: string): string | undefined =>
      new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const world = attribute('data-world') ?? open.at(-1)?.world;
    if (!isClosed && !/^(input|br)$/.test(tag)) open.push({ tag, world });
    const [q, value] = [attribute('data-q'), attribute('data-value')];
    if (q === undefined || value === undefined) continue;
    const start = match.index + all.length;
    const text = body.slice(start, body.indexOf(`</${tag}>`, start)).replace(/<[^>]*>/g, '');
    found.push({ q, value: Number(value), text: text.trim(), world });
  }
  return found;
};

/** A number as it is printed, without the brackets of a factor. */
export const printed = (text: string): number => parse(text.replace(/^\(|\)$/g, ''));

/** Half of the last place that a text shows. */
export const halfUnit = (text: string): number => {
  const [mantissa = '', exponent] = text.replace(/^\(|\)$/g, '').split('×10');
  const decimals = /\.(\d+)$/.exec(mantissa)?.[1]?.length ?? 0;
  const scale = exponent === undefined ? 1 : parse(`1×10${exponent}`);
  return 0.5 * 10 ** -decimals * scale * 1.000001;
};

/** Numbers that are not the engine's, or not printed as their own value; a word in the place of a number may stand. */
export const wrongIn = (numbers: readonly ShownNumber[], reading: Reading): readonly string[] =>
  numbers.flatMap(({ q, value, text, world }) => {
    const engine = valueOf(reading, { q, world: world as WorldName | undefined });
    return [
      // A 0 in an attribute has lost its sign.
      ...(engine !== undefined && value === engine ? [] : [`${q} is ${engine}, shown as ${value}`]),
      ...(/\d/.test(text) && !(Math.abs(printed(text) - value) <= halfUnit(text))
        ? [`${q} is ${value}, printed ${text}`]
        : []),
    ];
  });

/** What no drawing may have: a number that is none, type that is too small, a style that the page's policy forbids. */
export const expectSound = (body: string): void => {
  expect(body).not.toMatch(/NaN|undefined|Infinity/);
  expect(body).not.toMatch(/\sstyle="/);
  for (const [, size] of body.matchAll(/font-size="([\d.]+)"/g))
    expect(Number(size)).toBeGreaterThanOrEqual(12);
};
