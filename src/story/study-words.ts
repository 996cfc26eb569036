import { billWords } from './studies/words/bill.ts';
import { costWords } from './studies/words/cost.ts';
import { graphWords } from './studies/words/graph.ts';
import { lossWords } from './studies/words/loss.ts';
import { matrixWords } from './studies/words/matrix.ts';
import { nudgeWords } from './studies/words/nudge.ts';
import { pathWords } from './studies/words/path.ts';
import { rateWords } from './studies/words/rate.ts';
import { runWords } from './studies/words/run.ts';
import { surfaceWords } from './studies/words/surface.ts';
import { topWords } from './studies/words/top.ts';
import { wakeWords } from './studies/words/wake.ts';
import type { StudyWords } from './studies/study.ts';

// Kept apart from how the numbers are found: these are asked for only when somebody asks about a number.

const table: Readonly<Record<string, StudyWords>> = {
  ...billWords,
  ...costWords,
  ...graphWords,
  ...lossWords,
  ...matrixWords,
  ...nudgeWords,
  ...pathWords,
  ...rateWords,
  ...runWords,
  ...surfaceWords,
  ...topWords,
  ...wakeWords,
};

/** What the number of a study is called so and where it comes from; undefined for any other name. */
export const studyWords = (q: string): StudyWords | undefined => {
  const [name = ''] = q.split(':');
  return Object.hasOwn(table, name) ? table[name] : undefined;
};
