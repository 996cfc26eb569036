import { recall } from './storage.ts';

/** Whether nothing is to move, on a page without the essay's story: as was chosen there (motion.ts), else as the system asks. */
export const isCalm = (): boolean => {
  const chosen = recall('motion');
  return chosen ? chosen === 'off' : matchMedia('(prefers-reduced-motion: reduce)').matches;
};
