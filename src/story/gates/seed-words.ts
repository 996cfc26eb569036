import { format, formatCountInProse } from '../format.ts';
import { MOST_EPOCHS } from './settings.ts';
import type { SeedEnd, SeedSetting, SeedSummary } from './seeds.ts';
import { ACTIVATION_WORDS, LOSS_WORDS } from './words.ts';

// What is said of a hundred runs.

/** A setting in a phrase: «2-2-1, sigmoid, ½ squared error, η 1, weights ±1, biases 0». */
export const settingWords = ({ sizes, activation, loss, eta, range, bias }: SeedSetting): string =>
  [
    sizes.join('-'),
    ACTIVATION_WORDS[activation],
    LOSS_WORDS[loss],
    `η ${format(eta, 3, 0)}`,
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
  const { never, withDead, withLocked, moving, atRest, deadUnits } = summary;
  if (never === 0) return 'Every one of them gets there.';
  const parts = [
    ...(withDead > 0
      ? [`${withDead} with dead ${deadUnits === 1 ? 'unit' : 'units'} (${deadUnits} in all)`]
      : []),
    ...(withLocked > 0 ? [`${withLocked} with a locked unit`] : []),
    ...(moving > 0 ? [`${moving} still on ${moving === 1 ? 'its' : 'their'} way`] : []),
    ...(atRest > 0 ? [`${atRest} on nearly level ground, every unit listening`] : []),
  ];
  return `Of the ${never} that ${never === 1 ? 'does' : 'do'} not within ${formatCountInProse(MOST_EPOCHS)} epochs: ${parts.join('; ')}.`;
};

/** One run of them. */
export const endWords = ({ seed, epochs, dead, locked, isMoving }: SeedEnd): string => {
  const why =
    epochs !== undefined
      ? `solved at epoch ${formatCountInProse(epochs)}`
      : dead > 0
        ? `never: ${dead} dead ${dead === 1 ? 'unit' : 'units'}`
        : locked > 0
          ? `never: ${locked} locked ${locked === 1 ? 'unit' : 'units'}`
          : isMoving
            ? 'not yet: still on its way'
            : 'not yet: on nearly level ground';
  return `seed ${seed}, ${why}`;
};
