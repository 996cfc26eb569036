import { MOST_RATE } from '../../story/essay.ts';
import { PRESETS, ratedAt } from '../../story/rates.ts';
import type { Reading } from '../../story/reading.ts';

/** The runs that are always drawn, and the one that its axes have to hold. */
export function* ahead(reading: Reading): Iterable<() => unknown> {
  for (const world of ['essay', 'two-days'] as const) {
    const run = reading.in(world);
    for (const eta of [...PRESETS, MOST_RATE]) yield () => ratedAt(run, eta);
  }
}
