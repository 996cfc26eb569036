import type { Op } from '../engine/index.ts';
import { shownArithmetic, type Expression, type Token } from './expression.ts';

/** A product of fewer factors is read at a glance, and lights at once. */
const LONG_PRODUCT = 4;

/**
 * How many tokens of an expression have been reached when `fraction` of it has: a sum lights its terms one by one, a long
 * product, as over a path, its factors.
 */
export const reachedAt = ({ tokens, terms }: Expression, fraction: number): number => {
  if (fraction === 1) return tokens.length;
  const until = (index: number): number => (index < 0 ? tokens.length : index);
  if (terms > 1) {
    const lit = Math.ceil(fraction * terms - 0.15);
    return until(tokens.findIndex(({ term }) => term >= lit));
  }
  const factors = tokens.flatMap((token, index) => ('id' in token ? [index] : []));
  if (factors.length < LONG_PRODUCT) return tokens.length;
  const lit = Math.ceil(fraction * factors.length - 0.5);
  return (factors[lit - 1] ?? -1) + 1;
};

/** A token as it is written with numbers. */
export type NumberToken = Token & {
  readonly text: string;
  /** A negative number after an operator stands in brackets, as one would write it by hand. */
  readonly isBracketed: boolean;
  /** What stands between it and the next: nothing on the inside of a bracket, nor before a square. */
  readonly gap: '' | ' ';
};

const isOpening = (token: Token): boolean => 'mark' in token && /[(|]$|\(−$/.test(token.mark);
const isClosing = (token: Token | undefined): boolean =>
  token !== undefined && 'mark' in token && /^[)|²]/.test(token.mark);

/** An operation written with numbers. */
export interface NumberLine {
  readonly tokens: readonly NumberToken[];
  readonly result: string;
  /** Whether the numbers, as they are shown, give the result as it is shown. */
  readonly isExact: boolean;
}

/** An operation with its numbers, of `decimals` or more; `expression` is its own. */
export const numbersOf = (op: Op, expression: Expression, decimals = 4): NumberLine => {
  const { operands, result, isExact } = shownArithmetic(op, decimals);
  let next = 0;
  const tokens = expression.tokens.map((token, index): NumberToken => {
    const gap = isOpening(token) || isClosing(expression.tokens[index + 1]) ? '' : ' ';
    if ('mark' in token) return { ...token, text: token.mark.replaceAll('·', '×'), isBracketed: false, gap };
    const text = operands[next++] ?? '';
    const before = expression.tokens[index - 1];
    const isAfterOperator = before !== undefined && 'mark' in before && /[+·−]$/.test(before.mark);
    return { ...token, text, isBracketed: text.startsWith('−') && isAfterOperator, gap };
  });
  return { tokens, result, isExact };
};
