import type { Named } from './model.ts';

/** A piece of text in the graph; a number says of which quantity. */
export interface Label {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Its middle. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: string;
  readonly quantity?: Named;
  /** What is being handed on ends here. */
  readonly isNow?: boolean;
  readonly size: number;
  readonly width: number;
}

/** The same before it has been measured; without a size it has the layout's own. */
export type Written = Omit<Label, 'size' | 'width'> & { readonly size?: number };
