/** What the essay remembers between visits, in this browser only. A browser may refuse; then nothing is remembered. */

const PREFIX = 'backward-pass:';

/** The remembered text; undefined if there is none, null if the browser refuses. */
export const recall = (name: string): string | undefined | null => {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return null;
  }
};

/** Remembers a text. False if the browser refuses. */
export const remember = (name: string, text: string): boolean => {
  try {
    localStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
};

/** Forgets it. */
export const forget = (name: string): void => {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was remembered.
  }
};
