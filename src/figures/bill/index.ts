export { default as Figure } from './Bill.svelte';

export const still = { width: 340, height: 240 };
