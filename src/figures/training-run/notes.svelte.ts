export type Notes = typeof import('./notes.ts');

let fetched = $state.raw<Notes>();

/** What draws a guess and a kept run; undefined before it has been fetched. */
export const notesAtHand = (): Notes | undefined => fetched;

/** Fetches it: there is nothing to be drawn by it before the reader has drawn something, or kept a run. */
export const fetchNotes = async (): Promise<void> => {
  fetched ??= await import('./notes.ts');
};
