export { default as Figure } from './ChainCost.svelte';
export { default as Under } from './CostControls.svelte';

export const still = { width: 340, height: 300 };
