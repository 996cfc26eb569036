import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { moveText, type Waking, type Way } from '../../story/waking.ts';
import type { SilenceModel, Standing, Track } from './model.ts';

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  input: 'an input',
  bias: 'its bias',
  weight: 'a weight into it',
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  open: 'open on both days',
  inactive: 'inactive on day one',
  elsewhere: 'inactive on the other day',
  dead: 'shut on both days',
};

/** What becomes of a unit's gate by the end of the run, on the day that it is trained on. */
export const endWords = ({ silentFrom, isDead }: Track): string => {
  if (silentFrom === undefined) return 'open at the end';
  const when = silentFrom === 0 ? 'shut at every step' : `shut from step ${silentFrom} on`;
  return isDead ? `${when}, on both days` : when;
};

/** «x₁ 0.80 → 0.40» */
export const wakingWords = (waking: Waking): string => `${textOf(waking.id)} ${moveText(waking)}`;

/** What the reader has changed for this figure alone; undefined where nothing. */
export const changeWords = ({ wakings, way, isLeaky }: SilenceModel): string | undefined => {
  const waking = wakings.find((one) => one.way === way)?.waking;
  const parts = [...(waking ? [wakingWords(waking)] : []), ...(isLeaky ? ['leaky'] : [])];
  return parts.length === 0 ? undefined : `with ${parts.join(', ')}`;
};

/** How it stands with waking, in a sentence. */
export const statusWords = ({ sleeper, wakings, way, tracks, from, isLeaky }: SilenceModel): string => {
  if (sleeper === undefined) return 'No unit is silent at the start.';
  const waking = wakings.find((one) => one.way === way)?.waking;
  const pushes = tracks[sleeper - 1]?.moments[0];
  if (waking) return `Unit ${sleeper} starts at z = ${format(waking.after, 2)}: its gate is open.`;
  if (isLeaky && from === 0 && pushes)
    return pushes.push === 0
      ? `Leaky, but nothing reaches unit ${sleeper}.`
      : `Leaky: unit ${sleeper} still moves, first by ${format(pushes.push, 4)}.`;
  return wakings.some((one) => one.waking)
    ? `Unit ${sleeper} is silent at the start. Wake it.`
    : `Nothing in its range wakes unit ${sleeper}.`;
};

/** The figure in words. */
export const describe = (model: SilenceModel): string =>
  [
    `The sum z of each hidden unit over steps ${model.from} to ${model.to}, and its gate. Shown is step ${model.step}.`,
    ...model.tracks.map(
      (track) =>
        `Unit ${track.unit}: ${track.moments.map(({ z }) => format(z, 3)).join(', ')}; ${endWords(track)}.`,
    ),
    changeWords(model) ?? '',
  ]
    .join(' ')
    .trim();
