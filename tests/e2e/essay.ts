import { expect, type ConsoleMessage, type Locator, type Page } from '@playwright/test';
import { chapters } from '../../content/chapters/index.ts';
import {
  networkFrom,
  parameterIds,
  quantities,
  randomFrom,
  train,
  type Moment,
} from '../../src/engine/index.ts';

/** What a link sets. */
export interface Setting {
  readonly x: readonly number[];
  readonly y: number;
  readonly theta: readonly number[];
  readonly eta: number;
  readonly step: number;
  readonly param: string;
}

const SIZES = [2, 3, 1];
export const PARAMETERS = parameterIds(SIZES);

/** The essay's own setting, as design.md §2 states it. */
export const OWN: Setting = {
  x: [0.8, 0.2],
  y: 1,
  theta: [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2],
  eta: 0.5,
  step: 0,
  param: 'w.1.1.1',
};

/** A setting drawn from a seed: full precision, any target, some steps into a run. */
export const settingOf = (seed: number): Setting => {
  const random = randomFrom(seed);
  const between = (low: number, high: number): number => low + (high - low) * random();
  return {
    x: [between(-2, 2), between(-2, 2)],
    y: [0, 1, between(0, 1)][seed % 3]!,
    theta: PARAMETERS.map(() => between(-1.5, 1.5)),
    eta: between(0.01, 1),
    step: seed % 4 === 0 ? 0 : Math.floor(between(0, 200)),
    param: PARAMETERS[seed % PARAMETERS.length]!,
  };
};

export const linkTo = ({ x, y, theta, eta, step, param }: Setting, hash = ''): string =>
  `/?v=1&x=${x.join(',')}&y=${y}&theta=${theta.join(',')}&eta=${eta}&step=${step}&param=${param}${hash}`;

/** What the engine says of a setting, straight from the engine. */
export const engineOf = (setting: Setting) => {
  const { x, y, theta, eta, param } = setting;
  const example = { input: x, target: [y] };
  const { moments } = train(networkFrom({ sizes: SIZES, theta }), [example], {
    steps: 201,
    learningRate: eta,
  });
  const momentAt = (step: number): Moment => moments[Math.min(step, moments.length - 1)]!;
  const known = new Map<number, ReadonlyMap<string, number>>();
  const at = (step: number): ReadonlyMap<string, number> => {
    const found =
      known.get(step) ?? quantities(networkFrom({ sizes: SIZES, theta: momentAt(step).theta }), example);
    known.set(step, found);
    return found;
  };
  const zeros = (step: number): number => PARAMETERS.filter((id) => at(step).get(`d${id}`) === 0).length;
  const silent = (unit: number): number | undefined => {
    const lastOpen = moments.slice(0, 201).findLastIndex(({ gates }) => gates[0]![0]![unit - 1]);
    return lastOpen === 200 ? undefined : lastOpen + 1;
  };
  const facts: Record<string, () => number | undefined> = {
    parameters: () => 13,
    steps: () => 200,
    nudge: () => 0.01,
    goal: () => 0.1,
    'nudge-passes': () => 26,
    'silent-2': () => silent(2),
    'silent-3': () => silent(3),
    'loss-change': () => momentAt(setting.step + 1).loss - momentAt(setting.step).loss,
    'below-goal': () => moments.find(({ step, loss }) => step <= 200 && loss < 0.1)?.step,
    'unmoved-end': () => zeros(200),
    'moved-end': () => 13 - zeros(200),
    'unmoved-now': () => zeros(setting.step),
  };
  /** The value of anything with a data-q, at a training step. */
  const valueOf = (q: string, step: number): number | undefined => {
    if (q === 'eta') return eta;
    if (q === 'step') return step;
    if (q.startsWith('fact:')) {
      const fact = facts[q.slice(5)];
      if (!fact) throw new RangeError(`Expected a fact that the tests know, found ${q}`);
      return fact();
    }
    const name = q.replace(/^effect:/, 'd').replace(/^dparam$/, `d${param}`);
    const value = at(step).get(name);
    if (value === undefined) throw new RangeError(`Expected a quantity, found ${q}`);
    return q.startsWith('effect:') ? value * 0.01 : value;
  };
  return { at, momentAt, valueOf };
};

export type Engine = ReturnType<typeof engineOf>;

/** A number on the page. */
export interface Shown {
  readonly q: string;
  readonly at: string | undefined;
  readonly value: number | undefined;
  readonly text: string;
  readonly isWords: boolean;
}

