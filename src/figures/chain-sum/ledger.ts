import type { Text } from '../texts.ts';

/** A bar of a number, from one place to another across. */
export interface LedgerBar {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

/** The paths written out and added: what both forms of it are drawn of. */
export interface Ledger {
  readonly lines: readonly { readonly look: 'zero' | 'step' | 'rule'; readonly d: string }[];
  readonly bars: readonly LedgerBar[];
  readonly texts: readonly Text[];
}
