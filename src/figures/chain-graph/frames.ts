import type { Text } from '../texts.ts';

/** What a part of the figure writes, and the frames around some of it. */
export interface Written {
  readonly texts: readonly Text[];
  readonly frames: readonly Frame[];
}

export interface Frame {
  readonly look: 'same' | 'row';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly round: number;
}
