import { lastPlaceOf, numberFrom, Refusal, type WorkedExample } from './example.ts';
import type { Study } from './study.ts';

// Slips that have been published, as conditions under which the printed number comes out. One is told only where it does.

export interface SlipFound {
  /** A condition of `conditions.ts`, `through updated weights`, or the name of what was printed instead. */
  readonly condition: string;
  /** What comes out under it. */
  readonly value: number;
}

/** What is tried where the example itself says nothing. */
export const usualSlips: readonly string[] = [
  'through updated weights',
  'without the gate',
  'dividing',
  'transposed',
  'weights only',
  'biases too',
  'not squared',
];

/** How near a slip has to come, in units of the last printed place: somebody may have rounded on the way. */
const NEAR = 1;
/** … and how much nearer than the sound number. */
const NEARER = 0.5;
/** Long runs on a slip differ in their last bits, as sound ones do. */
const BITS = 2 ** -40;

/** The first slip under which a number comes out as it is printed; undefined if none is known. */
export function slipBehind(
  value: {
    readonly name: string;
    readonly means: string;
    readonly printed: string;
    readonly computed: number;
  },
  { slips = usualSlips, instead }: WorkedExample,
  study: Study,
): SlipFound | undefined {
  const printed = numberFrom(value.printed);
  const near = Math.min(
    NEAR * lastPlaceOf(value.printed) + BITS * Math.abs(printed),
    NEARER * Math.abs(value.computed - printed),
  );
  const other = instead.get(value.name);
  const tries = [
    ...(other === undefined ? [] : [{ condition: other, name: other }]),
    ...slips.map((condition) => ({ condition, name: `${value.means}, ${condition}` })),
  ];
  for (const { condition, name } of tries) {
    const found = valueUnder(study, name);
    if (found !== undefined && Math.abs(found - printed) <= near) return { condition, value: found };
  }
  return undefined;
}

function valueUnder(study: Study, name: string): number | undefined {
  try {
    return study.valueOf(name);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
