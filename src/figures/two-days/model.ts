import { exampleId, gradientId, type Op } from '../../engine/index.ts';
import { allBelow, gradientsOf, pullOf, type Pull } from '../../story/batch.ts';
import { GOAL, RUN_STEPS } from '../../story/essay.ts';
import type { Frame } from '../../story/frame.ts';
import { wholeOp } from '../../story/mean.ts';
import { quantityIn } from '../../story/quantity.ts';
import type { Run } from '../../story/run.ts';
import type { WorldName } from '../../story/world.ts';
import type { TwoDaysDials } from './dials.ts';

/** What is looked at: a training step of a run, and how much of it has been computed. */
export interface View {
  readonly world: WorldName;
  readonly run: Run;
  readonly step: number;
  readonly all: ReadonlyMap<string, number>;
  /** A quantity as far as it has been computed. */
  readonly valueOf: (id: string) => number | undefined;
  /** The parameter that the reader has chosen. */
  readonly chosen: string;
  /** The day that is being computed; undefined where none is. */
  readonly day: number | undefined;
  /** The update is over, and the gradients are being cleared. */
  readonly isClearing: boolean;
  /** What stands below the bars: nothing, what a program keeps, or the losses along the run. */
  readonly panel: 'none' | 'store' | 'run';
}

/** The training step reached when `share` of the way to `last` has been followed: the first steps take as long as all later ones. */
export const stepAlong = (share: number, last: number): number => Math.round((1 + last) ** share - 1);

/** The step at which the followed run comes to rest: both losses below the goal, or the end. */
export const restOf = (run: Run): number => allBelow(run, GOAL) ?? RUN_STEPS;

const dayOf = ({ current }: Frame): number | undefined => {
  const [, mark] = current && current.fraction < 1 ? current.op.id.split('@') : [];
  return mark === undefined ? undefined : Number(mark);
};

/** A mean is known when the last example has added its share. */
const isComplete = ({ current, run }: Frame, id: string): boolean => {
  const op = current?.op;
  if (op?.id !== id || op.kind !== 'accumulate') return true;
  return (
    current?.fraction === 1 &&
    op.operands.some(
      (one) => one.id === exampleId(id, run.world.examples.length - 1, run.world.examples.length),
    )
  );
};

const followed = (run: Run, world: WorldName, step: number, chosen: string): View => {
  const all = run.quantitiesAt(step);
  return {
    world,
    run,
    step,
    all,
    chosen,
    valueOf: (id) => all.get(id),
    day: undefined,
    isClearing: false,
    panel: 'run',
  };
};

/** What the figure looks at in a frame. */
export const viewOf = (frame: Frame<TwoDaysDials>): View => {
  const { dials, reading, run, world, step, all, known } = frame;
  const chosen = reading.settings.param;
  if (dials.later > 0) return followed(run, world, stepAlong(dials.later, restOf(run)), chosen);
  return {
    world,
    run,
    step,
    all,
    chosen,
    valueOf: (id) => (known.has(id) && isComplete(frame, id) ? all.get(id) : undefined),
    day: dayOf(frame),
    isClearing: frame.current?.op.kind === 'clear',
    panel: dials.store > 0 ? 'store' : 'none',
  };
};

/** One parameter: what each day says of it, and the mean; undefined as long as that has not been computed. */
export interface Bar {
  readonly id: string;
  readonly days: readonly (number | undefined)[];
  readonly mean: number | undefined;
  /** The mean that has just been cleared. */
  readonly cleared: number | undefined;
}

/** The parameters of one unit: those into it, and those that carry its activation on. */
export interface Group {
  readonly name: string;
  readonly bars: readonly Bar[];
  /** How the days pull at them; undefined until all have. */
  readonly says: string | undefined;
}

const WORDS: Readonly<Record<Exclude<Pull, 'only'>, string>> = {
  none: 'no pull',
  same: 'the same way',
  opposite: 'opposite',
};

