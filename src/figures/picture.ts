import type { Text } from './texts.ts';

/** A part of a drawing: lines, dots over them, and words over both. Looks are classes of the figure's own sheet. */
export interface Picture {
  readonly lines: readonly { readonly look: string; readonly d: string }[];
  readonly dots?: readonly {
    readonly look: string;
    readonly x: number;
    readonly y: number;
    readonly r: number;
  }[];
  readonly texts?: readonly Text[];
}
