import { format, formatPower } from './format.ts';

/** Two numbers of a sentence: digits enough that two that differ are written differently. */
export const apart = (first: number, second: number, least = 4): readonly [string, string] => {
  for (let decimals = least; decimals <= 16; decimals += 2) {
    const pair = [format(first, decimals), format(second, decimals)] as const;
    if (first === second || pair[0] !== pair[1]) return pair;
  }
  return [formatPower(first, 16), formatPower(second, 16)];
};
