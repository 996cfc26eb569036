import { apart } from './apart.ts';
import { RUN_STEPS } from './essay.ts';
import { silentFrom } from './facts.ts';
import { format, formatCount } from './format.ts';
import type { Run } from './run.ts';
import { seriesOf } from './series.ts';

// A run in a sentence, made from the run: true for whatever the reader has set.

/** A loss that is exactly 0 would take an infinite z: it is one that a computer cannot tell from 0. */
const told = (loss: number, text = format(loss)): string =>
  loss === 0 ? '0 (too small for the computer to tell from 0)' : text;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const updates = (count: number): string => (count === 1 ? 'one step' : `${formatCount(count)} steps`);

/** «In 200 steps the loss fell from 0.6832 to 0.0007» */
const lossWords = (run: Run): string => {
  const { losses, last } = seriesOf(run);
  const [first = NaN, end = NaN] = [losses[0], losses[last]];
  const lowest = losses.reduce((low, loss) => Math.min(low, loss));
  if (last === 0) return `The loss is ${told(first)}, and not one step can be taken`;
  const start = `In ${updates(last)} the loss`;
  if (losses.every((loss) => loss === first)) return `${start} stayed at ${told(first)}`;
  const texts = apart(first, end);
  const [from, to] = [told(first, texts[0]), told(end, texts[1])];
  const low =
    lowest < Math.min(first, end) && format(lowest, 6) !== format(end, 6)
      ? `, after a low of ${apart(lowest, end)[0]} at step ${losses.indexOf(lowest)}`
      : '';
  const way =
    end < first
      ? `fell from ${from} to ${to}`
      : end > first
        ? `rose from ${from} to ${to}`
        : `came back to ${from}`;
  return `${start} ${way}${low}`;
};

interface Gate {
  readonly unit: number;
  /** From when on it is shut on every example, to the end. */
  readonly from: number | undefined;
  readonly isOpenThroughout: boolean;
}

const gatesOf = (run: Run): readonly Gate[] => {
  const { moments, isCut } = seriesOf(run);
  const units = moments[0]?.gates[0]?.[0]?.map((_, unit) => unit + 1) ?? [];
  return units.map((unit) => ({
    unit,
    from: isCut ? undefined : silentFrom(run, unit),
    isOpenThroughout: moments.every(({ gates }) => gates.every((layers) => layers[0]?.[unit - 1])),
  }));
};

/** «unit 3 was off from the start, unit 2 went off at step 2 for good» */
const gateWords = (run: Run): string => {
  if (run.world.hidden !== 'relu') return '';
  const gates = gatesOf(run);
  if (gates.every(({ isOpenThroughout }) => isOpenThroughout)) return 'every gate stayed open';
  return listed(
    gates.flatMap(({ unit, from, isOpenThroughout }) => {
      if (isOpenThroughout) return [];
      if (from === undefined) return [`unit ${unit} was off at some steps and on at others`];
      return [
        from === 0 ? `unit ${unit} was off from the start` : `unit ${unit} went off for good at step ${from}`,
      ];
    }),
  );
};

/** Parameters that have not moved in the last tenth of a run count as still. */
const STILL_FOR = RUN_STEPS / 10;

/** How many of the parameters stand still at the end of a run, and since which step. */
export const stillOf = (run: Run): { readonly count: number; readonly since: number } => {
  const { theta, last } = seriesOf(run);
  const since = theta().map((values) =>
    values.findLastIndex((value, step) => step > 0 && value !== values[step - 1]),
  );
  const still = since.map((step) => Math.max(0, step)).filter((step) => last - step >= STILL_FOR);
  return { count: still.length, since: Math.max(0, ...still) };
};

/** «8 of the 13 parameters have not moved since step 2» */
const stillWords = (run: Run): string => {
  const { count, since } = stillOf(run);
  const all = run.parameters.length;
  if (seriesOf(run).last < STILL_FOR) return '';
  if (count === 0) return `all ${all} parameters moved to the end`;
  const which = count === all ? `none of the ${all} parameters` : `${count} of the ${all} parameters`;
  const moved = count === all ? 'moved' : 'did not move';
  return since === 0 ? `${which} ${moved} at all` : `${which} ${moved} after step ${since}`;
};

/** A run in one sentence, or two where it ends early. */
export const runSentence = (run: Run): string => {
  const { isCut, last } = seriesOf(run);
  const rest = [gateWords(run), stillWords(run)].filter((words) => words !== '');
  const sentence = `${lossWords(run)}${rest.length > 0 ? `; ${rest.join(', and ')}` : ''}.`;
  return isCut
    ? `${sentence} The run ends at step ${last}: the next numbers would be larger than any that a computer holds.`
    : sentence;
};
