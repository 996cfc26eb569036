// Equations of the essay, worked out on both sides.
import { RANGES, Side, tokensOf, type Indices, type Quantity } from './tex-side.ts';

export type { Quantity } from './tex-side.ts';

/** The equations of a line of TeX, which may hold several side by side, each as the tokens of its sides. */
export const equationsIn = (tex: string): readonly (readonly (readonly string[])[])[] =>
  tex.split(/,?\s*\\q?quad\b/).map((part) => part.split(/(?<![<>\\])=/).map(tokensOf));

/** The indices that some tokens leave open, for which the equation holds each by each. */
const openIn = (sides: readonly (readonly string[])[]): readonly string[] => {
  const [left = []] = sides;
  const marks = left.flatMap((token, i) =>
    left[i - 1] === '_' || left[i - 2] === '_' || left[i - 3] === '_' ? [token] : [],
  );
  return Object.keys(RANGES).filter((mark) => marks.includes(mark));
};

const assignments = (marks: readonly string[]): readonly Indices[] =>
  marks.reduce<readonly Indices[]>(
    (all, mark) => all.flatMap((one) => (RANGES[mark] ?? []).map((place) => ({ ...one, [mark]: place }))),
    [{}],
  );

/** The id that a side names, if it is a letter or a derivative and no more; undefined for any other. */
const namedBy = (side: readonly string[], indices: Indices): string | undefined => {
  const asked: string[] = [];
  try {
    new Side(side, (id) => (asked.push(id), 0), indices).value();
  } catch {
    return undefined;
  }
  return asked.length === 1 &&
    !side.some((token) => /^(\\(frac|ln|max|sigma|sum|begin)|[-+\d|(]|e)$/.test(token) && !/^\d$/.test(token))
    ? asked[0]
    : undefined;
};

/** What an equation says of a network: which quantities it is of, and by how much its sides differ, in parts of their size. */
export const workedOut = (
  sides: readonly (readonly string[])[],
  q: Quantity,
): readonly { readonly id: string | undefined; readonly off: number }[] =>
  assignments(openIn(sides)).map((indices) => {
    const [left = NaN, ...others] = sides.map((side) => new Side(side, q, indices).value());
    const size = Math.max(1, Math.abs(left));
    return {
      id: namedBy(sides[0] ?? [], indices),
      off: Math.max(...others.map((other) => Math.abs(other - left))) / size,
    };
  });
