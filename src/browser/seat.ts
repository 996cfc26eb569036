import type { Table, ValuesOf } from '../story/table.ts';

/** Where a lab's settings live: in the essay's link, or in the address of a page of its own. The lab need not know which. */
export interface Seat<T extends Table> {
  readonly values: ValuesOf<T>;
  /** Sentences about what the link said and could not be used. */
  readonly notices: readonly string[];
  /** What is set, as parts of a query; "" where everything is at its fallback. */
  readonly query: string;
  /** Changes of one gesture in a row are undone together. */
  set(changes: Partial<ValuesOf<T>>, gesture?: string): void;
  /** The gesture is over: the next change is undone by itself. */
  release(): void;
  readonly canUndo: boolean;
  undo(): void;
}
