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
const total = (pattern: RegExp): number =>
  files.filter((path) => pattern.test(path)).reduce((sum, path) => sum + packed(path), 0) / 1000;

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

const budgets = [
  // Nobody fetches all of it at once: a figure comes when the scene before or after it is on stage.
  {
    name: 'JavaScript, whole essay',
    kB: scriptsOf('index.html').reduce((sum, path) => sum + packed(path), 0) / 1000,
    most: 300,
  },
  { name: 'CSS', kB: total(/\.css$/), most: 28 },
  { name: 'fonts', kB: total(/\.woff2$/), most: 100 },
  { name: 'HTML of the essay', kB: total(/^index\.html$/), most: 70 },
];
let isOver = false;
for (const { name, kB, most } of budgets) {
  isOver ||= kB > most;
  console.log(`${kB > most ? 'OVER ' : ''}${name}: ${kB.toFixed(1)} of ${most} kB`);
}
process.exit(isOver ? 1 : 0);
