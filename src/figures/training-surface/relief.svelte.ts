import { atWork } from '../../browser/at-work.ts';
import { isBuilding } from '../../browser/building.ts';
import { whileIdle } from '../../browser/idle.ts';
import type { Label } from './folds.ts';
import type { Contour, Ground } from './ground.ts';

/** What a relief shows: the contours of a ground, and the heights that are written on some of them. */
export interface Shown {
  readonly contours: readonly Contour[];
  readonly heights: readonly Label[];
}

const NOTHING: Shown = { contours: [], heights: [] };

/**
 * The contours of a ground. All of them at once would take longer than there is between two drawings, so they are made one by
 * one in idle moments, and shown when all are there. Whoever builds the page waits for them.
 */
export class Relief {
  readonly #ground: Ground;
  readonly #heightsOf: (contours: readonly Contour[]) => readonly Label[];
  #shown = $state.raw<Shown>();

  constructor(ground: Ground, heightsOf: (contours: readonly Contour[]) => readonly Label[]) {
    this.#ground = ground;
    this.#heightsOf = heightsOf;
    if (isBuilding) for (const piece of this.pieces()) piece();
  }

  get shown(): Shown {
    return this.#shown ?? NOTHING;
  }

  /** The work that is left, one contour at a time. */
  *pieces(): Iterable<() => void> {
    if (this.#shown) return;
    const contours: Contour[] = [];
    for (const level of this.#ground.levels) yield () => void contours.push(this.#ground.contourAt(level));
    yield () => (this.#shown = { contours, heights: this.#heightsOf(contours) });
  }

  /** Works it out. Returns how to stop. */
  start(): () => void {
    if (this.#shown) return () => undefined;
    let over = (): void => undefined;
    void atWork(new Promise<void>((done) => (over = done)));
    const pieces = function* (own: Iterable<() => void>): Iterable<() => void> {
      yield* own;
      over();
    };
    const stop = whileIdle(pieces(this.pieces()));
    return () => {
      stop();
      over();
    };
  }
}
