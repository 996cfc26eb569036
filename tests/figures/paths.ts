import type { Box } from '@/figures/layout/index.ts';

// Circles and boxes as drawings have them: paths around a place, as `circlePath` and `pillOf` write them.

const numbersIn = (d: string): readonly number[] => d.match(/-?[\d.]+/g)!.map(Number);

/** The path data of all shapes whose look begins with one, in the order of the drawing. */
export const pathsIn = (body: string, look: string): readonly string[] =>
  [...body.matchAll(new RegExp(`<path class="(?:${look})\\b[^"]*" d="([^"]*)"`, 'g'))].map(([, d]) => d!);

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Circles of a look. */
export const circlesIn = (body: string, look: string): readonly Circle[] =>
  pathsIn(body, look).flatMap((d) => {
    if (!/^M\S+ \S+a(\S+) \1 0 1 0/.test(d)) return [];
    const [left, y, r] = numbersIn(d) as [number, number, number];
    return [{ x: left + r, y, r }];
  });

/** Boxes of a look, with round ends or corners. */
export const boxesIn = (body: string, look: string): readonly Box[] =>
  pathsIn(body, look).flatMap((d) => {
    if (!/^M\S+ \S+h\S+a(\S+) \1 0 0 1/.test(d)) return [];
    const [x, top, across, r] = numbersIn(d) as [number, number, number, number];
    const down = Number(/v(-?[\d.]+)/.exec(d)![1]);
    return [{ left: x - r, right: x + across + r, top, bottom: top + down + 2 * r }];
  });
