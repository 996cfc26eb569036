// npm run bench: a training step of a 2-3-1 network (ReLU, sigmoid, cross-entropy) in Node and in Chromium.
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Table } from './measure.ts';

const results: string[] = [];

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
    format: 'esm',
    // gpu.js, which brain.js brings, would like a graphics card; nothing here asks for one.
    external: platform === 'node' ? ['gl'] : [],
    define: platform === 'browser' ? { global: 'globalThis' } : {},
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
};

// As a module, which is how a page gets it.
const code = `globalThis.require = process.getBuiltinModule('module').createRequire('${import.meta.url}');\n`;
await import(`data:text/javascript,${encodeURIComponent(code + (await bundled('node')))}`);
print(`Node ${process.versions.node}`, (globalThis as unknown as { measure: () => Table }).measure());

const executablePath = findChromium();
if (executablePath === undefined) {
  console.log('No Chromium found: put one on the PATH or name it in CHROMIUM_PATH.');
} else {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled('browser'), type: 'module' });
    await page.waitForFunction('globalThis.measure');
    print(`Chromium ${browser.version()}`, await page.evaluate('measure()'));
  } finally {
    await browser.close();
  }
}

writeFileSync(
  new URL('results.md', import.meta.url),
  `# A training step of 2-3-1, measured

Nanoseconds a step, and the ratio to hand-unrolled arithmetic in the same run: medians of fifteen rounds, in each of which
all have their turn. Written by \`npm run bench\`. Times move from machine to machine; compare the ratios.

\`descend\` and \`train\` have this shape written out in \`unrolled.ts\`; \`flat.ts\` alone is what networks of another shape
get. \`descend\` keeps nothing. \`train\` keeps the parameters of each step, made anew for each 200 steps, and works out
losses, predictions, gates and events when they are asked for: that is the row below it. brain.js and synaptic update
after each example, the others once for all. synaptic writes its own straight-line source and compiles it with
\`new Function\`, which this site's content security policy forbids. Only this engine keeps the digits of ŷ − y where the two are near.

${results.join('\n\n')}
`,
);

function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return process.env['CHROMIUM_PATH'] ?? onPath.find((file) => existsSync(file));
}

function print(where: string, table: Table): void {
  const floor = table[0]!.nanoseconds;
  const rows = table.map(({ name, nanoseconds }) =>
    [name, ...nanoseconds.map((ns, i) => `${ns.toFixed(0)} (${(ns / floor[i]!).toFixed(1)}×)`)].join(' | '),
  );
  const text = [`${where} | one example | 4 examples | 64 examples`, '--- | ---: | ---: | ---:', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
  console.log(`\n${text}`);
  results.push(text);
}
