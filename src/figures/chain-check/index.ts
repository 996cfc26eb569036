export { default as Figure } from './ChainCheck.svelte';
export { default as Under } from './CheckControls.svelte';

export const still = { width: 340, height: 280 };
