// npm run bench: a training step of a 2-3-1 network (ReLU, sigmoid, cross-entropy) in Node and in Chromium.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Table } from './measure.ts';

const bundled = async (platform: 'browser' | 'node'): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { measure } from './measure.ts'; globalThis.measure = measure;`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    ignoreAnnotations: true,
    write: false,
    platform,
    format: 'iife',
    // gpu.js, which brain.js brings, would like a graphics card; nothing here asks for one.
    external: platform === 'node' ? ['gl'] : [],
    define: platform === 'browser' ? { global: 'globalThis' } : {},
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
};

new Function('require', await bundled('node'))(createRequire(import.meta.url));
print(`Node ${process.versions.node}`, (globalThis as unknown as { measure: () => Table }).measure());

const executablePath = findChromium();
if (executablePath === undefined) {
  console.log('No Chromium found: put one on the PATH or name it in CHROMIUM_PATH.');
} else {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled('browser') });
    print(`Chromium ${browser.version()}`, await page.evaluate('measure()'));
  } finally {
    await browser.close();
  }
}

function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return process.env['CHROMIUM_PATH'] ?? onPath.find((file) => existsSync(file));
}

function print(where: string, table: Table): void {
  console.log(`\n${where}: ns a step, and ratio to hand-unrolled, for 1, 4 and 64 examples`);
  const floor = table[0]!.nanoseconds;
  for (const { name, nanoseconds } of table) {
    const cells = nanoseconds.map((ns, i) =>
      `${ns.toFixed(0)} (${(ns / floor[i]!).toFixed(1)}×)`.padStart(20),
    );
    console.log(name.padEnd(56) + cells.join(''));
  }
}
