import { at, type Op } from '../../engine/index.ts';
import { factorsIn, fits, type Factor } from '../../story/arrangement.ts';
import type { Arrangement } from '../../story/arrangements.ts';
import { kept, type Frame } from '../../story/frame.ts';
import { operationNamed } from '../../story/working.ts';
import type { ChainMatrixDials } from './dials.ts';

/** What a table of numbers is called: a letter, and whether it lies on its side. */
export interface Name {
  readonly letter: string;
  readonly isTurned: boolean;
}

/** A table of numbers, row by row, each by its id. */
export interface Block extends Name {
  readonly rows: readonly (readonly string[])[];
}

/** Tables in a row, and what stands between each and the next. */
export interface Line {
  readonly blocks: readonly Block[];
  readonly signs: readonly ('' | '+' | '=')[];
}

const UNITS = [1, 2, 3];
const INPUTS = [1, 2];

const column = (letter: string, ids: readonly string[]): Block => ({
  letter,
  isTurned: false,
  rows: ids.map((id) => [id]),
});

/** A table on its side: rows are columns, and columns rows. */
const turned = ({ letter, isTurned, rows }: Block): Block => ({
  letter,
  isTurned: !isTurned,
  rows: (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? '')),
});

const WEIGHTS: Block = {
  letter: 'W',
  isTurned: false,
  rows: UNITS.map((j) => INPUTS.map((k) => `w.1.${j}.${k}`)),
};
const INPUT = column(
  'x',
  INPUTS.map((k) => `x.${k}`),
);
const DELTA = column(
  'δ',
  UNITS.map((j) => `dz.1.${j}`),
);
const INPUT_GRADIENT = column(
  '∂L/∂x',
  INPUTS.map((k) => `dx.${k}`),
);

const blockOf = ({ letter, isTurned }: Pick<Factor, 'letter' | 'isTurned'>): Block => {
  const upright = letter === 'W' ? WEIGHTS : DELTA;
  return isTurned ? turned(upright) : upright;
};

/** Two factors, and what they give if they fit: with W first a column, with δ first a row. */
export const lineFor = (arrangement: Arrangement): Line => {
  const [left, right] = factorsIn(arrangement);
  const blocks = [blockOf(left), blockOf(right)];
  if (!fits(arrangement)) return { blocks, signs: [''] };
  const result = left.letter === 'W' ? INPUT_GRADIENT : turned(INPUT_GRADIENT);
  return { blocks: [...blocks, result], signs: ['', '='] };
};

/** W x + b = z */
export const FORWARD: Line = {
  blocks: [
    WEIGHTS,
    INPUT,
    column(
      'b',
      UNITS.map((j) => `b.1.${j}`),
    ),
    column(
      'z',
      UNITS.map((j) => `z.1.${j}`),
    ),
  ],
  signs: ['', '+', '='],
};

/** δ xᵀ = ∂L/∂W */
export const OUTER: Line = {
  blocks: [
    DELTA,
    turned(INPUT),
    { ...WEIGHTS, letter: '∂L/∂W', rows: WEIGHTS.rows.map((row) => row.map((id) => `d${id}`)) },
  ],
  signs: ['', '='],
};

/** How the reader has put the factors; left alone, as the way forward would have them. */
export const arrangementOf = ({ reading }: Pick<Frame, 'reading'>): Arrangement =>
  reading.settings['matrix.order'] ?? 'W-d';

/** What is computed in a view, in the order in which it is gathered, and how much of it has been. */
const gathering = ({ dials }: Frame<ChainMatrixDials>): readonly [readonly string[], number] => {
  switch (dials.view) {
    case 'forward':
      return [UNITS.map((j) => `z.1.${j}`), dials.gathered];
    case 'arrange':
      return [[], 0];
    case 'back':
      return [INPUTS.map((k) => `dx.${k}`), dials.summed];
    case 'outer':
      return [UNITS.flatMap((j) => INPUTS.map((k) => `dw.1.${j}.${k}`)), dials.filled];
  }
};

/** The result that the text is at. */
export const currentOf = (frame: Frame<ChainMatrixDials>): string | undefined => {
  const [results, count] = gathering(frame);
  return count === 0 ? undefined : (results[Math.ceil(count) - 1] ?? results[0]);
};

/** A result is there when this much of its share of the scroll is over. */
const THERE = 0.4;

/** Results that are yet to be gathered. */
export const awaitedIn = (frame: Frame<ChainMatrixDials>): ReadonlySet<string> => {
  const [results, count] = gathering(frame);
  return new Set(results.filter((_, i) => count < i + THERE));
};

const keptOps = kept<readonly Op[]>();

/** How every result of a view is computed. In the reader's order it is the way back. */
export const opsIn = (frame: Frame<ChainMatrixDials>): readonly Op[] =>
  keptOps(frame.all, frame.dials.view, () => {
    const { view } = frame.dials;
    const [results] = gathering(
      view === 'arrange' ? { ...frame, dials: { ...frame.dials, view: 'back' } } : frame,
    );
    return results.map((of) =>
      operationNamed(frame.reading, { of, at: String(frame.step), world: frame.world }),
    );
  });

/** The operation that a number belongs to: its own, or the first that it goes into. */
export const opFor = (ops: readonly Op[], id: string | undefined): Op | undefined =>
  ops.find((op) => op.id === id) ?? ops.find(({ operands }) => operands.some((operand) => operand.id === id));

/**
 * What lights up with a number: of a result all that it is made of; of what goes into results, those, and what it meets
 * there. Ids of numbers, and of the lines and nodes that they belong to.
 */
export const litWith = (ops: readonly Op[], id: string | undefined): ReadonlySet<string> => {
  if (id === undefined) return new Set();
  const met = ops.flatMap((op) =>
    op.terms
      .map((term) => term.flatMap((index) => op.operands[index]?.id ?? []))
      .filter((term) => op.id === id || term.includes(id))
      .flatMap((term) => [op.id, ...term]),
  );
  return new Set([
    ...met,
    // A gradient belongs to the line of its weight, and to the node of its sum or input.
    ...met.filter((one) => /^d[wzx]\./.test(one)).map((one) => one.slice(1)),
  ]);
};

/** A row of the left factor and a column of the right one: each number with its partner, or with none. */
export interface Meeting {
  /** Both count from 1. */
  readonly row: number;
  readonly column: number;
  readonly pairs: readonly (readonly [string | undefined, string | undefined])[];
}

/** What meets for a result, or for the first of them where the result is in none of the tables. */
export const meetingIn = ({ blocks }: Line, result: string | undefined): Meeting => {
  const [left, right] = blocks;
  const rows = blocks.at(-1)?.rows ?? [];
  const r = Math.max(
    0,
    rows.findIndex((ids) => ids.some((id) => id === result)),
  );
  const c = Math.max(
    0,
    at(rows, r).findIndex((id) => id === result),
  );
  const along = left?.rows[r] ?? [];
  const down = right?.rows.map((ids) => ids[c]) ?? [];
  return {
    row: r + 1,
    column: c + 1,
    pairs: Array.from({ length: Math.max(along.length, down.length) }, (_, i) => [along[i], down[i]]),
  };
};

/** The lines that leave the first input: what is followed while the table is laid down. */
export const LEAVING: ReadonlySet<string> = new Set([...UNITS.map((j) => `w.1.${j}.1`), 'x.1']);
