/// <reference types="vitest/config" />
import { globSync, readFileSync } from 'node:fs';
import { getViteConfig } from 'astro/config';

const all = 'tests/{engine,story,figures,browser,build}/**/*.test.ts';
/** Tests that put something else in the place of a module or of the window, or set the page's own story: no other test may meet what they leave. */
const leaving = globSync(all).filter((path) =>
  /\bvi\.(mock|doMock|resetModules|stubGlobal|stubEnv|spyOn|useFakeTimers)\b|from '@\/story\/story\.svelte\.ts'/.test(
    readFileSync(path, 'utf8'),
  ),
);

export default getViteConfig({
  test: {
    setupFiles: ['tests/refuse-missing.ts', 'tests/seed.ts'],
    environment: 'node',
    // A busy machine may take its time; nothing here is about how long.
    testTimeout: 120_000,
    // Markup is made and let go of all the time.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      // A worker and its modules for each file would take a third of all the time.
      {
        extends: true,
        test: { name: 'together', include: [all], exclude: leaving, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: leaving } },
    ],
  },
});
