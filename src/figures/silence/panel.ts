import type { Text } from '../texts.ts';

/** What stands under the gates, ready to be drawn. */
export interface Panel {
  readonly paths: readonly { readonly look: string; readonly d: string }[];
  /** Sums of a unit on an axis: shut or open. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly isShut: boolean }[];
  readonly texts: readonly Text[];
}

/** Several side by side, or one under the other, as one. */
export const joined = (panels: readonly Panel[]): Panel => ({
  paths: panels.flatMap(({ paths }) => paths),
  dots: panels.flatMap(({ dots }) => dots),
  texts: panels.flatMap(({ texts }) => texts),
});
