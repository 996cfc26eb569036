// Fails when the built essay outgrows its budget (design limits, in compressed kB). What the first view alone fetches
// is measured in the browser, in tests/e2e/budget.spec.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = join(import.meta.dirname, '..', 'dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const packed = (path: string): number => {
  const body = readFileSync(join(dist, path));
  return path.endsWith('.woff2') ? body.length : brotliCompressSync(body).length;
};

/** The scripts that a page may come to ask for, one after another, from its own markup on. */
const scriptsOf = (page: string): readonly string[] => {
  const found = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/([\w.-]+\.js)\b/g)) {
      const path = `_astro/${name}`;
      if (found.has(path) || !files.includes(path)) continue;
      found.add(path);
      follow(readFileSync(join(dist, path), 'utf8'));
    }
  };
  follow(readFileSync(join(dist, page), 'utf8'));
  return [...found];
};

/** What its own markup asks for: the style sheets of a lab come with the lab's page. */
const linkedFrom = (page: string, ending: string): readonly string[] =>
  files.filter(
    (path) => path.endsWith(ending) && readFileSync(join(dist, page), 'utf8').includes(`/${path}`),
  );
const sum = (paths: readonly string[]): number => paths.reduce((kB, path) => kB + packed(path), 0) / 1000;

const budgets = [
  // Nobody fetches all of it at once: a figure comes when the scene before or after it is on stage.
  {
    name: 'JavaScript, whole essay',
    kB: sum(scriptsOf('index.html')),
    most: 350,
  },
  { name: 'CSS of the essay', kB: sum(linkedFrom('index.html', '.css')), most: 26 },
  { name: 'fonts', kB: sum(files.filter((path) => path.endsWith('.woff2'))), most: 100 },
  { name: 'HTML of the essay', kB: sum(['index.html']), most: 70 },
];
let isOver = false;
for (const { name, kB, most } of budgets) {
  isOver ||= kB > most;
  console.log(`${kB > most ? 'OVER ' : ''}${name}: ${kB.toFixed(1)} of ${most} kB`);
}
process.exit(isOver ? 1 : 0);
