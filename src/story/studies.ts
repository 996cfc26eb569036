import type { Reading } from './reading.ts';
import { billStudy } from './studies/bill.ts';
import { costStudy } from './studies/cost.ts';
import { graphStudy } from './studies/graph.ts';
import { lossStudy } from './studies/loss.ts';
import { matrixStudy } from './studies/matrix.ts';
import { nudgeStudy } from './studies/nudge.ts';
import { pathStudy } from './studies/path.ts';
import { runStudy } from './studies/run.ts';
import { topStudy } from './studies/top.ts';
import { rateStudy } from './studies/rate.ts';
import { wakeStudy } from './studies/wake.ts';
import type { Asked, StudyNumber } from './studies/study.ts';
import { surfaceStudy } from './studies/surface.ts';

const studies = {
  ...lossStudy,
  ...nudgeStudy,
  ...billStudy,
  ...graphStudy,
  ...matrixStudy,
  ...pathStudy,
  ...runStudy,
  ...surfaceStudy,
  ...topStudy,
  ...rateStudy,
  ...wakeStudy,
  ...costStudy,
} as const satisfies Record<string, StudyNumber>;

const table: Readonly<Record<string, StudyNumber>> = studies;

/** The number of a study called so, after a colon what it is about; undefined for any other name. */
export const studyNumber = (q: string): Asked | undefined => {
  const [name = '', about] = q.split(':');
  const study = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!study) return undefined;
  const of = (reading: Reading): number | undefined => study.of(reading, about ?? reading.settings.param);
  const text = (reading: Reading): string | undefined => {
    const value = of(reading);
    return value === undefined ? undefined : study.text?.(value, reading, about ?? reading.settings.param);
  };
  return { of, text };
};
