import fc from 'fast-check';
import { activations, losses, type ActivationName, type LossName } from '@/engine/index.ts';
import type { Reading } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { worldOf, type World } from '@/story/world.ts';
import { plainSettings } from './arbitrary.ts';

export const ACTIVATIONS = Object.keys(activations) as readonly ActivationName[];
export const LOSSES = Object.keys(losses) as readonly LossName[];

/** The essay's own world, changed. */
export const worldWith = (changes: Partial<World>, settings: Settings = DEFAULTS): World => ({
  ...worldOf('essay', settings),
  ...changes,
});

/** A reading that knows one world only, which need not be one of the essay's: whatever world it is asked for. */
export const readingOnly = (world: World, settings: Settings = DEFAULTS): Reading => {
  const run = runOf(world);
  return { settings, run, in: () => run };
};

/** Worlds of the essay's shape with any activation and any loss. */
export const plainWorlds: fc.Arbitrary<World> = fc
  .record({
    settings: plainSettings,
    hidden: fc.constantFrom(...ACTIVATIONS),
    loss: fc.constantFrom(...LOSSES),
  })
  .map(({ settings, hidden, loss }) => worldWith({ hidden, loss }, settings));
