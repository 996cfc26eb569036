// Lighthouse's scores for the built essay, as on a mid-range phone: of the middle one of several runs, as Lighthouse advises,
// since how fast a page is depends on what else the machine is doing. `npm run lighthouse`; fails under 100.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';
import { chromiumFlags, chromiumPath, served } from './browser.ts';

type Lhr = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

const PORT = Number(process.env['PORT'] ?? 47331);
const RUNS = Number(process.env['RUNS'] ?? 5);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const MEASURES = [
  'largest-contentful-paint',
  'first-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

const { url, stop } = await served(PORT);
const chrome = await launch({
  chromePath: chromiumPath(),
  chromeFlags: ['--headless=new', ...chromiumFlags],
});
let isPerfect = true;
try {
  const runs: Lhr[] = [];
  for (let run = 1; run <= RUNS; run++) {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: CATEGORIES,
      logLevel: 'error',
    });
    if (!result) throw new Error('Lighthouse gave no result.');
    runs.push(result.lhr);
  }
  const scoreOf = (categories: Lhr['categories'], id: string): number =>
    Math.round((categories[id]?.score ?? 0) * 100);
  console.log(
    `performance in ${RUNS} runs: ${runs.map(({ categories }) => scoreOf(categories, 'performance')).join(', ')}`,
  );
  const { categories, audits } = computeMedianRun(runs) as Lhr;
  for (const id of CATEGORIES) {
    const score = scoreOf(categories, id);
    isPerfect &&= score === 100;
    console.log(`${id}: ${score}`);
  }
  for (const id of MEASURES) console.log(`${audits[id]?.title ?? id}: ${audits[id]?.displayValue ?? '?'}`);
  for (const id of CATEGORIES) {
    for (const { id: audit, weight } of categories[id]?.auditRefs ?? []) {
      const { title, score, displayValue } = audits[audit] ?? {};
      if (weight > 0 && score !== null && score !== undefined && score < 0.9) {
        console.log(`  under 90: ${title ?? audit} ${displayValue ?? ''}`);
      }
    }
  }
} finally {
  chrome.kill();
  stop();
}
process.exit(isPerfect ? 0 : 1);
