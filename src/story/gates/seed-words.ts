import { format, formatCountInProse } from '../format.ts';
import { MOST_EPOCHS } from './settings.ts';
import { whyOf, type SeedEnd, type SeedSetting, type SeedSummary } from './seeds.ts';
import { ACTIVATION_WORDS, etaText, LOSS_WORDS } from './words.ts';

// What is said of a hundred runs.

/** A setting in a phrase: «2-2-1, sigmoid, ½ squared error, η 1, weights ±1, biases 0». */
export const settingWords = ({ sizes, activation, loss, eta, range, bias }: SeedSetting): string =>
  [
    sizes.join('-'),
    ACTIVATION_WORDS[activation],
    LOSS_WORDS[loss],
    `η ${etaText(eta)}`,
    `weights ±${format(range, 3, 0)}`,
    `biases ${format(bias, 3, 0)}`,
  ].join(', ');

/** How many solve it, and how soon. */
export const solvedSentence = ({ runs, solved, median, fewest, most }: SeedSummary): string => {
  if (solved === 0 || median === undefined || fewest === undefined || most === undefined)
    return `None of ${runs} runs solves it within ${formatCountInProse(MOST_EPOCHS)} epochs.`;
  const how =
    solved === 1
      ? `after ${formatCountInProse(median)}`
      : `${formatCountInProse(fewest)} to ${formatCountInProse(most)}, half of them by ${formatCountInProse(Math.ceil(median))}`;
  return `${solved} of ${runs} runs ${solved === 1 ? 'solves' : 'solve'} it; epochs: ${how}.`;
};

/** Why the others do not, counted. */
export const neverSentence = (summary: SeedSummary): string => {
  const { never, outgrown, withDead, withLocked, moving, atRest, deadUnits } = summary;
  if (never === 0) return 'Every one of them gets there.';
  const parts = [
    ...(outgrown > 0 ? [`${outgrown} whose numbers outgrew the machine`] : []),
    ...(withDead > 0
      ? [`${withDead} with dead ${deadUnits === 1 ? 'unit' : 'units'} (${deadUnits} in all)`]
      : []),
    ...(withLocked > 0 ? [`${withLocked} with a locked unit`] : []),
    ...(moving > 0 ? [`${moving} still on ${moving === 1 ? 'its' : 'their'} way`] : []),
    ...(atRest > 0 ? [`${atRest} on nearly level ground, every unit listening`] : []),
  ];
  return `Of the ${never} that ${never === 1 ? 'does' : 'do'} not within ${formatCountInProse(MOST_EPOCHS)} epochs: ${parts.join('; ')}.`;
};

const whyWords = (end: SeedEnd): string => {
  const { epochs, dead, locked } = end;
  switch (whyOf(end)) {
    case 'solved':
      return `solved at epoch ${formatCountInProse(epochs ?? NaN)}`;
    case 'outgrown':
      return 'never: its numbers outgrew the machine';
    case 'dead':
      return `never: ${dead} dead ${dead === 1 ? 'unit' : 'units'}`;
    case 'locked':
      return `never: ${locked} locked ${locked === 1 ? 'unit' : 'units'}`;
    case 'moving':
      return 'not yet: still on its way';
    case 'rest':
      return 'not yet: on nearly level ground';
  }
};

/** One run of them. */
export const endWords = (end: SeedEnd): string => `seed ${end.seed}, ${whyWords(end)}`;
