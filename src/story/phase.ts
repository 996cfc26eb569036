import { placeIn, type CursorName } from './cursor.ts';
import { SIZES } from './essay.ts';
import type { Run } from './run.ts';

// How far the lab has taken its training step: one number, the playhead, counts the operations that have been computed.
// Below 0 the update has just been made; above the last operation the pass rests before the next.

/** A stretch of the training step that one press of a button computes. */
export interface Stage {
  readonly name: StageName;
  readonly title: string;
  /** The last quantity that it computes. */
  readonly until: CursorName;
}

/** In a deeper network `hidden-1` and `hidden-1-parameters` name the lowest hidden layer, and so on. */
export type StageName = string;

const layerStages = (sizes: readonly number[], layer: number): readonly Stage[] => {
  const last = sizes.length - 1;
  const isOutput = layer === last;
  const isOnly = last === 2;
  const name = isOutput ? 'output' : isOnly ? 'hidden' : `hidden-${layer}`;
  const units = isOutput
    ? 'the output unit'
    : isOnly
      ? 'the hidden units'
      : `the units of hidden layer ${layer}`;
  const into = isOutput ? 'the output' : units;
  const lastUnit = `${layer}.${sizes[layer] ?? ''}`;
  return [
    { name, title: `Backward: ${units}`, until: `dz.${lastUnit}` },
    { name: `${name}-parameters`, title: `Backward: the parameters into ${into}`, until: `db.${lastUnit}` },
  ];
};

/** The stages in the order of the algorithm: the whole forward pass, then back from the loss, one layer at a time. */
export const stagesFor = (sizes: readonly number[]): readonly Stage[] => [
  { name: 'ready', title: 'Ready', until: 'start' },
  { name: 'forward', title: 'Forward pass', until: 'loss' },
  ...sizes
    .slice(1)
    .map((_, below) => layerStages(sizes, sizes.length - 1 - below))
    .flat(),
  { name: 'inputs', title: 'Backward: the inputs', until: `dx.${sizes[0] ?? ''}` },
];

/** Stages of the essay's own shape. */
export const STAGES = stagesFor(SIZES);

/** Where the playhead stands in a run when a stage is done. */
export const endOf = (run: Run, { until }: Stage): number => placeIn(run.traceAt(0), until);

/** The playhead when nothing has been computed. */
export const START = 0;

/** For how many operations the picture rests at the end of a backward pass, and again after the update. */
export const REST = 4;

/** The playhead just after a training step. */
export const UPDATED = -REST;

/** What a link tells of the playhead: the last stage that is done, or that the update has been made. */
export type Phase = StageName;

export const PHASES: readonly Phase[] = [...STAGES.map(({ name }) => name), 'updated'];

/** The phase of a playhead. A stage under way does not count: a link holds whole stages. */
export const phaseAt = (run: Run, playhead: number): Phase => {
  if (playhead < START) return 'updated';
  // What every visit begins with is told without going through the whole step.
  if (playhead === START) return 'ready';
  return stagesFor(run.world.sizes).findLast((stage) => endOf(run, stage) <= playhead)?.name ?? 'ready';
};

/** Where the playhead stands in a phase: the other way round. */
export const playheadOf = (run: Run, phase: Phase): number => {
  if (phase === 'ready') return START;
  const stage = stagesFor(run.world.sizes).find(({ name }) => name === phase);
  return stage ? endOf(run, stage) : UPDATED;
};

/** The playhead with whole stages only: at the end of the last one that is done. */
export const settledAt = (run: Run, playhead: number): number => playheadOf(run, phaseAt(run, playhead));
