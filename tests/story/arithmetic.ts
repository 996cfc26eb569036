import { parse } from '@/story/format.ts';

/**
 * Works out a line of arithmetic as it is printed, knowing nothing of the code that printed it: numbers, + − · × /, brackets,
 * products without a sign, squares, ½, ln, σ, tanh, max, e to a power, and «1 if … > 0, else …». `z` is what the letter z
 * stands for.
 */
export const workedOut = (line: string, z = NaN): number => {
  const switched = /^1 if (.+) > 0, else (.+)$/.exec(line);
  if (switched) return workedOut(switched[1] ?? '') > 0 ? 1 : workedOut(switched[2] ?? '');
  const tokens =
    line.match(/\d+(?:\.\d+)?(?:×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|ln|exp|σ|tanh|max|e|z|½|²|[−+·×/(),^|]/g) ?? [];
  if (tokens.join('') !== line.replaceAll(' ', '')) throw new Error(`Expected arithmetic, found «${line}»`);
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
      if (isNext('·', '×')) take();
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
  /** A square binds closer than a minus in front of it. */
  const factor = (): number => {
    if (isNext('−')) {
      take();
      return -factor();
    }
    const base = atom();
    if (!isNext('²')) return base;
    take();
    return base * base;
  };
  const atom = (): number => {
    const token = take();
    switch (token) {
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
      case 'tanh':
        return Math.tanh(bracketed());
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
      case '½':
        return 0.5;
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
