import { expect, type Page } from '@playwright/test';
import { toldChapters } from './reading.ts';
import { frames } from './waiting.ts';

/** All that the page shows, line by line, by part of the page. */
export type WholePage = Readonly<Record<string, readonly string[]>>;

/**
 * All that the page shows of where the reader is and of what they set: every stage, the opening, the lab, every number
 * and word of the prose, the transcripts, which steps are on stage, where the controls stand. Left out is what a link does
 * not hold: moves counted in the opening, what can be undone, an open answer, what is spoken and when.
 */
export const wholePage = (page: Page): Promise<WholePage> =>
  page.evaluate(() => {
    const handles = [
      'aria-describedby',
      'aria-haspopup',
      'aria-label',
      'aria-expanded',
      'data-askable',
      'role',
      'tabindex',
    ];
    // That a part slept when the page was loaded is nothing that it shows.
    const classesOf = (element: Element): string =>
      [...element.classList]
        .filter((name) => name !== 'awake')
        .sort()
        .join(' ');
    const lineOf = (element: Element): string => {
      const isAskable = element.hasAttribute('data-askable');
      // By name: an attribute that is read as an object is a node, which the memory test would count.
      const attributes = element
        .getAttributeNames()
        .filter(
          (name) =>
            (name !== 'class' || classesOf(element) !== '') &&
            name !== 'aria-live' &&
            !(isAskable && handles.includes(name)),
        )
        .map((name) => {
          const value = name === 'class' ? classesOf(element) : (element.getAttribute(name) ?? '');
          // Svelte numbers what is named by $props.id() in the order in which it came.
          return `${name}="${value.replace(/\bc\d+(?=-)/g, 'c')}"`;
        })
        .sort();
      const state =
        element instanceof HTMLInputElement
          ? [
              element.type === 'radio' || element.type === 'checkbox'
                ? String(element.checked)
                : element.value,
            ]
          : [];
      const text = [...element.childNodes].flatMap((node) =>
        node.nodeType === Node.TEXT_NODE ? [(node.textContent ?? '').replace(/\s+/g, ' ').trim()] : [],
      );
      return [element.localName, ...attributes, ...state, ...text].filter(Boolean).join(' ');
    };
    const told = (selector: string): string[] =>
      [...document.querySelectorAll(selector)]
        .flatMap((root) => [root, ...root.querySelectorAll('*')])
        .filter(
          (element) =>
            !element.closest('[data-narration], [role="status"], .score, .copied, .address, .speed, .still'),
        )
        .map(lineOf);
    const parts: Record<string, string[]> = {};
    for (const stage of document.querySelectorAll('[data-stage]')) {
      const id = stage.getAttribute('data-stage') ?? '';
      parts[`stage of ${id}`] = told(`[data-stage="${id}"]`);
    }
    return {
      ...parts,
      opening: [
        ...told('.toy'),
        ...told('.toy .score b, .toy .score strong'),
        String(document.querySelectorAll('.toy .score button:not(.best)').length),
      ],
      lab: told('.lab'),
      pickers: told('.picker'),
      prose: [...document.querySelectorAll('[data-prose]')].map(lineOf),
      transcripts: [...document.querySelectorAll('[data-op] :is(.working, .words)')].map(
        ({ textContent }) => textContent,
      ),
      'steps on stage': [...document.querySelectorAll('.step')].flatMap((step, i) =>
        step.classList.contains('on') ? [String(i)] : [],
      ),
      rail: [...document.querySelectorAll('.rail [aria-current]')].map(lineOf),
      'what was changed': [...document.querySelectorAll('.changed span')]
        .map(({ textContent }) => textContent)
        .filter((text) => !text.startsWith('Everything')),
    };
  });

/** Stops what runs by itself, closes what is open, and waits until nothing changes any more, the address neither. */
export const rested = async (page: Page): Promise<WholePage> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent.trim() === 'Pause') button.click();
    }
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let last = '';
  let whole: WholePage = {};
  await expect
    .poll(
      async () => {
        const before = last;
        whole = await wholePage(page);
        last = JSON.stringify([whole, await page.evaluate(() => [scrollY, location.href])]);
        return last === before;
      },
      // Longer than the address and the transcripts wait.
      { intervals: [600], timeout: 20_000 },
    )
    .toBe(true);
  return whole;
};

/** What sleeps until it is near, or opened. */
/** All but what stays as it was built while nothing is set. */
const WAITING = `astro-island[ssr]:not([opts*='"value":"changed"'])`;

/** Wakes everything on the page that waits to be near the window, opens the labs, and comes back. */
export const wakeAll = async (page: Page): Promise<void> => {
  await page.evaluate(async (waiting) => {
    const y = scrollY;
    for (const button of document.querySelectorAll<HTMLElement>('.lab-open button')) button.click();
    for (const island of document.querySelectorAll(waiting)) {
      for (let i = 0; i < 120 && island.hasAttribute('ssr'); i++) {
        // Again and again: a page that wakes up meanwhile grows.
        island.firstElementChild?.scrollIntoView({ behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(done));
      }
    }
    scrollTo({ top: y, behavior: 'instant' });
  }, WAITING);
  await expect(page.locator(WAITING)).toHaveCount(0);
  await expect(page.locator('.lab-waiting')).toHaveCount(0);
  await frames(page);
};

/** How two pictures of the page differ, a line each; nothing if they are the same. */
export const differences = (a: WholePage, b: WholePage): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((part) => {
    const [left = [], right = []] = [a[part], b[part]];
    const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
      left[i] === right[i] ? [] : [`${part}, line ${i}: ${left[i] ?? 'nothing'} ≠ ${right[i] ?? 'nothing'}`],
    ).flat();
    return lines.slice(0, 4);
  });

/** The chapters that have a stage. */
export const stages = toldChapters.map(({ id }) => `stage of ${id}`);
