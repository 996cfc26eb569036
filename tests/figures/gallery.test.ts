import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Still from '@/components/Still.svelte';
import { FIGURE_NAMES, figureNamed } from '@/figures/index.ts';
import { POSES, posesOf } from '@/story/poses.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { chapters } from '../../content/chapters/index.ts';

// Every figure as it begins, half way through and at its end, wide and narrow, as it was looked at and found good. `npm run dev` shows them all at /gallery/; `npm run gallery` takes them anew, for the diff to be read.

const SIZES = { wide: { width: 770, height: 576 }, narrow: { width: 344, height: 255 } };

/** Markup with one element a line, without the marks that are there for the browser to take over. */
const laidOut = (markup: string): string =>
  `${markup
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/>\s*(?=<[a-z])/g, '>\n')
    .trim()}\n`;

describe.each(FIGURE_NAMES)('%s', (name) => {
  test.each(Object.entries(SIZES))('is drawn as it was found good: %s', async (width, size) => {
    const parts = { ...(await figureNamed(name).load()), still: size };
    const moments = posesOf(chapters, name);
    for (const pose of POSES) {
      const { body } = render(Still, {
        props: { reading: readingOf(DEFAULTS), moment: moments[pose], parts },
      });
      await expect(laidOut(body)).toMatchFileSnapshot(`gallery/${name}-${width}-${pose}.html`);
    }
  });

  test('moves from the beginning of its scene to the end, and looks different on a narrow stage', async () => {
    const parts = await figureNamed(name).load();
    const moments = posesOf(chapters, name);
    const drawn = POSES.map((pose) =>
      Object.values(SIZES).map(
        (still) =>
          render(Still, {
            props: { reading: readingOf(DEFAULTS), moment: moments[pose], parts: { ...parts, still } },
          }).body,
      ),
    );
    for (const [wide, narrow] of drawn) expect(narrow).not.toBe(wide);
    const [begin, , end] = drawn;
    expect(end?.[0]).not.toBe(begin?.[0]);
  });
});
