export { default as Figure } from './Prediction.svelte';

export const still = { width: 340, height: 256 };
