import { GOAL, RUN_STEPS } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import { hasLearned, leastMean, STOPS, type Outcome, type Rated } from '../../story/rates.ts';
import type { Behaviour } from '../../engine/index.ts';
import { widthOf } from '../layout/type.ts';
import type { Text } from '../texts.ts';
import type { RateModel } from './model.ts';

/** A loss with two digits that count, or more where they tell it from another. */
export const lossText = (loss: number): string => {
  if (loss < 1e-5 || loss >= 1e6) return format(loss, 2);
  if (loss >= 100) return format(loss, 0, 0);
  const tiny = loss < 1 ? Math.min(6, Math.ceil(-Math.log10(loss)) + 1) : 2;
  return format(loss, Math.max(2, tiny));
};

export const etaText = (eta: number): string => format(eta, 4, 0);

/** What a run did, in longer words where the verdict's own would leave something out. */
const LONGER: Partial<Record<Behaviour, string>> = {
  overshoots: 'overshoots, then falls',
  rests: 'rests: nothing moves',
  worsens: 'worsens',
};

export const longWord = ({ verdict: { behaviour } }: Rated): string => LONGER[behaviour] ?? behaviour;

/** Where a run was worst. */
const peakOf = ({ losses }: Rated): { readonly loss: number; readonly step: number } => {
  const loss = Math.max(...losses);
  return { loss, step: losses.indexOf(loss) };
};

/** What is left of a run's loss, with as many digits as its verdict calls for. */
export const leftText = ({ verdict: { behaviour, lastLoss } }: Rated): string =>
  behaviour === 'kills' && lastLoss > 0.01 ? format(lastLoss, 6) : lossText(lastLoss);

/** «loss 0.0021», a number that can be asked about. */
export const shownLoss = ({ days }: Pick<RateModel, 'days'>, rated: Rated): Pick<Text, 'text' | 'parts'> => ({
  text: 'loss ',
  parts: [
    {
      text: leftText(rated),
      look: 'number loss',
      q: `rate.${days}:${rated.eta}`,
      value: rated.verdict.lastLoss,
    },
  ],
});

/** What there is to say before the number that is left, and of a run that has no one end. */
export const noteOf = (rated: Rated): string => {
  const { verdict, losses } = rated;
  const peak = peakOf(rated);
  const rose = peak.loss > verdict.firstLoss ? `up to ${lossText(peak.loss)} at step ${peak.step}` : '';
  switch (verdict.behaviour) {
    case 'overflows':
      return `too large to compute after step ${losses.length - 1}`;
    case 'kills':
      return `all units shut from step ${verdict.deadFrom ?? '—'}`;
    case 'oscillates':
    case 'overshoots':
    case 'worsens':
      return rose || 'turns back to the end';
    default:
      return verdict.deadFrom === undefined ? `after ${RUN_STEPS} steps` : 'no unit is open';
  }
};

/** The same where there is only so much room, in px, for letters of a size. */
export const noteWithin = (rated: Rated, room: number, size: number): string => {
  const note = noteOf(rated);
  const shorter = [
    note.replace('all units shut', 'all shut'),
    note
      .replace('all units shut', 'shut')
      .replace('up to', 'peak')
      .replace(/ at step.*/, ''),
    note.replace(/^(too large|up to|all units shut).*/, ''),
  ];
  return [note, ...shorter].find((text) => widthOf(text, size) <= room) ?? '';
};

/** The hunt for the rate that gets under the goal first, as far as the map has been made. */
export const huntWords = (model: RateModel, outcomes: readonly Outcome[]): string => {
  const goal = format(GOAL, 2, 0);
  const { live, eta } = model;
  if (outcomes.length < STOPS.length) return `Trying every rate: ${outcomes.length} of ${STOPS.length}.`;
  const learned = outcomes.filter(hasLearned);
  if (learned.length === 0)
    return leastMean(model.run) >= GOAL
      ? `No loss on these targets is under ${goal}.`
      : `No rate gets under ${goal} with a unit left open.`;
  if (live.verdict.deadFrom !== undefined) return `η = ${etaText(eta)} leaves no unit open: turn it down.`;
  if (live.below === undefined) return `Not under ${goal} in ${RUN_STEPS} steps.`;
  const { below } = live;
  const faster = learned.filter((other) => (other.below ?? Infinity) < below).length;
  const under = `Under ${goal} ${below === 0 ? 'from the start' : `at step ${below}`}`;
  if (faster === 0) return `${under}: no rate is faster. Found.`;
  return `${under}; ${faster} ${faster === 1 ? 'rate is' : 'rates are'} faster.`;
};

/** What the map shows beyond the rate on the dial; undefined until it is whole, or where there is nothing to say. */
export const islandWords = (outcomes: readonly Outcome[]): string | undefined => {
  if (outcomes.length < STOPS.length) return undefined;
  const firstDead = outcomes.findIndex(({ verdict }) => verdict.deadFrom !== undefined);
  const island = firstDead < 0 ? undefined : outcomes.slice(firstDead).find(hasLearned);
  const killer = outcomes[firstDead];
  if (!killer) return undefined;
  return island
    ? `η = ${etaText(killer.eta)} leaves no unit open, and ${etaText(island.eta)} learns. That is luck, not a rule.`
    : `From η = ${etaText(killer.eta)} on no rate leaves a unit open and gets under the goal.`;
};

/** The figure in words. */
export const describe = ({ days, eta, live, presets }: RateModel): string =>
  [
    `Runs of ${RUN_STEPS} updates from the same start, on ${days === 'one' ? 'day one alone' : 'both days'}.`,
    ...presets.map(
      (rated) =>
        `With η at ${etaText(rated.eta)} the run ${rated.verdict.behaviour}; ${noteOf(rated)}; loss ${leftText(rated)}.`,
    ),
    `On the dial: η = ${etaText(eta)}, ${longWord(live)}; ${noteOf(live)}; loss ${leftText(live)}.`,
  ].join(' ');
