import type { Bar } from '../marks/bar.ts';
import type { Text } from '../texts.ts';

/** The paths written out and added: what both forms of it are drawn of. */
export interface Ledger {
  readonly lines: readonly { readonly look: 'zero' | 'step' | 'rule'; readonly d: string }[];
  readonly bars: readonly Bar[];
  readonly texts: readonly Text[];
}
