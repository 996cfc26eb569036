/** On <html> while something is waking or being loaded: how many things. Every script of the page sees it. */
const MARK = 'data-waking';

/** Time for the screen to be drawn: what has been begun, and what follows from it, are over. */
export const drawn = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

const count = (change: 1 | -1): void => {
  const root = document.documentElement;
  const now = Number(root.getAttribute(MARK) ?? '0') + change;
  if (now > 0) root.setAttribute(MARK, String(now));
  else root.removeAttribute(MARK);
};

/** Marks the page as at work until `work` is done and drawn. Fails as `work` does. */
export const atWork = async <Result>(work: Promise<Result>): Promise<Result> => {
  count(1);
  try {
    return await work;
  } finally {
    void drawn().then(() => count(-1));
  }
};

/** Resolves when the page is at work no more. */
export const idle = async (): Promise<void> => {
  while (document.documentElement.hasAttribute(MARK)) await drawn();
};
