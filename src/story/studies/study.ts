import type { Reading } from '../reading.ts';

/** A number of a study, which is a figure or lab with settings of its own beside the essay's network: how it is found. */
export interface StudyNumber {
  /** `about` is what stands after the colon of its id: a parameter, a quantity; else the reader's chosen parameter. */
  readonly of: (reading: Reading, about: string) => number | undefined;
  /** As it is written, where that is not how its kind is. */
  readonly text?: (value: number, reading: Reading, about: string) => string;
}

/** The same, about what it was asked for. */
export interface Asked {
  readonly of: (reading: Reading) => number | undefined;
  /** Undefined where it is written as its kind is. */
  readonly text: (reading: Reading) => string | undefined;
}

/** What such a number is, and where it comes from: for whoever asks. */
export interface StudyWords {
  readonly words: string;
  readonly sentence: string;
}
