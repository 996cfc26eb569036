import type { Story } from '../story/story.svelte.ts';
import { stepsIn } from './places.ts';

const WITHHELD = 'data-withheld';

/** What a scene withholds, with the place of the first of it among the steps of its chapter. */
interface Withheld {
  readonly chapter: string;
  readonly index: number;
  readonly elements: readonly Element[];
  /** Whether running the training tells it, too. */
  readonly isOfRun: boolean;
}

const withheldIn = (scene: Element): Withheld => {
  const elements = [...scene.querySelectorAll(`[${WITHHELD}]`)];
  const chapter = scene.closest('[data-chapter]')?.getAttribute('data-chapter') ?? '';
  const step = elements[0]?.closest('.step');
  const isOfRun = !elements.some((element) => element.getAttribute('data-by') === 'reading');
  return { chapter, index: step ? stepsIn(chapter).indexOf(step) : -1, elements, isOfRun };
};

/**
 * What a scene asks its reader to guess is withheld until they have read on to it or, where that tells it, have run the training. It is built as
 * told, so that it stands there without scripts, on paper, and should this fail. Call while a component is set up.
 */
export const withhold = (story: Story): void => {
  const hasRun = $derived(story.settings.step > 0 || story.settings['run.seen'] > 0);
  $effect(() => {
    for (const scene of document.querySelectorAll('.scene')) {
      if (!scene.querySelector(`[${WITHHELD}]`)) continue;
      const { chapter, index, elements, isOfRun } = withheldIn(scene);
      const isTold = $derived((isOfRun && hasRun) || story.positionIn(chapter) > index);
      $effect(() => {
        for (const element of elements) element.setAttribute(WITHHELD, isTold ? '' : 'yet');
      });
    }
  });
};
