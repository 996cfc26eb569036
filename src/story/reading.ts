import { runOf, type Run } from './run.ts';
import type { Settings } from './settings.ts';
import { worldOf, type WorldName } from './world.ts';

/** What the reader has set, with all that follows from it. */
export interface Reading {
  readonly settings: Settings;
  /** The run of the essay's own world. */
  readonly run: Run;
  /** The run of any world that the essay is told in. */
  readonly in: (world: WorldName) => Run;
}

const known = new WeakMap<Settings, Reading>();

/** The reading of some settings. A world's run is made when it is first asked for. */
export const readingOf = (settings: Settings): Reading => {
  const found = known.get(settings);
  if (found) return found;
  const runs = new Map<WorldName, Run>();
  const runIn = (world: WorldName): Run => {
    const run = runs.get(world) ?? runOf(worldOf(world, settings));
    runs.set(world, run);
    return run;
  };
  const reading: Reading = { settings, in: runIn, run: runIn('essay') };
  known.set(settings, reading);
  return reading;
};
