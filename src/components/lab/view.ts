import { textOf, wordsOf } from '../../story/symbol.ts';

/** How the lab names quantities and how many decimals it shows: the reader's way of looking, not part of any state. */
export interface View {
  readonly lens: 'words' | 'symbols';
  readonly decimals: number;
}

export const FEW = 4;
export const MANY = 8;

export const nameIn = (lens: View['lens'], id: string): string =>
  lens === 'words' ? wordsOf(id) : textOf(id);
