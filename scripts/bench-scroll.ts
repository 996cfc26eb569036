// Frames a second and long tasks while scrolling at a quarter of this machine's speed. `npm run bench:scroll`; it prints, and fails nothing:
// how long a task takes depends on what else the machine is doing. So the essay is read several times, and after each reading
// as much plain text is, on which nothing happens but that one sum is done between drawings: tasks that are long there are the
// machine's own.
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath, served } from './browser.ts';

const PORT = Number(process.env['PORT'] ?? 47341);
const READINGS = Number(process.env['READINGS'] ?? 5);
const THROTTLE = 4;
const LONG = 50;
/** Pixels a second: about the pace of a wheel in a hurry. */
const PACE = 2400;
/** What is under way when the scrolling ends is over after so long, in ms. */
const SETTLED = 1500;
/** How many terms the sum has: it takes about as long as what the essay often does between two drawings. */
const TERMS = 200_000;
/** How far plain text is scrolled, in px: about as far as the essay. */
const PLAIN = 40_000;

interface Seen {
  /** How long tasks took that took over 50 ms, in ms, and when frames were drawn. */
  readonly tasks: number[];
  readonly frames: number[];
}

/** What one chapter took in one reading: in px and ms. */
interface Taken {
  readonly distance: number;
  readonly between: readonly number[];
  readonly tasks: readonly number[];
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
};
const middle = (values: readonly number[]): number => quantile(values, 0.5);

const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const seen: Seen = { tasks: [], frames: [] };
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
};

/** What has been seen since it was last asked. */
const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen };
    return { tasks: seen.tasks.splice(0), frames: seen.frames.splice(0) };
  });

/** Scrolls so far, in px, with the wheel and without a pause. */
const scroll = (session: CDPSession, distance: number): Promise<unknown> =>
  session.send('Input.synthesizeScrollGesture', {
    x: 500,
    y: 450,
    yDistance: -distance,
    speed: PACE,
    preventFling: true,
    gestureSourceType: 'mouse',
  });

/** What was seen while plain text was scrolled, and how long the sum took, each time it was done, in ms. */
const plainIn = async (browser: Browser): Promise<Seen & { readonly sums: readonly number[] }> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await watch(page);
  const session = await page.context().newCDPSession(page);
  const text = `<h2>A heading</h2><p>${'Words, and 0.22 of a number, in a line of text. '.repeat(8)}</p>`;
  await page.goto(
    `data:text/html,<body style="max-width:38rem;margin:auto;font:20px/1.6 serif">${text.repeat(250)}`,
  );
  await page.evaluate((terms) => {
    const sums: number[] = [];
    Object.assign(window, { sums });
    const add = (): void => {
      const begun = performance.now();
      for (let term = 0, sum = 0; term < terms; term++) sum = Math.sin(sum + term);
      sums.push(performance.now() - begun);
    };
    addEventListener('scroll', () => setTimeout(add));
  }, TERMS);
  await page.waitForTimeout(SETTLED);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await seenOn(page);
  await scroll(session, PLAIN);
  await page.waitForTimeout(SETTLED);
  const sums = await page.evaluate(() => (window as unknown as { sums: number[] }).sums);
  const seen = await seenOn(page);
  await page.close();
  return { ...seen, sums };
};

const { url, stop } = await served(PORT);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
try {
  const taken = new Map<string, Taken[]>();
  for (let reading = 1; reading <= READINGS; reading++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await watch(page);
    const session = await page.context().newCDPSession(page);
    // As a reader does: from the top to the end, on one page, with the wheel. Each chapter ends where the next one begins.
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLED);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const chapters = await page
      .locator('[data-chapter]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-chapter') ?? ''));
    for (const id of chapters) {
      const distance = await page.evaluate(
        (chapter) =>
          (document.querySelector(`[data-chapter="${chapter}"]`)?.getBoundingClientRect().bottom ?? 0) -
          innerHeight,
        id,
      );
      await seenOn(page);
      await scroll(session, distance);
      const scrolled = await seenOn(page);
      // And what is done when the reader has come to rest.
      await page.waitForTimeout(SETTLED);
      const readings = taken.get(id) ?? [];
      taken.set(id, readings);
      readings.push({
        distance,
        between: scrolled.frames.slice(1).map((time, i) => time - (scrolled.frames[i] ?? NaN)),
        tasks: [...scrolled.tasks, ...(await seenOn(page)).tasks].filter((duration) => duration > LONG),
      });
    }
    await page.close();
    const plain = await plainIn(browser);
    const long = plain.tasks.filter((duration) => duration > LONG);
    console.log(
      `reading ${reading}: plain text with a sum that took ${middle(plain.sums).toFixed(0)} ms, ` +
        `one in a hundred over ${quantile(plain.sums, 0.99).toFixed(0)}, at most ${Math.max(...plain.sums).toFixed(0)}; ` +
        `tasks over ${LONG} ms: ${long.length}`,
    );
  }
  for (const [id, readings] of taken) {
    const of = (figure: (taken: Taken) => number): readonly number[] => readings.map(figure);
    const counts = of(({ tasks }) => tasks.length);
    const longest = of(({ tasks }) => Math.max(0, ...tasks));
    console.log(
      `${id}: ${middle(of(({ distance }) => distance)).toFixed(0)} px, ` +
        `median ${middle(of(({ between }) => 1000 / middle(between))).toFixed(0)} frames a second, ` +
        `nine in ten within ${middle(of(({ between }) => quantile(between, 0.9))).toFixed(0)} ms; ` +
        `tasks over ${LONG} ms in each reading: ${counts.join(', ')}, ${middle(counts)} in the middle` +
        (Math.max(...longest) > 0
          ? `; longest ${longest.map((duration) => (duration > 0 ? duration.toFixed(0) : '–')).join(', ')} ms`
          : ''),
    );
  }
} finally {
  await browser.close();
  stop();
}
