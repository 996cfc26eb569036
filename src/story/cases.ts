/** One of the answers to «which» or «how large»: it holds for values up to a bound, of which the first that holds is right. */
interface Case {
  /** Undefined: for a number that there is not, or that is past all bounds. */
  readonly most: number | undefined;
  readonly words: string;
}

const CASE = /^≤(\S+) (.*)$/;

/** Whether words are cases: «≤1 unit 1|≤2 unit 2|none of them». */
export const areCases = (words: string): boolean => words.startsWith('≤');

/** The cases that words list, in order. */
export const casesIn = (words: string): readonly Case[] =>
  words.split('|').map((one) => {
    const [, most, text] = CASE.exec(one) ?? [];
    return most === undefined || text === undefined
      ? { most: undefined, words: one }
      : { most: Number(most), words: text };
  });

/** The words of the case that a value is. */
export const caseFor = (value: number | undefined, words: string): string => {
  const cases = casesIn(words);
  const found = cases.find(({ most }) => most !== undefined && value !== undefined && value <= most);
  return (found ?? cases.find(({ most }) => most === undefined))?.words ?? '';
};
