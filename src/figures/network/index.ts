export { default as Figure } from './Network.svelte';
export { default as Under } from './Under.svelte';

export const still = { width: 330, height: 256 };
