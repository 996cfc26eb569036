import { refuseMissing } from '../story/quantity.ts';
import { readingOf } from '../story/reading.ts';
import { DEFAULTS } from '../story/settings.ts';

// A page with a number missing is not to be built.
refuseMissing();

/** The essay's own network: what the page is built with, before a reader sets anything. */
export const essaysReading = readingOf(DEFAULTS);
