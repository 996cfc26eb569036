import type { SurfaceView } from '../../story/surface.ts';

/** The landscape's own dials; those that are numbers go from 0 to 1. */
export const SURFACE_DIALS = {
  /** What the text shows. */
  view: 'ground' as SurfaceView,
  /** The point is pulled, then the gradient is drawn, then the step. */
  slope: 0,
  /** How far the folds have come out. */
  folds: 0,
  /** How much of the runs has been told. */
  runs: 0,
  /** How far the saddles have come out. */
  saddles: 0,
};

export type SurfaceDials = typeof SURFACE_DIALS;
