import type { Story } from '../story/story.svelte.ts';
import { stepsIn } from './places.ts';

// What is marked as being here is unmarked when something else is: only these two elements are touched.

/** Marks the link of the rail that leads to where the reader is. Call while a component is set up. */
export const markLink = (story: Story): void => {
  $effect(() => {
    const link = document.querySelector(`.rail a[href="#${story.scene}"]`);
    link?.setAttribute('aria-current', 'true');
    return () => link?.removeAttribute('aria-current');
  });
};

/** Marks the step of each chapter that is on stage. Call while a component is set up. */
export const markSteps = (story: Story, chapters: readonly { readonly id: string }[]): void => {
  for (const { id } of chapters) {
    /** From 0; −1 before the first. */
    const index = $derived(Math.ceil(story.positionIn(id)) - 1);
    $effect(() => {
      const step = stepsIn(id)[index];
      step?.classList.add('on');
      return () => step?.classList.remove('on');
    });
  }
};
