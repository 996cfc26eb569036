import { few } from '../../story/few.ts';
import type { Surface } from '../../story/surface.ts';
import { creasesOf, type Crease } from './folds.ts';
import { groundOf, type Ground } from './ground.ts';
import { heightsOf } from './labels.ts';
import type { Box } from './layout.ts';
import { markedOn } from './model.ts';
import { Relief } from './relief.svelte.ts';
import { seenFrom, wantedOf, type Spans, type Window } from './window.ts';

/** All of a map that stays as it is while the point is pulled about on it. */
export interface Land {
  readonly window: Window;
  readonly ground: Ground;
  readonly creases: readonly Crease[];
  readonly relief: Relief;
}

const keptSpans = few<Spans>(8);
const keptGround = few<Ground>(6);
const keptLand = few<Land>(6);

/**
 * The land of a slice in a box, with names of a size. Worked out once for everything that it depends on: not for where the
 * point is, as long as it stays within what is seen.
 */
export const landOf = (surface: Surface, box: Box, size: number): Land => {
  const { pair, home, run, eta, methods, movesAll } = surface;
  const data = run.world.examples.flatMap(({ input, target }) => [...input, ...target]).join();
  const own = [...pair, ...home, data, eta].join();
  const window = seenFrom(
    surface,
    keptSpans(own, () => wantedOf(surface)),
    box,
  );
  const place = [box.x, box.y, box.width, box.height, ...window.across, ...window.up, window.isTurned].join();
  return keptLand([own, place, methods, movesAll, size].join(), () => {
    // The two parameters of the map are no part of what its ground depends on.
    const others = home.filter((_, p) => !pair.includes(run.parameters[p] ?? ''));
    const ground = keptGround([...pair, ...others, data, place].join(), () => groundOf(surface, window, box));
    const creases = creasesOf(surface, window, box, size, markedOn(surface, window, box));
    const names = creases.flatMap(({ label }) => label?.box ?? []);
    const relief = new Relief(ground, (contours) => heightsOf(contours, creases, names, box));
    return { window, ground, creases, relief };
  });
};
