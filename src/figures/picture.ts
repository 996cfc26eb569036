import type { Shape, Text } from './texts.ts';

/** A part of a drawing: lines, dots over them, and words over both. Looks are classes of the figure's own sheet. */
export interface Picture {
  readonly lines: readonly Shape[];
  readonly dots?: readonly {
    readonly look: string;
    readonly x: number;
    readonly y: number;
    readonly r: number;
  }[];
  readonly texts?: readonly Text[];
}
