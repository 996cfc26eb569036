// What answers a question about a number: fetched with the first of them.
export { explain } from '../../story/explain.ts';
export { default as Answer } from './Answer.svelte';
