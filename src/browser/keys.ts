import type { Story } from '../story/story.svelte.ts';
import { stepsOf, stepNamedBy, type Place } from '../story/steps.ts';
import type { Chapter } from '../story/timeline.ts';
import { cross } from './crossing.ts';
import { goPast, goToEdge, goToStep } from './jump.ts';
import { place } from './scroll.ts';

/** Where keys belong to what has the focus: whatever takes text, and whatever moves its own choice with arrows. */
const CONTROLS = 'input, select, textarea, [contenteditable], [role="radio"], [role="slider"], dialog';

/** Where undo belongs to the text being typed. */
const TYPING =
  'textarea, select, [contenteditable], input:not([type="range"], [type="radio"], [type="checkbox"], [data-settled])';

/** For how long after a key the step that it aimed at counts as reached: as long as a smooth scroll takes. */
const SCROLLING_MS = 700;

const isWithin = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** Keys for the whole page: to the steps and the figure, undo and redo, `help` with the keys. Call once, in the browser. */
export const followKeys = (story: Story, chapters: readonly Chapter[], help: () => void): void => {
  const steps = stepsOf(chapters);
  let aim: { readonly place: Place; readonly at: number } | undefined;

  const onkeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if ((key !== 'z' && key !== 'y') || isWithin(event, TYPING)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) story.redo();
      else story.undo();
      return;
    }
    // Also back from a dial, which has no use for a letter.
    if (event.key === 'f' && !isWithin(event, `${TYPING}, dialog`)) {
      const read = chapters.find(({ id }) =>
        document.getElementById(story.scene)?.closest(`[data-chapter="${id}"]`),
      );
      if (read && cross(read.id)) event.preventDefault();
      return;
    }
    if (isWithin(event, CONTROLS)) return;
    if (event.key === '?') {
      event.preventDefault();
      help();
      return;
    }
    if (event.shiftKey) return;
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      aim = undefined;
      goToEdge(event.key === 'End', story.motion);
      return;
    }
    // From where the page is now: its last scroll may not have been followed yet.
    place(story);
    const isScrolling = aim !== undefined && event.timeStamp - aim.at < SCROLLING_MS;
    const target = stepNamedBy(
      event.key,
      steps,
      (chapter) => story.positionIn(chapter),
      isScrolling ? aim?.place : undefined,
    );
    if (!target) {
      // Past the last step there are sections without any; before the first, the opening.
      if (goPast(event.key, story.scene, story.motion)) event.preventDefault();
      return;
    }
    event.preventDefault();
    aim = { place: target, at: event.timeStamp };
    goToStep(target.chapter, target.index, story.motion);
  };
  document.addEventListener('keydown', onkeydown);
};
