import type { Component } from 'svelte';
import type { Frame } from '../story/frame.ts';
import type { Reading } from '../story/reading.ts';
import type { Settings } from '../story/settings.ts';
import type { Dials } from '../story/timeline.ts';

/** What a figure does for a reader who touches it. A still has none. */
export interface Hand {
  /** Changes settings; changes of one gesture in a row are undone together. */
  readonly set: (changes: Partial<Settings>, gesture?: string) => void;
  /** The gesture is over: the next change is undone by itself. */
  readonly release: () => void;
  /** Whether things may move by themselves. */
  readonly hasMotion: boolean;
}

/** What a figure is given: a frame, and a box to fill. */
export interface FigureProps<D extends Dials = Dials> {
  readonly frame: Frame<D>;
  /** In CSS px: the figure draws at this size, so a font size of 12 is 12 px. */
  readonly width: number;
  readonly height: number;
  /** Undefined where nobody can touch it: in a still. */
  readonly hand?: Hand | undefined;
}

/** What is drawn for a figure's name. */
export interface FigureParts<D extends Dials = Dials> {
  readonly Figure: Component<FigureProps<D>>;
  /** What stands under it: a line, a table, controls. The height of its box is what it takes. */
  readonly Under?: Component<FigureProps<D>>;
  /** The box of its still, in px. */
  readonly still: { readonly width: number; readonly height: number };
  /** What takes long to work out, piece by piece, for idle moments before it is on stage. What it makes is kept. */
  readonly ahead?: (reading: Reading) => Iterable<() => unknown>;
}

/** An entry of the registry: its own dials at their defaults, and what draws it, fetched when it is near. */
export interface FigureEntry<D extends Dials = Dials> {
  readonly dials: D;
  readonly load: () => Promise<FigureParts<D>>;
  /** Whether its box may grow taller than usual on a wide stage: chart and network, or two networks, share it. */
  readonly isTall?: boolean;
  /** Where the buttons from step to step go on a narrow stage, if not over the figure's lower corners. */
  readonly narrowStepper?: 'lower' | 'none';
}

/**
 * The same entry for who knows only its name. A figure is only ever given a frame that was made with its own defaults, so
 * what it says of its dials holds; types cannot say so of a table.
 */
export const figure = <D extends Dials>(entry: FigureEntry<D>): FigureEntry =>
  entry as unknown as FigureEntry;
