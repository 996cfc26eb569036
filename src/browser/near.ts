import { NEAR, tellNear } from './signs.ts';

/** So far above and below the window is near, in px. */
const LEAD = 500;

/**
 * Tells of each chapter and lab that comes near, however the window's size changes. Not by scrollama, which looks at the first
 * of several changes that are told at once: after a resize and a jump that one is out of date. Call once, in the browser.
 */
export const watchNear = (): void => {
  const watching = new IntersectionObserver(
    (changes) => {
      for (const { isIntersecting, target } of changes) {
        if (!isIntersecting) continue;
        tellNear(target);
        watching.unobserve(target);
      }
    },
    { rootMargin: `${LEAD}px 0px` },
  );
  for (const whole of document.querySelectorAll(`[${NEAR}]`)) watching.observe(whole);
};
