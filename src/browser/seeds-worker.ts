import { seedEnd, SEEDS, type SeedEnd, type SeedSetting } from '../story/gates/seeds.ts';

// A hundred runs beside the page. It is sent a setting, and sends back each run's end as it is reached.

/** So often it tells, ms: a message for each of many short runs would cost more than they do. */
const EVERY_MS = 40;

addEventListener('message', ({ data }: MessageEvent<SeedSetting>) => {
  let ends: SeedEnd[] = [];
  let told = performance.now();
  for (let seed = 0; seed < SEEDS; seed++) {
    ends.push(seedEnd(data, seed));
    if (seed < SEEDS - 1 && performance.now() - told < EVERY_MS) continue;
    postMessage(ends);
    ends = [];
    told = performance.now();
  }
});
