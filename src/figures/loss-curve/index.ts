export { default as Figure } from './LossCurve.svelte';

export const still = { width: 340, height: 250 };
