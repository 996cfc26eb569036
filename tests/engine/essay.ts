import { networkFrom, type Example } from '@/engine/index.ts';

/** The essay's own network and day, as design.md §2 states them. */
export const essay = networkFrom({
  sizes: [2, 3, 1],
  theta: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
});
export const rainyDay: Example = { input: [0.8, 0.2], target: [1] };
export const windyDay: Example = { input: [0.2, 0.8], target: [0] };
