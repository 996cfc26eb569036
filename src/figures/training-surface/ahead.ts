import { METHODS, pathOf, surfaceOf, type SurfaceView } from '../../story/surface.ts';
import type { Reading } from '../../story/reading.ts';

/** The slices that the text shows one after another, and the runs that say how much of them is seen. */
export function* ahead(reading: Reading): Iterable<() => unknown> {
  for (const view of ['ground', 'saddle'] as const satisfies readonly SurfaceView[]) {
    const surface = surfaceOf(reading, view);
    for (const method of METHODS)
      for (const movesAll of [false, true])
        yield () => pathOf(surface, method, { days: 'both', movesAll, start: surface.home });
  }
}
