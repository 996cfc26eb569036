import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { worldOf, WORLD_NAMES } from '@/story/world.ts';

/** Collects what nobody holds any more. */
const collectGarbage = async (): Promise<void> => {
  setFlagsFromString('--expose-gc');
  await new Promise((resolve) => setTimeout(resolve));
  (runInNewContext('gc') as () => void)();
};

describe('readingOf(settings)', () => {
  test('is one object for one object of settings, with the run of every world', () => {
    const settings: Settings = { ...DEFAULTS, eta: 0.8, 'wake.leak': 'on' };
    const reading = readingOf(settings);
    expect(readingOf(settings)).toBe(reading);
    expect(reading.settings).toBe(settings);
    expect(reading.run).toBe(reading.in('essay'));
    for (const name of WORLD_NAMES) {
      expect(reading.in(name)).toBe(reading.in(name));
      expect(reading.in(name)).toBe(runOf(worldOf(name, settings)));
    }
    expect(new Set(WORLD_NAMES.map((name) => reading.in(name))).size).toBe(WORLD_NAMES.length);
  });

  test('shares its runs with every reading of which they are the same', () => {
    const [here, later, chosen] = [{}, { step: 9 }, { param: 'b.2.1' }].map((change) =>
      readingOf({ ...DEFAULTS, ...change }),
    );
    expect(later).not.toBe(here);
    for (const name of WORLD_NAMES) {
      // What is held stands as the network does at the step shown.
      if (worldOf(name, DEFAULTS).held) expect(later?.in(name)).not.toBe(here?.in(name));
      else expect(later?.in(name)).toBe(here?.in(name));
      expect(chosen?.in(name)).toBe(here?.in(name));
    }
  });

  test('keeps no run for settings that are only kept to be undone', async () => {
    const past = Array.from({ length: 60 }, (_, i) => ({ ...DEFAULTS, eta: 1 + i / 100 }));
    const runs = past.map((settings) => new WeakRef(readingOf(settings).run));
    await collectGarbage();
    const held = runs.filter((run) => run.deref() !== undefined).length;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(past.length / 2);
    expect(past.map((settings) => readingOf(settings).run.world.eta)).toEqual(past.map(({ eta }) => eta));
  });
});
