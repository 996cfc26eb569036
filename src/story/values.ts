import { NUDGE } from './essay.ts';
import { shown } from './expression.ts';
import { factOf } from './facts.ts';
import { format, formatCount, formatPercent } from './format.ts';
import { isPathName } from './path-names.ts';
import { pathOp } from './paths.ts';
import { productOp } from './products.ts';
import { quantityIn } from './quantity.ts';
import type { Reading } from './reading.ts';
import { storedOp } from './stored.ts';
import { studyNumber } from './studies.ts';
import { stepNamed, type Style } from './subject.ts';
import { kindOf } from './symbol.ts';
import type { WorldName } from './world.ts';

/**
 * A number in prose. `q` is a quantity id, `fact:name`, `effect:w.1.2.1` (what raising that parameter by the essay's nudge
 * does to the loss, as the gradient promises), a number about a store (stored.ts) or of a study (studies.ts). `at` is the
 * training step: absent for the reader's own, «+1» for that many later, «200»
 * for that one. `world` is the world it is a number of; the essay's own unless given.
 */
export interface Asked {
  readonly q: string;
  readonly at?: string | undefined;
  readonly world?: WorldName | undefined;
}

const EFFECT = 'effect:';

/** A name with the reader's chosen parameter put in: `dparam` is `dw.1.2.1`, say. */
export const resolved = (q: string, param: string): string =>
  q.replace(/^(d|effect:|share:d|uncleared:d)param(?=@|$)/, `$1${param}`);

/** The value asked for; undefined where the network has none (a unit that never falls silent has no such step). */
export const valueOf = (
  { settings, in: runIn }: Reading,
  { q, at, world = 'essay' }: Asked,
): number | undefined => {
  const run = runIn(world);
  const study = studyNumber(q);
  if (study) return study.of({ settings, in: runIn, run });
  if (q.startsWith('fact:')) return factOf(run, settings.step, q.slice('fact:'.length));
  const step = stepNamed(at, settings.step);
  if (q === 'step') return step;
  if (q === 'eta') return run.world.eta;
  if (q === 'share') return 1 / run.world.examples.length;
  const id = resolved(q, settings.param);
  const stored = storedOp(id, run, step);
  if (stored) return stored.value;
  if (isPathName(id)) return pathOp(run, step, id).value;
  const values = run.quantitiesAt(step);
  const product = productOp(id, values);
  if (product) return product.value;
  return id.startsWith(EFFECT)
    ? quantityIn(values, `d${id.slice(EFFECT.length)}`) * NUDGE
    : quantityIn(values, id);
};

const COUNTS: readonly string[] = 'none one two three four five six seven eight nine ten'.split(' ');

/** A value as text, in a style or as its kind is written. */
export const written = (q: string, value: number | undefined, style: Style = 'plain'): string => {
  if (value === undefined) return 'never';
  if (style === 'percent') return formatPercent(value);
  if (style === 'count' || q === 'step') return formatCount(value);
  if (style === 'word') return COUNTS[value] ?? formatCount(value);
  if (style === 'size') return shown(q, Math.abs(value));
  if (style === 'precise') return format(value, 6);
  if (q.startsWith('fact:') || (studyNumber(q) && kindOf(q) === 'count'))
    return Number.isInteger(value) ? formatCount(value) : format(value, 4);
  return shown(q, value);
};

/**
 * The choice that a value makes among words: «when negative|when zero|when positive», undefined counting as zero; or among
 * cases, as cases.ts has them. With `bounds`, rising and one fewer than the words, the first word is for a value below the
 * first bound, and so on; the last is for undefined too.
 */
export const wordFor = (value: number | undefined, words: string, bounds?: string): string => {
  const choices = words.split('|');
  if (bounds !== undefined) {
    const passed = bounds.split('|').filter((bound) => value === undefined || value >= Number(bound));
    return choices[passed.length] ?? '';
  }
  const [negative = '', zero = '', positive = ''] = choices;
  if (value === undefined || value === 0) return zero;
  return value < 0 ? negative : positive;
};
