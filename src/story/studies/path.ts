import { quantityIn } from '../quantity.ts';
import type { StudyNumber } from './study.ts';

/** Of the parameters how many have a factor of zero on their path. */
export const pathStudy = {
  'path.zeros': {
    of: ({ run, settings }) => {
      const all = run.quantitiesAt(settings.step);
      return run.parameters.filter((id) => quantityIn(all, `d${id}`) === 0).length;
    },
  },
} as const satisfies Record<string, StudyNumber>;
