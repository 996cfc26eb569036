import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchNear } from '@/browser/near.ts';

/** What scrollama was asked to watch, and how to say that something came to a line. */
interface Line {
  readonly step: string;
  readonly offset: unknown;
  readonly enter: (event: { element: unknown }) => void;
}
const lines = vi.hoisted((): Line[] => []);
vi.mock('scrollama', () => ({
  default: () => ({
    setup: (watched: Pick<Line, 'step' | 'offset'>) => ({
      onStepEnter: (enter: Line['enter']) => lines.push({ ...watched, enter }),
    }),
  }),
}));
beforeEach(() => {
  lines.length = 0;
  vi.stubGlobal('innerHeight', 900);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('watchNear() watches three lines, and marks what comes to any of them', () => {
  watchNear();
  expect(lines.map(({ step, offset }) => [step, offset])).toEqual([
    ['[data-near]', '-500px'],
    ['[data-near]', 0.5],
    ['[data-near]', '1400px'],
  ]);
  for (const { enter } of lines) {
    const marks: string[][] = [];
    enter({ element: { setAttribute: (...mark: string[]) => marks.push(mark) } });
    expect(marks).toEqual([['data-near', 'now']]);
  }
});
