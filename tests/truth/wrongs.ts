import { parse } from '../../src/story/format.ts';
import { stepNamed } from '../../src/story/subject.ts';
import type { WorldName } from '../../src/story/world.ts';
import type { Engine } from './engine.ts';

/** A number as it is shown: the attributes that it carries, and its text. */
export interface Shown {
  readonly q: string;
  readonly at: string | undefined;
  readonly world: string | undefined;
  readonly value: number | undefined;
  readonly text: string;
  readonly isWords: boolean;
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Small counts are words in the prose. */
const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What the prose gives as a size, without its sign; a figure writes the sign. */
const SIZES: ReadonlySet<string> = new Set(['fact:squared-most']);

/** Does a text say a value, as far as its own decimals go? */
const says = (text: string, shown: number): boolean => {
  if (COUNTS.includes(text)) return COUNTS.indexOf(text) === shown;
  const bound = /^([<>])\s([\d.]+)\s%$/.exec(text);
  if (bound) return bound[1] === '<' ? shown < Number(bound[2]) / 100 : shown > Number(bound[2]) / 100;
  const plain = text
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll('\u202f', '')
    .replace(/\u00a0?%$/, '');
  const said = parse(plain) / (text.endsWith('%') ? 100 : 1);
  const decimals = plain.split('×')[0]?.split('.')[1]?.length ?? 0;
  const unit = 10 ** -decimals / (text.endsWith('%') ? 100 : 1);
  const scale = plain.includes('×') ? 10 ** Math.floor(Math.log10(Math.abs(shown))) : 1;
  return Math.abs(said - shown) <= 0.51 * unit * Math.max(scale, Number.MIN_VALUE) + 1e-12;
};

/**
 * What is wrong with some numbers of the page, a line each: another value than the engine's at the step that each is of
 * (`now` where it names none), or a text that does not say its value.
 */
export const wrongs = (numbers: readonly Shown[], engine: Engine, now: number): readonly string[] =>
  numbers.flatMap(({ q, at, world = 'essay', value, text, isWords }) => {
    const own = engine.in(world as WorldName);
    const expected = own.knows(q) ? own.valueOf(q, stepNamed(at, now)) : value;
    // Where the error is down to rounding, which gradients round to exactly 0 is a matter of the machine.
    const isConverged = [now, 200].some((step) => Math.abs(own.at(step).get('dz.2.1') ?? 0) < 1e-12);
    if (/^fact:.*moved/.test(q) && isConverged) return [];
    if (value === undefined)
      return isWords || /^(—|…|never)$/.test(text) ? [] : [`${q} is «${text}» without a value`];
    if (expected === undefined) return [`${q} is ${value}, and there is none`];
    if (!isClose(value, expected)) return [`${q} at ${at ?? now} is ${value}, not ${expected}`];
    const isSaid = says(text, value) || (SIZES.has(q) && says(text, Math.abs(value)));
    if (!isWords && !isSaid) return [`${q} is written «${text}» and is ${value}`];
    return [];
  });
