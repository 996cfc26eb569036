import { describe, expect, test } from 'vitest';
import { ahead as ratesAhead } from '@/figures/training-rate/ahead.ts';
import { RATE_DIALS, type RateDials } from '@/figures/training-rate/dials.ts';
import { rateModel } from '@/figures/training-rate/model.ts';
import { ahead as surfaceAhead } from '@/figures/training-surface/ahead.ts';
import { SURFACE_DIALS, type SurfaceDials } from '@/figures/training-surface/dials.ts';
import { surfaceIn } from '@/figures/training-surface/model.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { METHODS, pathOf } from '@/story/surface.ts';
import { momentOf } from '@/story/timeline.ts';

// What is worked out ahead is what the figure then asks for: the same objects.

const made = (pieces: Iterable<() => unknown>): ReadonlySet<unknown> =>
  new Set([...pieces].map((piece) => piece()));

describe('ahead of its stage', () => {
  test.each(['one', 'two'] as const)('the rate laboratory has the runs that it draws for day %s', (days) => {
    const reading = readingOf({ ...DEFAULTS, eta: 0.37 });
    const ahead = made(ratesAhead(reading));
    const dials: RateDials = { ...RATE_DIALS, days };
    const { presets } = rateModel(frameOf(reading, momentOf({ figure: 'training-rate', dials }), RATE_DIALS));
    expect(presets.filter((rated) => !ahead.has(rated))).toEqual([]);
  });

  test.each(['ground', 'slope', 'noise', 'saddle', 'all'] as const)(
    'the landscape has the runs that say how much of it is seen where the text shows %s',
    (view) => {
      const reading = readingOf({ ...DEFAULTS, eta: 0.41 });
      const ahead = made(surfaceAhead(reading));
      const dials: SurfaceDials = { ...SURFACE_DIALS, view };
      const surface = surfaceIn(
        frameOf(reading, momentOf({ figure: 'training-surface', dials }), SURFACE_DIALS),
      );
      for (const method of METHODS)
        for (const movesAll of [false, true])
          expect(ahead).toContain(pathOf(surface, method, { days: 'both', movesAll, start: surface.home }));
    },
  );
});
