import { lastPlaceOf, numberFrom } from './example.ts';

/** `right`: to the last printed digit. `rounding`: as far off as rounding on the way explains. `wrong`: further. */
export type Verdict = 'right' | 'rounding' | 'wrong';

export interface Verdicts {
  readonly verdict: Verdict;
  /** How far apart the two are, in units of the last printed place. */
  readonly units: number;
}

/** What the digits alone may be off by, in units of the last place, where numbers were rounded on the way. */
const FEW = 3;
/** … and as a share of the number. */
const SHARE = 0.05;
/** What comes out on somebody's own rounded numbers. */
export interface CarriedOn {
  readonly value: number;
  /** How far each of those numbers alone leads away from the computed one, added up. */
  readonly reach: number;
}

/** The last bits of a double differ from machine to machine, and grow over many steps. */
const BITS = 64 * 2 ** -53;

/** How a printed number stands to the computed one; `noise` is what the computed one itself may be off by. */
export function verdictOn(
  printed: string,
  computed: number,
  { carried, noise = 0 }: { readonly carried?: CarriedOn | undefined; readonly noise?: number } = {},
): Verdicts {
  const unit = lastPlaceOf(printed);
  const value = numberFrom(printed);
  const off = Math.abs(value - computed);
  const half = unit * 0.5 * (1 + 1e-6);
  const units = off / unit;
  if (off <= half + BITS * Math.abs(computed)) return { verdict: 'right', units };
  const isFew = units <= FEW && off <= SHARE * Math.abs(computed) && !isOnGrid(computed, unit);
  const reach = carried?.reach;
  const isCarried =
    reach !== undefined && reach > half && off <= unit + reach && off <= SHARE * Math.abs(computed);
  return { verdict: isFew || isCarried || off <= noise ? 'rounding' : 'wrong', units };
}

/** Whether a number ends at this place: then nothing was rounded here that could explain another. */
const isOnGrid = (value: number, unit: number): boolean =>
  Math.abs(value / unit - Math.round(value / unit)) < 1e-9;
