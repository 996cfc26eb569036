import { parse } from '@/story/format.ts';

/**
 * Works out a line of arithmetic as it is printed, knowing nothing of the code that printed it: numbers, + − · /, brackets,
 * products without a sign, ln, σ, max, e to a power, and «1 if … > 0, else 0». `z` is what the letter z stands for.
 */
export const workedOut = (line: string, z = NaN): number => {
  const gate = /^1 if (.+) > 0, else 0$/.exec(line);
  if (gate) return Number(workedOut(gate[1] ?? '') > 0);
  const tokens = line.match(/\d+(?:\.\d+)?(?:×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|ln|exp|σ|max|e|z|[−+·/(),^|]/g) ?? [];
  let next = 0;
  const take = (expected?: string): string => {
    const token = tokens[next++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`Expected ${expected ?? 'more'} at ${next} of «${line}», found ${token ?? 'its end'}`);
    return token;
  };
  const isNext = (...wanted: readonly string[]): boolean => wanted.includes(tokens[next] ?? 'end');

  const sum = (): number => {
    let total = product();
    while (isNext('+', '−')) total = take() === '+' ? total + product() : total - product();
    return total;
  };
  const product = (): number => {
    let total = factor();
    while (next < tokens.length && !isNext('+', '−', ')', ',', '|')) {
      if (isNext('·')) take();
      if (isNext('/')) {
        take();
        total /= factor();
      } else total *= factor();
    }
    return total;
  };
  const bracketed = (): number => {
    take('(');
    const inner = sum();
    take(')');
    return inner;
  };
  const factor = (): number => {
    const token = take();
    switch (token) {
      case '−':
        return -factor();
      case '(': {
        const inner = sum();
        take(')');
        return inner;
      }
      case 'ln': {
        // ln(1 + something tiny): as a person would, not as 64 bits would.
        if (!isNext('(') || tokens[next + 1] !== '1' || tokens[next + 2] !== '+') return Math.log(factor());
        next += 3;
        const tiny = sum();
        take(')');
        return Math.log1p(tiny);
      }
      case 'σ':
        return 1 / (1 + Math.exp(-bracketed()));
      case 'max': {
        take('(');
        const first = sum();
        take(',');
        const second = sum();
        take(')');
        return Math.max(first, second);
      }
      case 'exp':
        return Math.exp(bracketed());
      case 'e':
        take('^');
        return Math.exp(factor());
      case '|': {
        const inner = sum();
        take('|');
        return Math.abs(inner);
      }
      case 'z':
        return z;
      default:
        return parse(token);
    }
  };
  const total = sum();
  if (next < tokens.length) throw new Error(`Expected the end at ${next} of «${line}»`);
  return total;
};
