// The Chromium that tests and measurements use, and the essay served for them.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Path of a Chromium: CHROMIUM_PATH, the system's, or Playwright's own. Throws if there is none. */
export const chromiumPath = (): string => {
  const found = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ].find((path) => path && existsSync(path));
  if (!found) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  return found;
};

/** Flags for it: root, as in a container, cannot use the sandbox. */
export const chromiumFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Serves dist/ on a port until `stop` is called. Throws if there is no answer within ten seconds. */
export const served = async (port: number): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const url = `http://127.0.0.1:${port}/`;
  const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = (): void => void server.kill('SIGTERM');
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url)
        .then(({ ok }) => ok)
        .catch(() => false)
    )
      return { url, stop };
    await new Promise((done) => setTimeout(done, 100));
  }
  stop();
  throw new Error(`No answer from ${url}: run astro build first, and see that the port is free.`);
};
