// The engine: pure functions from numbers to numbers. Start with network.ts, forward.ts and backward.ts, which are the
// algorithm; trace.ts takes one training step apart and train.ts puts many together.

export * from './activations.ts';
export * from './backward.ts';
export * from './events.ts';
export * from './forward.ts';
export * from './gradient.ts';
export * from './ids.ts';
export * from './losses.ts';
export * from './network.ts';
export * from './optimizers.ts';
export * from './quantities.ts';
export * from './random.ts';
export * from './step.ts';
export * from './trace.ts';
export * from './train.ts';
export type { Matrix, Vector } from './vector.ts';
