import { refuseMissing } from '@/story/quantity.ts';

// In a test a number that is not there is an error, wherever it is asked for.
refuseMissing();
