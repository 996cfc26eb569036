import scrollama, { type ScrollamaOptions } from 'scrollama';
import { NEAR, tellNear } from './signs.ts';

/** So far above and below the window is near, in px. */
const LEAD = 500;

/**
 * Tells of each chapter and lab that comes near. scrollama sees what comes to one line: so to one above the window, one
 * below, and one in between, for jumps; what is watched is higher than they are apart. Call once, in the browser.
 */
export const watchNear = (): void => {
  for (const offset of [`${-LEAD}px`, 0.5, `${innerHeight + LEAD}px`])
    scrollama()
      // It takes px as well; its types have not heard of it.
      .setup({ step: `[${NEAR}]`, offset } as ScrollamaOptions)
      .onStepEnter(({ element }) => tellNear(element));
};
