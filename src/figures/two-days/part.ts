import type { ComponentProps } from 'svelte';
import type Weather from '../marks/Weather.svelte';
import type { Shape, Text } from '../texts.ts';

/** A line of a network, as thick as its number is large. */
export interface Strand {
  readonly look: string;
  readonly d: string;
  readonly width: number;
}

/** A gradient as a bar. */
export interface DrawnBar extends Shape {
  readonly q: string;
  readonly value: number;
}

/** A part of the figure: lines, shapes over them, then bars, and words over all of it. */
export interface Part {
  readonly strands?: readonly Strand[];
  readonly shapes: readonly Shape[];
  readonly bars?: readonly DrawnBar[];
  /** What the days' weather was. */
  readonly signs?: readonly ComponentProps<typeof Weather>[];
  readonly texts: readonly Text[];
}

/** A gate over a place of a unit: a bar from top to bottom where it is shut, its two ends where it is open. */
export const gateShapes = (
  q: string,
  value: number | undefined,
  x: number,
  [top, bottom]: readonly [top: number, bottom: number],
  end: number,
): readonly Shape[] =>
  value === undefined
    ? []
    : [
        {
          look: value === 0 ? 'gate shut' : 'gate',
          d: value === 0 ? `M${x} ${top}V${bottom}` : `M${x} ${top}v${end}M${x} ${bottom}v${-end}`,
          q,
          value,
        },
      ];
