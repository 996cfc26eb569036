import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { format, formatCount, formatPercent } from '@/story/format.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { textOf as symbolText } from '@/story/symbol.ts';
import { WORLD_NAMES } from '@/story/world.ts';
import { charactersOf } from './cmap.ts';
import { root } from './mdx.ts';

const drawnBy = (face: string): ReadonlySet<string> =>
  charactersOf(readFileSync(join(root, 'src/fonts', `${face}.woff2`)));
const missing = (face: string, text: string): string =>
  [...new Set(text)].filter((character) => character > '\u001f' && !drawnBy(face).has(character)).join('');

/** Every way in which a number can be written. */
const numbers =
  [0, -0.3, 1234567, 1.5e-10, -2.5e-67, 3.4e89, 1e6, 0.05]
    .flatMap((value) => [format(value), formatCount(value), formatPercent(value)])
    .join(' ') + '—…×÷=';

describe('fonts draw every character that is asked of them', () => {
  test('the figure font: all numbers, all symbols', () => {
    const symbols = WORLD_NAMES.flatMap((name) => {
      const { world, quantitiesAt } = readingOf(DEFAULTS).in(name);
      return [...quantitiesAt(0).keys(), 'eta', 'share', 'slope.1.1'].map((id) =>
        symbolText(id, world.sizes),
      );
    });
    expect(missing('figure', numbers + symbols.join(''))).toBe('');
  });

  test('the reader of fonts notices what is not there', () => {
    expect(missing('prose', 'a漢')).toBe('漢');
    expect(missing('math', '∂𝑧')).toBe('');
    expect(() =>
      charactersOf(Buffer.from('no font at all, only words of some length, forty-eight bytes')),
    ).toThrow();
  });
});
