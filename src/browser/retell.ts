import type { Reading } from '../story/reading.ts';
import type { WorldName } from '../story/world.ts';
import { rowAgain } from '../story/transcript.ts';

const put = (element: Element | null, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text;
};

/** Brings the transcripts up to the reader's own settings. Their results are prose, and follow as prose does. */
export const retell = (root: ParentNode, reading: Reading): void => {
  for (const element of root.querySelectorAll<HTMLElement>('[data-op]')) {
    const { op, of, later = '0', world = 'essay' } = element.dataset;
    const place = { op: Number(op), later: Number(later), world: world as WorldName };
    const row = rowAgain(reading, of === undefined ? place : { ...place, of });
    if (!row) continue;
    put(element.querySelector('.working'), row.working);
    put(element.querySelector('.words'), row.sentence);
  }
};
