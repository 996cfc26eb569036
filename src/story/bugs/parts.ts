import type { Kind } from '../symbol.ts';
import { textOf } from '../symbol.ts';

/** A piece of a sentence: words, a number, or the name of a parameter. */
export type Part =
  | string
  | { readonly q: string; readonly value: number; readonly text: string; readonly tone: Kind }
  | { readonly name: string };

export type Sentence = readonly Part[];

/** A sentence without its markup. */
export const inPlain = (sentence: Sentence): string =>
  sentence
    .map((part) => (typeof part === 'string' ? part : 'name' in part ? textOf(part.name) : part.text))
    .join('');

const COUNTS = 'no one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');

/** A small whole number in words. */
export const inWords = (count: number): string => COUNTS[count] ?? String(count);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
