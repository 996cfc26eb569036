import type { ClientDirective } from 'astro';
import { whenNear } from './near.ts';
import { wakeInOrder } from './waking.ts';

/** On <html> once the reader has set something: what was built is no longer true. */
const MARK = 'data-changed';

/** Says that the reader has set something. Call as often as you like. */
export const tellChanged = (): void => {
  document.documentElement.setAttribute(MARK, '');
};

/**
 * The directive `client:changed`: wakes an island when the reader has set something, for until then it is as it was
 * built; with a CSS margin, also when it comes so near to the window.
 */
const changed: ClientDirective = (load, { value }, island) => {
  let stop = (): void => undefined;
  const wake = (): void => {
    stop();
    wakeInOrder(load);
  };
  if (document.documentElement.hasAttribute(MARK)) {
    wake();
    return;
  }
  const told = new MutationObserver(wake);
  told.observe(document.documentElement, { attributeFilter: [MARK] });
  const stopLooking = typeof value === 'string' ? whenNear(island, value, wake) : undefined;
  stop = () => {
    told.disconnect();
    stopLooking?.();
  };
};

export default changed;
