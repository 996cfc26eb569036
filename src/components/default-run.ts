import { DEFAULTS } from '../story/essay.ts';
import { runOf } from '../story/run.ts';

/** The run of the essay's own network: what the page is built with, before a reader sets anything. */
export const defaultRun = runOf(DEFAULTS);
