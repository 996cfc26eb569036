import { runOf, type Run } from './run.ts';
import type { Settings } from './settings.ts';
import { worldOf, type World, type WorldName } from './world.ts';

/** What the reader has set, with all that follows from it. */
export interface Reading {
  readonly settings: Settings;
  /** The run of the essay's own world. */
  readonly run: Run;
  /** The run of any world that the essay is told in. */
  readonly in: (world: WorldName) => Run;
}

const known = new WeakMap<Settings, Reading>();

/**
 * The reading of some settings. A world's run is made when it is first asked for. Not the reading holds it: the settings
 * that a reader may come back to are many, and a run is large.
 */
export const readingOf = (settings: Settings): Reading => {
  const found = known.get(settings);
  if (found) return found;
  const worlds = new Map<WorldName, World>();
  const runIn = (name: WorldName): Run => {
    const world = worlds.get(name) ?? worldOf(name, settings);
    worlds.set(name, world);
    return runOf(world);
  };
  const reading: Reading = {
    settings,
    in: runIn,
    get run() {
      return runIn('essay');
    },
  };
  known.set(settings, reading);
  return reading;
};
