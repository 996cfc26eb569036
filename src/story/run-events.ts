import { milestonesOf, type TrainingEvent } from '../engine/index.ts';
import { GOAL, RUN_STEPS } from './essay.ts';
import { format } from './format.ts';
import type { Run } from './run.ts';
import { seriesOf } from './series.ts';

/** The losses that it is worth telling when a run first gets below them. */
const GOALS = [GOAL, GOAL / 10] as const;

/** Something that happened in a run, as the figure and the list beside it tell it. */
export interface RunEvent {
  readonly kind: 'off' | 'on' | 'dead' | 'below' | 'halved' | 'lowest' | 'slowest' | 'rises' | 'ends';
  readonly step: number;
  /** Where it ends, for a stretch of steps. */
  readonly to?: number;
  /** «unit 2 off» */
  readonly short: string;
  /** «unit 2 off at step 2» */
  readonly text: string;
  /** Which are shown where there is no room for all: the smallest first. */
  readonly rank: number;
}

const when = (step: number): string => (step === 0 ? 'from the start' : `at step ${step}`);

const made = (event: Omit<RunEvent, 'text'> & { readonly text?: string }): RunEvent => ({
  ...event,
  text: event.text ?? `${event.short} ${when(event.step)}`,
});

const goalText = (goal: number): string => format(goal, 4, 0);

/** What a gate does, on one example: whether it is the last time, and the first, decides how much it matters. */
const gateEvents = (events: readonly TrainingEvent[], examples: number): readonly RunEvent[] => {
  const seen = new Set<string>();
  const gates = events.filter((event) => event.kind === 'unit-silent' || event.kind === 'unit-wakes');
  return gates.map((event) => {
    const { kind, unit, layer, example, step } = event;
    const isLast = !gates.some(
      (later) =>
        later.step > step && later.unit === unit && later.layer === layer && later.example === example,
    );
    const isFirst = !seen.has(`${kind} ${layer}.${unit}@${example}`);
    seen.add(`${kind} ${layer}.${unit}@${example}`);
    const on = examples > 1 ? ` on day ${example + 1}` : '';
    const isOff = kind === 'unit-silent';
    return made({
      kind: isOff ? 'off' : 'on',
      step,
      short: `unit ${unit} ${isOff ? 'off' : 'on again'}${on}`,
      rank: isOff && isLast ? 1 : isFirst ? 4 : 8,
    });
  });
};

/** A rise that no digit shown would tell is one of rounding. */
const isRise = (event: TrainingEvent): boolean =>
  event.kind === 'loss-rises' && format(event.from, 6) !== format(event.to, 6);

const otherEvents = (events: readonly TrainingEvent[]): readonly RunEvent[] => {
  const first = events.find(isRise);
  return events.flatMap((event): readonly RunEvent[] => {
    if (event.kind === 'unit-dies')
      return [made({ kind: 'dead', step: event.step, short: `unit ${event.unit} dead`, rank: 1 })];
    if (!isRise(event)) return [];
    return [
      made({ kind: 'rises', step: event.step, short: 'the loss rises', rank: event === first ? 3 : 9 }),
    ];
  });
};

const milestones = (run: Run): readonly RunEvent[] => {
  const { moments, losses } = seriesOf(run);
  const hasMoved = losses.some((loss) => loss !== losses[0]);
  return milestonesOf(moments, GOALS).flatMap((milestone): readonly RunEvent[] => {
    const { step } = milestone;
    switch (milestone.kind) {
      case 'below':
        return [
          made({
            kind: 'below',
            step,
            short: `below ${goalText(milestone.goal)}`,
            rank: milestone.goal === GOAL ? 2 : 5,
          }),
        ];
      case 'halved':
        return [made({ kind: 'halved', step, short: 'half the loss gone', rank: 6 })];
      case 'lowest': {
        const { loss } = milestone;
        if (format(loss, 6) === format(losses.at(-1) ?? NaN, 6)) return [];
        const text = `lowest ${step === 0 ? 'at the start' : `at step ${step}`}: ${format(loss)}`;
        return [made({ kind: 'lowest', step, short: 'lowest', text, rank: 3 })];
      }
      case 'slowest': {
        if (!hasMoved) return [];
        const { to, way } = milestone;
        const moved = way === 0 ? 'stands still' : `covers ${format(way, 4)}`;
        return [
          made({
            kind: 'slowest',
            step,
            to,
            short: 'slowest tenth',
            text: `slowest tenth, steps ${step} to ${to}: the loss ${moved}`,
            rank: 7,
          }),
        ];
      }
    }
  });
};

const known = new WeakMap<Run, readonly RunEvent[]>();

/** What happened in a run up to RUN_STEPS, in order of steps and, at one step, of how much it matters. */
export const runEvents = (run: Run): readonly RunEvent[] => {
  const found = known.get(run);
  if (found) return found;
  const { last, isCut } = seriesOf(run);
  const events = run.training().events.filter(({ step }) => step <= RUN_STEPS);
  const end: readonly RunEvent[] = isCut
    ? [
        made({
          kind: 'ends',
          step: last,
          short: 'the run ends',
          text: `the run ends at step ${last}: the next numbers would be larger than any that a computer holds`,
          rank: 0,
        }),
      ]
    : [];
  const all = [
    ...gateEvents(events, run.world.examples.length),
    ...otherEvents(events),
    ...milestones(run),
    ...end,
  ].toSorted((a, b) => a.step - b.step || a.rank - b.rank);
  known.set(run, all);
  return all;
};
