import { formatLike } from '../format.ts';
import { conditionsOf } from './conditions.ts';
import { lastPlaceOf, numberFrom, type WorkedExample } from './example.ts';
import type { JudgedValue, Judgement } from './judge.ts';
import { labelOf, type Label } from './label.ts';
import { idsIn, sizesOf } from './quantities.ts';
import { slipWords } from './slip-words.ts';
import type { Verdict } from './verdict.ts';

/** A number digit by digit: as far as it agrees with another, and the rest. */
export interface Digits {
  readonly same: string;
  readonly rest: string;
}

export interface Row {
  readonly name: string;
  readonly label: Label;
  readonly group: Group;
  readonly verdict: Verdict;
  readonly printed: Digits;
  readonly computed: Digits;
  /** A slip that leads to the printed number, and what it leads to. */
  readonly slip: { readonly words: string; readonly digits: string } | undefined;
  /** Of a rounded number: it comes out as printed on the author's own numbers. */
  readonly isCarried: boolean;
  /** The ids of the figure's quantities that it is about. */
  readonly ids: readonly string[];
  readonly value: JudgedValue;
}

/** In what part of the work a number comes up. */
export type Group = 'forward' | 'backward' | 'after';
export const GROUPS: readonly (readonly [Group, string])[] = [
  ['forward', 'forward'],
  ['backward', 'backward'],
  ['after', 'the step'],
];

/** How a verdict is written, and said. */
export const SIGNS: Readonly<Record<Verdict, { readonly sign: string; readonly words: string }>> = {
  right: { sign: '=', words: 'to the last printed digit' },
  rounding: { sign: '≈', words: 'but for rounding on the way' },
  wrong: { sign: '≠', words: 'differs' },
};

export function rowsOf(judgement: Judgement, example: WorkedExample): readonly Row[] {
  return judgement.values.map((value): Row => {
    const { rest } = conditionsOf(value.means);
    const printed = value.printed.replace('-', '−').replace(/e(.+)$/i, '');
    const [digits = '', power = ''] = formatLike(value.computed, value.printed).split('×');
    // A number that is right may end otherwise by half a unit: that is no difference.
    const same = value.verdict === 'right' ? printed.length : agreement(printed, digits);
    const own = power === '' ? '' : `×${power}`;
    return {
      name: value.name,
      label: labelOf(value.name, value.means, example),
      group: groupOf(value.name, value.means),
      verdict: value.verdict,
      printed: { same: printed.slice(0, same), rest: printed.slice(same) + powerOf(value.printed) },
      computed: { same: digits.slice(0, same), rest: digits.slice(same) + own },
      slip: value.slip && {
        words: slipWords(value.slip.condition),
        digits: formatLike(value.slip.value, value.printed),
      },
      isCarried: isCarried(value),
      ids: idsIn(rest, sizesOf(example)),
      value,
    };
  });
}

const groupOf = (name: string, means: string): Group => {
  const { rest, conditions } = conditionsOf(means);
  const { steps = 0 } = conditions;
  if (steps > 0 || /^-?(?:[zaWb]\d*|loss)\+/.test(rest)) return 'after';
  return /dL\/|dloss|slope|gradient|sigmoid'/.test(rest) || /^d(\/d|theta)/.test(name)
    ? 'backward'
    : 'forward';
};

/** How many characters two numbers share from their beginning, if their points stand in the same place. */
const agreement = (a: string, b: string): number => {
  if (a.split('.')[0]?.length !== b.split('.')[0]?.length) return 0;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same;
};

const powerOf = (printed: string): string => {
  const [, power] = /e(.+)$/i.exec(printed) ?? [];
  return power === undefined ? '' : formatLike(Number(`1e${power}`), '1e0').replace(/^1/, '');
};

const isCarried = ({ verdict, carried, printed }: JudgedValue): boolean =>
  verdict === 'rounding' &&
  carried !== undefined &&
  Math.abs(carried - numberFrom(printed)) <= lastPlaceOf(printed) * 0.5000001;
