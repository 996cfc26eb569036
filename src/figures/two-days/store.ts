import { gradientId, exampleId } from '../../engine/index.ts';
import { factOf } from '../../story/facts.ts';
import { format, parse } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import { storedOp } from '../../story/stored.ts';
import { textOf } from '../../story/symbol.ts';
import type { View } from './model.ts';

/** What stands in one place of the table: a number by its id, at a training step; or a word, where nothing is kept. */
export type Cell =
  | { readonly word: string }
  | {
      readonly id: string;
      readonly at: number;
      readonly value: number | undefined;
      /** It stands in the store: drawn as a bar. */
      readonly isKept?: boolean;
      /** What was in the store before, and is no more. */
      readonly lost?: number;
    };

export interface Row {
  readonly label: string;
  readonly cells: readonly [Cell, Cell];
}

/** What one parameter's store holds, line by line, in two programs side by side. */
export interface Block {
  readonly title: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly Row[];
}

export interface Store {
  readonly within: Block;
  readonly between: Block;
  /** Of everything in the store, so that what is added up on the page comes out as printed. */
  readonly decimals: number;
  /** The largest number in the store; 1 where all are 0. */
  readonly peak: number;
}

const EMPTY: Cell = { word: 'empty' };

/** So many decimals at least, and at most, are worth reading. */
const [LEAST, MOST] = [4, 7];

/** The decimals with which every one of these sums, as printed, gives what is printed; the least where none do. */
const decimalsFor = (sums: readonly (readonly [number, number, number])[]): number => {
  const comesOut = (decimals: number): boolean => {
    const as = (value: number): string => format(value, decimals, decimals);
    return sums.every(([a, b, total]) => as(parse(as(a)) + parse(as(b))) === as(total));
  };
  for (let decimals = LEAST; decimals <= MOST; decimals++) if (comesOut(decimals)) return decimals;
  return LEAST;
};

/** What is kept of the chosen parameter's gradient in the training step that is looked at, and carried into the next. */
export const storeOf = ({ run, step, chosen: parameter }: View): Store => {
  const { examples, sizes } = run.world;
  const gradient = gradientId(parameter);
  const next = step + 1;
  const quantity = (id: string, at: number) => ({
    id,
    at,
    value: quantityIn(run.quantitiesAt(at), id),
  });
  const stored = (
    id: string,
    at: number,
  ): { readonly id: string; readonly at: number; readonly value: number; readonly isKept: true } => ({
    id,
    at,
    value: storedOp(id, run, at)?.value ?? NaN,
    isKept: true,
  });
  const [first, last] = [0, examples.length - 1].map((i) =>
    stored(`share:${exampleId(gradient, i, examples.length)}`, step),
  );
  if (!first || !last) throw new RangeError('Expected two days, found none');
  const mean = { ...quantity(gradient, step), isKept: true };
  const meanAfter = { ...quantity(gradient, next), isKept: true };
  const left = stored(`left:${gradient}`, next);
  const uncleared = stored(`uncleared:${gradient}`, next);
  const overwritten = stored(`overwritten:${parameter}`, next);
  const name = textOf(parameter, sizes);
  return {
    within: {
      title: `the store of ${textOf(gradient, sizes)}`,
      heads: ['with +=', 'with ='],
      rows: [
        { label: 'at first', cells: [EMPTY, EMPTY] },
        { label: 'day 1 puts in its half', cells: [first, first] },
        { label: 'day 2 puts in its half', cells: [mean, { ...last, lost: first.value }] },
        {
          label: `the step: ${name} becomes`,
          cells: [quantity(parameter, next), { ...overwritten, isKept: false }],
        },
        {
          label: 'mean loss after it',
          cells: [
            quantity('loss', next),
            { id: 'fact:overwritten-loss', at: step, value: factOf(run, step, 'overwritten-loss') },
          ],
        },
      ],
    },
    between: {
      title: 'into the next step',
      heads: ['cleared', 'not cleared'],
      rows: [
        { label: 'begins with', cells: [EMPTY, left] },
        { label: 'both days added', cells: [meanAfter, uncleared] },
      ],
    },
    decimals: decimalsFor([
      [first.value, last.value, mean.value],
      [left.value, meanAfter.value, uncleared.value],
    ]),
    peak:
      Math.max(...[first, last, mean, meanAfter, left, uncleared].map(({ value }) => Math.abs(value))) || 1,
  };
};
