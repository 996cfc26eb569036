export { default as Figure } from './Silence.svelte';

export const still = { width: 340, height: 250 };
