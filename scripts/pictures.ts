// Takes the README's pictures and the card for links from the built essay: `npm run build && npm run pictures`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const PORT = '47399';
const pictures = [
  { file: 'docs/pictures/opening.png', hash: '', width: 1440, height: 900, scheme: 'light' },
  { file: 'docs/pictures/backward.png', hash: '#backward-share', width: 1440, height: 900, scheme: 'dark' },
  { file: 'docs/pictures/phone.png', hash: '#training-silence', width: 390, height: 844, scheme: 'light' },
  { file: 'public/card.png', hash: '', width: 1200, height: 630, scheme: 'light' },
] as const;

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const server = spawn(process.execPath, ['scripts/serve.ts'], {
  cwd: root,
  env: { ...process.env, PORT },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
const browser = await chromium.launch({
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  ...(executablePath ? { executablePath } : {}),
});
try {
  await mkdir(join(root, 'docs/pictures'), { recursive: true });
  for (const { file, hash, width, height, scheme } of pictures) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
    // Twice, so that the fonts are there from the start.
    for (const query of ['?', '']) {
      await page.goto(`http://127.0.0.1:${PORT}/${query}${hash}`);
      await page.waitForTimeout(1200);
    }
    await page.screenshot({ path: join(root, file) });
    await page.close();
    console.log(file);
  }
} finally {
  await browser.close();
  server.kill();
}
