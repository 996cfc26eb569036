// The engine: pure functions from numbers to numbers. Start with network.ts, forward.ts and backward.ts, which are the
// algorithm; trace.ts takes one training step apart and train.ts puts many together.

export * from './activations.ts';
export * from './backward.ts';
export { at, under } from './checks.ts';
export * from './convergence.ts';
export * from './cost.ts';
export * from './counted-cost.ts';
export * from './datasets.ts';
export * from './depth.ts';
export * from './events.ts';
export * from './folds.ts';
export * from './forward.ts';
export * from './gradcheck.ts';
export * from './gradient.ts';
export * from './graph.ts';
export * from './ids.ts';
export * from './initialisers.ts';
export * from './learning-rate.ts';
export * from './losses.ts';
export * from './message.ts';
export * from './milestones.ts';
export type { Gates, Moment } from './moments.ts';
export type { MutantPass } from './mutant-rules.ts';
export * from './mutants.ts';
export * from './network.ts';
export * from './optimizers.ts';
export * from './paths.ts';
export * from './quantities.ts';
export * from './random.ts';
export * from './saddles.ts';
export * from './slices.ts';
export * from './step.ts';
export * from './summary.ts';
export * from './trace.ts';
export * from './train.ts';
export type { Matrix, Vector } from './vector.ts';
