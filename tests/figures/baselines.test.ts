import { expect, test } from 'vitest';
import { filesIn, textOf } from '../build/mdx.ts';

/** Texts whose middle line is on their place, with a part set lower or higher: WebKit draws that part at the wrong side. */
const shifted = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*dominant-baseline[^>]*>(?:(?!<\/text>)[\s\S])*?<tspan[^>]*\sdy=/g)].map(
    ([text]) => text,
  );

test('no text that is set by its middle has a part set off from it', () => {
  const pictures = filesIn('tests/figures/gallery', /\.html$/);
  expect(pictures.length).toBeGreaterThan(30);
  for (const path of pictures) expect(shifted(textOf(path)), path).toEqual([]);
});

test('the search finds one', () => {
  expect(shifted('<text dominant-baseline="central">z<tspan dy="4">2</tspan></text>')).toHaveLength(1);
  expect(shifted('<text dominant-baseline="central">z</text><text>z<tspan dy="4">2</tspan></text>')).toEqual(
    [],
  );
});
