// Frames a second and long tasks while scrolling at a quarter of this machine's speed. `npm run bench:scroll`; it prints, and fails nothing:
// how long a task takes depends on what else the machine is doing.
import { chromium } from 'playwright-core';
import { chapters } from '../content/chapters/index.ts';
import { chromiumFlags, chromiumPath, served } from './browser.ts';

const PORT = Number(process.env['PORT'] ?? 47341);
const THROTTLE = 4;
const LONG = 50;

const { url, stop } = await served(PORT);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
  const session = await page.context().newCDPSession(page);
  for (const { id, scenes } of chapters) {
    const first = scenes[0];
    if (!first) continue;
    await page.goto('about:blank');
    await page.goto(`${url}#${first.id}`, { waitUntil: 'networkidle' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const { tasks, times } = await page.evaluate(async (chapter) => {
      const kept = (window as unknown as { tasks: number[] }).tasks;
      const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
      const end =
        (document.querySelector(`[data-chapter="${chapter}"]`)?.getBoundingClientRect().bottom ?? 0) +
        scrollY;
      await new Promise((done) => setTimeout(done, 1500));
      kept.length = 0;
      let last = await frame();
      const between: number[] = [];
      // About the pace of a reader's wheel: 40 px a frame.
      while (scrollY + innerHeight < end) {
        scrollBy({ top: 40, behavior: 'instant' });
        const now = await frame();
        between.push(now - last);
        last = now;
      }
      await new Promise((done) => setTimeout(done, 500));
      return { tasks: [...kept], times: between.toSorted((a, b) => a - b) };
    }, id);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const long = tasks.filter((duration) => duration > LONG);
    const share = (part: number): number => times[Math.floor(part * (times.length - 1))] ?? NaN;
    console.log(
      `${id}: ${times.length} frames, median ${(1000 / share(0.5)).toFixed(0)} a second, nine in ten within ` +
        `${share(0.9).toFixed(0)} ms; ${long.length} tasks over ${LONG} ms` +
        (long.length ? `, longest ${Math.max(...long).toFixed(0)} ms` : ''),
    );
  }
} finally {
  await browser.close();
  stop();
}
