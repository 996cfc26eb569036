// Frames a second and long tasks while scrolling at a quarter of this machine's speed. `npm run bench:scroll`; it prints, and fails nothing:
// how long a task takes depends on what else the machine is doing.
import { chromium } from 'playwright-core';
import { chapters } from '../content/chapters/index.ts';
import { chromiumFlags, chromiumPath, served } from './browser.ts';

const PORT = Number(process.env['PORT'] ?? 47341);
const THROTTLE = 4;
const LONG = 50;
/** Pixels a second: about the pace of a wheel in a hurry. */
const PACE = 2400;
/** What is under way when the scrolling ends is over after so long, in ms. */
const SETTLED = 1500;

const { url, stop } = await served(PORT);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const seen: { tasks: number[]; frames: number[] } = { tasks: [], frames: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) =>
      seen.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
    const frame = (time: number): void => {
      seen.frames.push(time);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  /** What has been seen since it was last asked. */
  const seen = () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { tasks: number[]; frames: number[] } };
      return { tasks: seen.tasks.splice(0), frames: seen.frames.splice(0) };
    });
  const session = await page.context().newCDPSession(page);
  // As a reader does: from the top to the end, on one page, with the wheel. Each chapter ends where the next one begins.
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(SETTLED);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  for (const { id } of chapters) {
    const distance = await page.evaluate(
      (chapter) =>
        (document.querySelector(`[data-chapter="${chapter}"]`)?.getBoundingClientRect().bottom ?? 0) -
        innerHeight,
      id,
    );
    await seen();
    await session.send('Input.synthesizeScrollGesture', {
      x: 500,
      y: 450,
      yDistance: -distance,
      speed: PACE,
      preventFling: true,
      gestureSourceType: 'mouse',
    });
    const scrolled = await seen();
    // And what is done when the reader has come to rest.
    await page.waitForTimeout(SETTLED);
    const tasks = [...scrolled.tasks, ...(await seen()).tasks];
    const { frames } = scrolled;
    const between = frames
      .slice(1)
      .map((time, i) => time - (frames[i] ?? NaN))
      .toSorted((a, b) => a - b);
    const long = tasks.filter((duration) => duration > LONG);
    const share = (part: number): number => between[Math.floor(part * (between.length - 1))] ?? NaN;
    console.log(
      `${id}: ${distance.toFixed(0)} px, ${frames.length} frames, median ${(1000 / share(0.5)).toFixed(0)} a second, ` +
        `nine in ten within ${share(0.9).toFixed(0)} ms; ${long.length} tasks over ${LONG} ms` +
        (long.length ? `, longest ${Math.max(...long).toFixed(0)} ms` : ''),
    );
  }
} finally {
  await browser.close();
  stop();
}
