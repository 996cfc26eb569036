import type { Network } from '../../engine/index.ts';
import { at } from '../../engine/index.ts';
import { formatGradient } from '../format.ts';
import type { BugName } from './cases.ts';
import { checkOf, gradientCheck, movesOf, type Check, type Dot } from './check.ts';
import { inWords, type Part, type Sentence } from './parts.ts';

// Why a guess is wrong: what the check would look like if it were right, held against what it looks like.

/** How a reason begins that is taken from the gradient check. */
export const NOT = 'Not that: ';

const apart = (a: number, b: number): string => {
  for (let decimals = 4; decimals < 15; decimals++)
    if (formatGradient(a, decimals) !== formatGradient(b, decimals)) return formatGradient(a, decimals);
  return formatGradient(a);
};

const number = (q: string, value: number, other: number): Part => ({
  q: `bugs.${q}`,
  value,
  text: apart(value, other),
  tone: 'gradient',
});

/** The dot for which a size is largest. */
const largest = (dots: readonly Dot[], sizeOf: (dot: Dot) => number): Dot =>
  dots.reduce((most, dot) => (sizeOf(dot) > sizeOf(most) ? dot : most), at(dots, 0));

const gap = ({ said, truth }: Dot): number => Math.abs(said - truth);

/** In words where the two checks differ; undefined where they are the same. */
const difference = (here: Check, there: Check, guess: BugName): Sentence | undefined => {
  const pairs = here.dots.map((dot, i) => ({ own: dot, other: at(there.dots, i) }));
  const lost = pairs.find(({ own, other }) => own.verdict !== 'none' && other.verdict === 'none');
  if (lost)
    return [
      NOT,
      'the code would have no number for ',
      { name: lost.own.id },
      ', having divided by 0; here it says ',
      number(`said.${lost.own.id}`, lost.own.said, NaN),
      '.',
    ];
  const got = pairs.find(({ own, other }) => own.verdict === 'none' && other.verdict !== 'none');
  if (got) return [NOT, 'there would be a number for ', { name: got.own.id }, '; here there is none.'];
  const seen = here.dots.find(({ id, said }) => id.startsWith('b.') && said !== 0);
  if (guess === 'no-bias-gradient' && seen)
    return [
      NOT,
      'the four biases would lie on the level line through 0; here the code says ',
      number(`said.${seen.id}`, seen.said, 0),
      ' for ',
      { name: seen.id },
      '.',
    ];
  if (there.off.length === 0 && here.off.length > 0)
    return [
      NOT,
      `all ${inWords(here.dots.length)} dots would lie on the line; here ${inWords(here.off.length)} ${here.off.length === 1 ? 'does' : 'do'} not.`,
    ];
  const tooMany = there.dots.filter(({ id }) => there.off.includes(id) && !here.off.includes(id));
  if (tooMany.length > 0)
    return [NOT, { name: largest(tooMany, gap).id }, ' would be off the line; here it lies on it.'];
  const tooFew = here.dots.filter(({ id }) => here.off.includes(id) && !there.off.includes(id));
  if (tooFew.length > 0)
    return [NOT, { name: largest(tooFew, gap).id }, ' would lie on the line; here it is off.'];
  const otherOf = new Map(there.dots.map(({ id, said }) => [id, said]));
  const unlike = checkOf(
    here.dots
      .filter(({ verdict }) => verdict === 'off')
      .map(({ id, said }) => ({ id, said, truth: otherOf.get(id) ?? NaN })),
  );
  const most = unlike.dots.filter(({ verdict }) => verdict !== 'on');
  if (most.length === 0) return undefined;
  const { id, said, truth } = largest(most, gap);
  return [
    NOT,
    'the code would say ',
    number(`would.${id}`, truth, said),
    ' for ',
    { name: id },
    '; here it says ',
    number(`said.${id}`, said, truth),
    '.',
  ];
};

/** Why the code of `bug` is not that of `guess`, by the numbers of a network; by those of `fallback` where these cannot tell. */
export const reasonAgainst = (
  guess: BugName,
  bug: BugName,
  network: Network,
  fallback: Network = network,
): Sentence => {
  const found = difference(gradientCheck(bug, network), gradientCheck(guess, network), guess);
  if (found) return found;
  const [moves, others] = [movesOf(bug, network), movesOf(guess, network)];
  const steps = checkOf(
    gradientCheck(bug, network).dots.map(({ id }, i) => ({
      id,
      said: moves[i] ?? NaN,
      truth: others[i] ?? NaN,
    })),
  );
  const unlike = steps.dots.filter(({ verdict }) => verdict === 'off');
  if (unlike.length > 0) {
    const { id, said, truth } = largest(unlike, gap);
    return [
      'Not that, though the check would look the same: ',
      { name: id },
      ' would move by ',
      number(`would.${id}`, truth, said),
      ' in a step; here it moves by ',
      number(`moved.${id}`, said, truth),
      '.',
    ];
  }
  if (fallback !== network) {
    const before = reasonAgainst(guess, bug, fallback);
    return ['From the given start: ', ...before];
  }
  return ['Not that; but at this place every number would be the same, so nothing here can tell.'];
};