/** Every number within an element, in order. */
export const numbersIn = (root: Locator, selector = '[data-q]'): Promise<readonly Shown[]> =>
  root.locator(selector).evaluateAll((elements) =>
    elements.map((element) => ({
      q: element.getAttribute('data-q') ?? '',
      at: element.getAttribute('data-at') ?? undefined,
      value: element.hasAttribute('data-value') ? Number(element.getAttribute('data-value')) : undefined,
      text: element.textContent.trim(),
      isWords: element.hasAttribute('data-words') || element.localName === 'g',
    })),
  );

/**
 * What an element of the page says, as far as the eye and a screen reader go: no comments, attributes and classes in
 * order.
 */
export const pictureOf = (root: Locator): Promise<string> =>
  root.evaluate((element) => {
    const told = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent?.replace(/\s+/g, ' ') ?? '';
      if (!(node instanceof Element)) return '';
      // What is spoken a moment later, and the handles of the inspector, which wakes up at the first move, are no part
      // of the picture.
      if (node.hasAttribute('data-narration')) return '';
      const handles = ['aria-describedby', 'aria-haspopup', 'aria-label', 'data-askable', 'role', 'tabindex'];
      const isAskable = node.hasAttribute('data-askable');
      const attributes = [...node.attributes]
        .filter(
          ({ name, value }) => (value !== '' || name !== 'class') && !(isAskable && handles.includes(name)),
        )
        .map(
          ({ name, value }) => ` ${name}="${name === 'class' ? value.split(' ').sort().join(' ') : value}"`,
        )
        .sort()
        .join('');
      return `<${node.localName}${attributes}>${[...node.childNodes].map(told).join('')}\n`;
    };
    return told(element);
  });

export const toldChapters = chapters.filter(({ scenes }) => scenes.length > 0);
export const scenes = toldChapters.flatMap(({ id: chapter, scenes: own }) =>
  own.map(({ id, steps }) => ({ id, chapter, steps: steps.length })),
);

export const stageOf = (page: Page, chapter: string): Locator => page.locator(`[data-stage="${chapter}"]`);

/** As many frames as a figure takes to come on: what was scrolled or set has reached the page. */
const COMING_ON = 32;
/** More than any piece of a figure waits for its turn. */
const BETWEEN_PIECES = 8;

export const frames = (page: Page, count = COMING_ON): Promise<void> =>
  page.evaluate(async (some) => {
    for (let i = 0; i < some; i++) await new Promise((done) => requestAnimationFrame(done));
  }, count);

/** Waits until nothing on the stage of a chapter changes any more, and says what is on it. */
export const settledStage = async (page: Page, chapter: string): Promise<string> => {
  const stage = stageOf(page, chapter);
  // Until its island has woken up, a stage may show what it was built with.
  await expect(page.locator('astro-island:not([ssr])').filter({ has: stage })).toBeAttached();
  await expect(stage.locator('svg').first()).toBeAttached();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        // Counted in frames, as pieces wait for frames, and those take their time on a busy machine.
        await frames(page, BETWEEN_PIECES);
        last = await pictureOf(stage);
        return last === before;
      },
      { intervals: [20] },
    )
    .toBe(true);
  return last;
};

/** Opens an address and waits until the page has read it. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  for (const island of ['Reader', 'Hero'])
    await expect(page.locator(`astro-island[component-url*="/${island}."]:not([ssr])`)).toBeAttached();
  // What waits for the reader's first change wakes up where a link brings one.
  await expect(page.locator('html[data-changed] astro-island[client="changed"][ssr]')).toHaveCount(0);
};

/** Holds back the files whose address matches; returns how to let them go. */
export const hold = async (page: Page, files: RegExp): Promise<() => void> => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
};

/** Waits until every part of the lab shows the reader's own step. */
export const labAwake = (page: Page): Promise<void> =>
  expect(page.locator('.lab :is(astro-island[ssr], [data-asleep])')).toHaveCount(0);

/** Collects what should never be: console errors and warnings, exceptions, requests to elsewhere. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  const isBad = (message: ConsoleMessage): boolean => ['error', 'warning', 'assert'].includes(message.type());
  page.on('console', (message) => isBad(message) && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
};

/** Scrolls through the whole page, there and back, in steps of a share of the window. */
export const scrollThrough = async (page: Page, share = 0.6): Promise<void> => {
  await page.evaluate(async (part) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const { scrollHeight } = document.documentElement;
    for (let y = 0; y < scrollHeight; y += innerHeight * part) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
      await frame();
    }
    for (let y = document.documentElement.scrollHeight; y > 0; y -= innerHeight * part) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await frame();
  }, share);
};
