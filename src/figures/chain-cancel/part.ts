import type { Picture } from '../picture.ts';

/** A part of the figure. */
export interface Part extends Picture {
  /** Whether it is seen only as far as the curves have been drawn. */
  readonly isCurtained?: boolean;
  /** Whether all of it is said elsewhere. */
  readonly isHidden?: boolean;
}

/** Parts that come and go together. */
export interface Group {
  readonly opacity: number;
  readonly parts: readonly Part[];
}
