export { default as Figure } from './TrainingSurface.svelte';
export { default as Under } from './Under.svelte';
export { ahead } from './ahead.ts';

export const still = { width: 360, height: 480 };
