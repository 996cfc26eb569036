import { save } from '../../browser/save.ts';
import { csvOf, fileName, jsonOf, recordOf } from '../../story/record.ts';
import type { Run } from '../../story/run.ts';

const TYPES = { csv: 'text/csv', json: 'application/json' } as const;

/** Saves a run as a file, or copies it; returns what has been done. Fetched when somebody asks for it. */
export const take = async (run: Run, how: 'copy' | 'csv' | 'json'): Promise<string> => {
  if (how !== 'copy') {
    save(fileName(how), TYPES[how], how === 'csv' ? csvOf(run) : jsonOf(run));
    return `Saved ${fileName(how)}.`;
  }
  try {
    await navigator.clipboard.writeText(csvOf(run));
    return `Copied: a heading and ${recordOf(run).rows.length} lines.`;
  } catch {
    return 'This browser does not let a page copy. Save the file instead.';
  }
};
