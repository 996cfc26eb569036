import { PARAMETERS } from './essay.ts';
import { format } from './format.ts';
import type { Setting } from './setting.ts';

// What a reader does by hand in the opening: one dial is turned to somewhere, then another. From the list of these follow
// where the dials stand, how many moves it took and how far was turned.

/** A dial, by its place among the parameters from 0, and where it was turned to. */
export type Turn = readonly [dial: number, to: number];

/** Each dial goes so far to either side. */
export const SPAN = 2.25;

/** So many turns are kept. */
export const MOST_TURNS = 99;

const onDial = (value: number): number => Math.min(SPAN, Math.max(-SPAN, value));

/** Where the dials stand after some turns. */
export const thetaAfter = (start: readonly number[], turns: readonly Turn[]): readonly number[] =>
  turns.reduce((theta, [dial, to]) => theta.with(dial, to), start);

/** How far each turn went. */
export const reachesOf = (start: readonly number[], turns: readonly Turn[]): readonly number[] =>
  turns.map(([dial, to], i) => Math.abs(to - (thetaAfter(start, turns.slice(0, i))[dial] ?? NaN)));

/** Without the first turn that a later one of the same dial has made void. */
const fewer = (turns: readonly Turn[]): readonly Turn[] => {
  const first = turns.findIndex(([dial], i) => turns.slice(i + 1).some(([later]) => later === dial));
  return turns.filter((_, i) => i !== first);
};

/**
 * One more turn. As long as the same dial is in hand it is one turn, however often it goes there and back; one that comes
 * back to where it began is none.
 */
export const turned = (
  start: readonly number[],
  turns: readonly Turn[],
  dial: number,
  to: number,
): readonly Turn[] => {
  const before = turns.at(-1)?.[0] === dial ? turns.slice(0, -1) : turns;
  const held = onDial(to);
  if (thetaAfter(start, before)[dial] === held) return before;
  const all: readonly Turn[] = [...before, [dial, held]];
  return all.length > MOST_TURNS ? fewer(all) : all;
};

const isTurn = ([dial = NaN, to = NaN]: readonly number[]): boolean =>
  PARAMETERS[dial] !== undefined && Number.isFinite(to);

/** The turns made so far. A link writes each as dial, place: «12,0.5,9,1.75». */
export const turnsSetting: Setting<readonly Turn[]> = {
  fallback: [],
  expected: `turns of the ${PARAMETERS.length} dials, such as 12,0.5,9,1.75`,
  control: 'dials',
  parse: (text) => {
    const found = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
    const turns = found.flatMap((dial, i): Turn[] => (i % 2 ? [] : [[dial, found[i + 1] ?? NaN]]));
    return turns.length <= MOST_TURNS && turns.every(isTurn) ? turns : undefined;
  },
  hold: (asked) => {
    const value = asked.map(([dial, to]): Turn => [dial, onDial(to)]);
    return String(value) === String(asked)
      ? { value }
      : { value, notice: `was brought into its range, ${format(-SPAN, 2, 0)} to ${format(SPAN, 2, 0)}` };
  },
  write: String,
  changed: () => [],
};
