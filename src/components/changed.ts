import type { ClientDirective } from 'astro';

/** On <html> once the reader has set something: what was built is no longer true. */
const MARK = 'data-changed';

/** Says that the reader has set something. Call as often as you like. */
export const tellChanged = (): void => {
  document.documentElement.setAttribute(MARK, '');
};

const marginOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'rootMargin' in value ? String(value.rootMargin) : undefined;

/** Islands that are due together wake one after another, each in a task of its own, so that no frame waits for all. */
let waking: Promise<unknown> = Promise.resolve();

/**
 * The directive `client:changed`: wakes an island when the reader has set something, for until then it is as it was
 * built; with a `rootMargin`, also when it comes so near to the window.
 */
const changed: ClientDirective = (load, { value }, island) => {
  let stop = (): void => undefined;
  const wake = (): void => {
    stop();
    const loading = load();
    waking = waking
      .then(async () => {
        const hydrate = await loading;
        await hydrate();
        await new Promise((done) => setTimeout(done));
      })
      // One that fails is no reason for the others to sleep on.
      .catch(reportError);
  };
  if (document.documentElement.hasAttribute(MARK)) {
    wake();
    return;
  }
  const told = new MutationObserver(wake);
  told.observe(document.documentElement, { attributeFilter: [MARK] });
  const rootMargin = marginOf(value);
  const seen = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) wake();
    },
    rootMargin === undefined ? {} : { rootMargin },
  );
  if (rootMargin !== undefined) for (const child of island.children) seen.observe(child);
  stop = () => {
    told.disconnect();
    seen.disconnect();
  };
};

export default changed;