/** How the days pull, as briefly as it can be said. */
const wordFor = (gradients: readonly number[]): string => {
  const pull = pullOf(gradients);
  return pull === 'only' ? `day ${gradients.findIndex((gradient) => gradient !== 0) + 1} only` : WORDS[pull];
};

const barOf = ({ run, valueOf, all, isClearing }: View, id: string): Bar => {
  const gradient = gradientId(id);
  const { examples } = run.world;
  return {
    id,
    days: examples.map((_, i) => valueOf(exampleId(gradient, i, examples.length))),
    mean: valueOf(gradient),
    cleared: isClearing && valueOf(gradient) === undefined ? quantityIn(all, gradient) : undefined,
  };
};

const groupOf = (view: View, name: string, ids: readonly string[]): Group => {
  const bars = ids.map((id) => barOf(view, id));
  const isHeard = bars.every(({ days }) => days.every((gradient) => gradient !== undefined));
  const words = new Set(ids.map((id) => wordFor(gradientsOf(view.run, view.step, id))));
  const [word] = words;
  return { name, bars, says: isHeard ? (words.size === 1 ? word : 'mixed') : undefined };
};

/** The parameters, unit by unit: a hidden unit's weights and bias and its weight into the output; then the output's bias. */
export const groupsOf = (view: View): readonly Group[] => {
  const { run } = view;
  const [, units = 0] = run.world.sizes;
  const belongs = (unit: number, id: string): boolean => {
    const [letter, layer, to, from] = id.split('.');
    return String(unit) === (layer === '1' ? to : letter === 'w' ? from : undefined);
  };
  const hidden = Array.from({ length: units }, (_, j) => j + 1).map((unit) =>
    groupOf(
      view,
      `unit ${unit}`,
      run.parameters.filter((id) => belongs(unit, id)),
    ),
  );
  const rest = run.parameters.filter((id) => hidden.every(({ bars }) => bars.every((bar) => bar.id !== id)));
  return [...hidden, groupOf(view, 'output', rest)];
};

/** The largest gradient of a day at a step of a run. */
const largest = (run: Run, step: number): number =>
  Math.max(...run.parameters.flatMap((id) => gradientsOf(run, step, id).map(Math.abs)));

/**
 * What the longest bar stands for: the largest gradient now or, where a run is followed, at its start, so that bars are seen
 * to shrink. 1 where all are 0.
 */
export const peakOf = ({ run, step, panel }: View): number =>
  Math.max(largest(run, step), panel === 'run' ? largest(run, 0) : 0) || 1;

/** One day: what was put in and what is asked for. */
export interface Day {
  readonly index: number;
  readonly name: string;
  /** What the weather was, where the target says so. */
  readonly weather: 'rain' | 'sun' | undefined;
  readonly words: string;
  /** Names a quantity of this day. */
  readonly of: (id: string) => string;
}

/** The days in order. */
export const daysOf = ({ run, all }: View): readonly Day[] =>
  run.world.examples.map((_, index, { length }) => {
    const of = (id: string): string => exampleId(id, index, length);
    const target = quantityIn(all, of('y'));
    return {
      index,
      name: `day ${index + 1}`,
      weather: target === 0.5 ? undefined : target > 0.5 ? 'rain' : 'sun',
      words: target === 1 ? 'it rained' : target === 0 ? 'it stayed dry' : '',
      of,
    };
  });

/** The operation that has last told something of the chosen parameter: a day's gradient, or the mean of both; undefined before. */
export const chosenOp = ({ run, step, chosen, valueOf }: View): Op | undefined => {
  const gradient = gradientId(chosen);
  const ops = run.traceAt(step);
  if (valueOf(gradient) !== undefined) {
    const last = ops.findLast(({ id, kind }) => id === gradient && kind === 'accumulate');
    return last && wholeOp(last, ops);
  }
  const { length } = run.world.examples;
  const last = run.world.examples
    .map((_, i) => exampleId(gradient, i, length))
    .findLast((id) => valueOf(id) !== undefined);
  return last === undefined ? undefined : ops.find(({ id }) => id === last);
};
