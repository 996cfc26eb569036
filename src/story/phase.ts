import { cursorAfter, type CursorName } from './cursor.ts';

// How far the lab has taken its training step: one number, the playhead, counts the operations that have been computed.
// Below 0 the update has just been made; above the last operation the pass rests before the next.

/** A stretch of the training step that one press of a button computes. */
export interface Stage {
  readonly name: StageName;
  readonly title: string;
  /** The last quantity that it computes. */
  readonly until: CursorName;
}

export type StageName =
  'ready' | 'forward' | 'output' | 'output-parameters' | 'hidden' | 'hidden-parameters' | 'inputs';

/** The stages in the order of the algorithm: the whole forward pass, then back from the loss, one layer at a time. */
export const STAGES: readonly Stage[] = [
  { name: 'ready', title: 'Ready', until: 'start' },
  { name: 'forward', title: 'Forward pass', until: 'loss' },
  { name: 'output', title: 'Backward: the output unit', until: 'dz.2.1' },
  { name: 'output-parameters', title: 'Backward: the parameters into the output', until: 'db.2.1' },
  { name: 'hidden', title: 'Backward: the hidden units', until: 'dz.1.3' },
  { name: 'hidden-parameters', title: 'Backward: the parameters into the hidden units', until: 'db.1.3' },
  { name: 'inputs', title: 'Backward: the inputs', until: 'dx.2' },
];

/** Where the playhead stands when a stage is done. */
export const endOf = (stage: Stage): number => cursorAfter(stage.until);

/** The playhead when nothing has been computed. */
export const START = 0;

/** For how many operations the picture rests at the end of a backward pass, and again after the update. */
export const REST = 4;

/** The playhead just after a training step. */
export const UPDATED = -REST;

/** What a link tells of the playhead: the last stage that is done, or that the update has been made. */
export type Phase = StageName | 'updated';

export const PHASES: readonly Phase[] = [...STAGES.map(({ name }) => name), 'updated'];

/** The phase of a playhead. A stage under way does not count: a link holds whole stages. */
export const phaseAt = (playhead: number): Phase => {
  if (playhead < START) return 'updated';
  // What every visit begins with is told without going through the whole step.
  if (playhead === START) return 'ready';
  return STAGES.findLast((stage) => endOf(stage) <= playhead)?.name ?? 'ready';
};

/** Where the playhead stands in a phase: the other way round. */
export const playheadOf = (phase: Phase): number => {
  const stage = STAGES.find(({ name }) => name === phase);
  return stage ? endOf(stage) : UPDATED;
};

/** The playhead with whole stages only: at the end of the last one that is done. */
export const settledAt = (playhead: number): number => playheadOf(phaseAt(playhead));
