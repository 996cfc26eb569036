// Lighthouse's scores for the built essay, as on a mid-range phone. `npm run lighthouse`; fails under 100.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumFlags, chromiumPath, served } from './browser.ts';

const PORT = Number(process.env['PORT'] ?? 47331);
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
  const result = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' });
  if (!result) throw new Error('Lighthouse gave no result.');
  const { categories, audits } = result.lhr;
  for (const id of CATEGORIES) {
    const score = Math.round((categories[id]?.score ?? 0) * 100);
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
