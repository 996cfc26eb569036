import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';

const chromium = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
/** A port that nobody listens on: another clone may be testing beside this one. */
const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : NaN));
    });
  });
// The workers read this file again, and are to find the same.
const PORT = Number((process.env['E2E_PORT'] ??= String(await freePort())));

/** The longest tests: begun first, so that no worker ends long after the others. */
const LONG = /\/(memory|walks|same-picture|access)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // More than there are cores: every test waits now and then for its page.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  // A busy machine may take its time to wake a page; a test waits, it does not judge how long.
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testIgnore: LONG },
  ],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    browserName: 'chromium',
    // A page that has been open runs the next test in half the time; what a test leaves in it is cleared away.
    reuseContext: true,
    launchOptions: {
      // Root, as in a container, cannot use the sandbox.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      ...(chromium ? { executablePath: chromium } : {}),
    },
  },
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: String(PORT) },
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
