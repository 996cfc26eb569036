// Dense networks as other people publish them: any shape, losses and activations of textbooks, numbers set on the way.
export * from './activations.ts';
export * from './backward.ts';
export * from './losses.ts';
export * from './network.ts';
export * from './train.ts';
