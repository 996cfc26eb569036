import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Still from '@/components/Still.svelte';
import { figureNamed } from '@/figures/index.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentAtEndOf } from '@/story/timeline.ts';
import { scenes } from '../../content/chapters/02-passes/scenes.ts';

/** The names over the columns of the still at the end of a scene. */
const headingsAt = async (id: string): Promise<string> => {
  const parts = { ...(await figureNamed('network').load()), still: { width: 770, height: 576 } };
  const moment = momentAtEndOf(scenes, id);
  const { body } = render(Still, { props: { reading: readingOf(DEFAULTS), moment, parts } });
  return [...body.matchAll(/<text[^>]*class="letter heading[^>]*>(.*?)<\/text>/gs)]
    .map(([, text = '']) => text.replaceAll(/<[^>]*>/g, '').trim())
    .join(' | ');
};

test('an activation has its name over its column from where the text has given it one', async () => {
  expect(await headingsAt('forward-weigh')).toBe('inputs | hidden | output | loss');
  expect(await headingsAt('forward-gate')).toBe('inputs | hidden · ReLU | output | loss');
  expect(await headingsAt('forward-output')).toBe('inputs | hidden · ReLU | output | loss');
  expect(await headingsAt('forward-squash')).toBe('inputs | hidden · ReLU | output · sigmoid | loss');
  expect(await headingsAt('update-again')).toBe('inputs | hidden · ReLU | output · sigmoid | loss');
});
