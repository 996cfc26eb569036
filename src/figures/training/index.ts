export { default as Figure } from './Training.svelte';
export { default as Under } from './TrainingControls.svelte';

export const still = { width: 340, height: 190 };
