import { expect, test, type Page } from './test.ts';
import { idle, jump, open, scrollThrough } from './waiting.ts';
import { wakeAll } from './whole-page.ts';

interface Received {
  readonly url: string;
  readonly bytes: number;
}

/** What comes over the wire, as it is compressed there, until the page at `address` is at rest. */
const receivedBy = async (page: Page, address: string): Promise<readonly Received[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const urls = new Map<string, string>();
  const received: Received[] = [];
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    received.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
  );
  await page.goto(address);
  await expect(page.locator('astro-island:not([ssr])').first()).toBeAttached();
  await idle(page);
  await page.waitForLoadState('networkidle');
  return received;
};
const sum = (received: readonly Received[]): number =>
  received.reduce((total, { bytes }) => total + bytes, 0);

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`the first view at ${viewport.width} px costs at most 50 kB of JavaScript and 200 kB in all`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const received = await receivedBy(page, '/');
    const scripts = received.filter(({ url }) => url.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(sum(scripts)).toBeLessThanOrEqual(50_000);
    expect(sum(received)).toBeGreaterThan(50_000);
    expect(sum(received)).toBeLessThanOrEqual(200_000);
  });

  test(`next to nothing shifts at ${viewport.width} px, while loading and while scrolling, and nothing is stored`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: readonly { node: Node | null }[];
        })[]) {
          // The rail unfolds the chapter that is being read: that is its work.
          const moved = entry.sources.filter(
            ({ node }) => !(node instanceof Element && node.closest('.rail')),
          );
          if (moved.length === 0) continue;
          const names = moved.map(({ node }) =>
            node instanceof Element
              ? `${node.localName}.${node.className}`
              : `${node?.parentElement?.outerHTML.slice(0, 90)} in ${node?.parentElement?.parentElement?.className}`,
          );
          shifts.push(`${entry.value} ${names.join(', ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open(page, '/');
    await scrollThrough(page, 0.7);
    await idle(page);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: readonly string[] }).shifts);
    // A line under a figure that comes with another height: a hundredth at most, and a tenth is what counts as good in all.
    expect(shifts.filter((shift) => Number.parseFloat(shift) > 0.01)).toEqual([]);
    expect(shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0)).toBeLessThan(0.1);
    // Who only reads leaves no trace.
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
}

for (const lab of ['gates/', 'depth/', 'bugs/', 'examples/?example=ucsd-dsc140b-lecture', 'drill/'])
  test(`the page /lab/${lab} costs at most 90 kB of JavaScript`, async ({ page }) => {
    const scripts = (await receivedBy(page, `/lab/${lab}`)).filter(({ url }) => url.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(sum(scripts)).toBeGreaterThan(30_000);
    expect(sum(scripts)).toBeLessThanOrEqual(90_000);
  });

test('read from top to bottom, the essay costs at most 200 kB of JavaScript, and no chapter adds more than 40', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bytes = new Map<string, number>();
  page.on('response', (response) => {
    const [, name] = /\/([^/]+\.js)$/.exec(response.url()) ?? [];
    if (name !== undefined) bytes.set(name, Number(response.headers()['content-length']));
  });
  const whole = async (): Promise<number> => {
    await idle(page);
    await page.waitForLoadState('networkidle');
    return [...bytes.values()].reduce((total, more) => total + more, 0);
  };
  await open(page, '/');
  // The opening comes with the first sign of life.
  await page.mouse.move(400, 300);
  await expect.poll(() => [...bytes.keys()].some((name) => name.startsWith('stage'))).toBe(true);
  let before = await whole();
  for (const id of ['concept', 'passes', 'chain-rule', 'training']) {
    // Up to where the next chapter is not near yet.
    await page.locator(`[data-chapter="${id}"]`).evaluate(async (chapter) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const end = chapter.getBoundingClientRect().bottom + scrollY - 2 * innerHeight;
      for (let y = scrollY; y < end; y += innerHeight / 2) {
        scrollTo({ top: y, behavior: 'instant' });
        await frame();
        await frame();
      }
    });
    const now = await whole();
    expect(now - before, id).toBeGreaterThan(10_000);
    expect(now - before, id).toBeLessThanOrEqual(40_000);
    before = now;
  }
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  expect(await whole()).toBeLessThanOrEqual(200_000);
  // What only a press asks for has not come.
  expect([...bytes.keys()].filter((name) => /InEssay|answering|RunTable/.test(name))).toEqual([]);
});

test('the page fits a window of 320 px', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, '/');
  await wakeAll(page);
  for (const hash of ['top', 'backward-all', 'training-run', 'chain-formulas', 'glossary']) {
    await jump(page, hash);
    const { scrollWidth, innerWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      innerWidth: window.innerWidth,
    }));
    expect(scrollWidth, hash).toBeLessThanOrEqual(innerWidth);
  }
});

test('at 400 % zoom, 320 × 256 px, the stage leaves room for the prose', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, '/#forward-weigh');
  // Somewhere in every step its words can be seen: half a window of it is not under the stage.
  const room = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const rooms: number[] = [];
    for (const step of document.querySelectorAll('#forward-weigh .step')) {
      scrollTo({ top: step.getBoundingClientRect().top + scrollY - innerHeight * 0.4, behavior: 'instant' });
      await frame();
      const covered = Math.max(
        0,
        ...[...document.querySelectorAll('.side')].map((side) => {
          const { top, bottom } = side.getBoundingClientRect();
          return top < innerHeight && bottom > 0 ? Math.min(bottom, innerHeight) - Math.max(top, 0) : 0;
        }),
      );
      rooms.push(1 - covered / innerHeight);
    }
    return Math.min(...rooms);
  });
  expect(room).toBeGreaterThanOrEqual(0.4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
