export { default as Figure } from './Silence.svelte';
export { default as Under } from './Under.svelte';

export const still = { width: 360, height: 430 };
