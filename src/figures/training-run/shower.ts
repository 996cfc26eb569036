import type { Settings } from '../../story/settings.ts';
import type { Hand } from '../contract.ts';
import type { RunModel } from './model.ts';

/**
 * Takes the whole page to a step of the run, and tells the run up to there; from then on no scroll carries it further. Steps
 * of one `gesture` in a row are undone together.
 */
export const shower =
  (hand: Hand, settings: Settings, { series, told }: RunModel, gesture = 'training') =>
  (asked: number): void => {
    const step = Math.min(series.last, Math.max(0, asked));
    hand.set({ step, 'run.seen': Math.max(settings['run.seen'], step, told > 0 ? 1 : 0) }, gesture);
  };
