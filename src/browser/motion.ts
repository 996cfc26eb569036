import type { Story } from '../story/story.svelte.ts';
import { recall, remember } from './storage.ts';

const NAME = 'motion';
const CALM = '(prefers-reduced-motion: reduce)';

/** Whether things move: as was chosen here before, else as the reader's system asks for. Call once, in the browser. */
export const followMotion = (story: Story): void => {
  const calm = matchMedia(CALM);
  const chosen = recall(NAME);
  story.motion = chosen ? chosen === 'on' : !calm.matches;
  calm.addEventListener('change', () => (story.motion = !calm.matches));
  if (chosen !== null) return;
  const warning =
    'This browser keeps nothing for this page, so your moves will not be remembered. All else works.';
  story.notices = [...story.notices, warning];
};

/** Turns motion on or off, and remembers which. */
export const toggleMotion = (story: Story): void => {
  story.motion = !story.motion;
  remember(NAME, story.motion ? 'on' : 'off');
};
