import type { Shape, Text } from './texts.ts';

/**
 * A part of a drawing: lines, dots over them, parts of its own over both, and words over all. Looks are classes of the
 * figure's own sheet.
 */
export interface Picture {
  /** How much of it is seen, 0 to 1. */
  readonly opacity?: number;
  readonly lines?: readonly Shape[] | undefined;
  readonly dots?: readonly {
    readonly look: string;
    readonly x: number;
    readonly y: number;
    readonly r: number;
  }[];
  readonly parts?: readonly Picture[];
  readonly texts?: readonly Text[];
}
