export { default as Figure } from './TrainingRun.svelte';
export { default as Under } from './Under.svelte';

export const still = { width: 340, height: 320 };
