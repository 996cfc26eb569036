import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTurn, scrolled } from '@/figures/in-turn.ts';

let requests: ((now: number) => void)[] = [];
let now = 0;
let isScrolled = false;
/** How often the page was laid out. */
let layouts = 0;
/** What the browser does when it draws the screen, so many ms after the last time: calls what was asked for before. */
const drawOnly = (after = 17): number => {
  now += after;
  if (isScrolled) scrolled();
  const due = requests;
  requests = [];
  for (const work of due) work(now);
  return due.length;
};
/** And what it does then, until it is time to draw again. */
const draw = (after = 17): number => {
  const count = drawOnly(after);
  vi.runAllTimers();
  return count;
};
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  layouts = 0;
  requests = [];
  isScrolled = false;
  vi.stubGlobal('performance', { now: () => now });
  vi.stubGlobal('document', { documentElement: { getBoundingClientRect: () => (layouts += 1) } });
  vi.stubGlobal('requestAnimationFrame', (work: (now: number) => void) => requests.push(work));
});
afterEach(async () => {
  // What is still asked for must not be asked for again, and what is about to be laid out is.
  while (draw() > 0);
  await Promise.resolve();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('pieces of work', () => {
  test('are done one a drawing, in the order in which they came, and nothing is asked for when all are done', () => {
    const done: string[] = [];
    for (const name of ['a', 'b', 'c']) inTurn(() => done.push(name));
    expect(done).toEqual([]);
    draw();
    expect(done).toEqual(['a']);
    draw();
    draw();
    expect(done).toEqual(['a', 'b', 'c']);
    draw();
    expect(draw()).toBe(0);
  });

  test('are done and laid out between two drawings, not as part of one', async () => {
    const done: string[] = [];
    for (const name of ['a', 'b', 'c'])
      inTurn(() => {
        done.push(name);
        queueMicrotask(() => done.push(`${name} seen before ${layouts} layouts`));
      });
    drawOnly();
    expect(done).toEqual([]);
    // No time before the next drawing: still one piece for both.
    drawOnly();
    vi.runAllTimers();
    expect(layouts).toBe(0);
    await Promise.resolve();
    expect(done).toEqual(['a', 'a seen before 0 layouts']);
    expect(layouts).toBe(1);
  });

  test('that kept the screen waiting while the page was scrolled are followed by as long a time without one', () => {
    const done: string[] = [];
    for (const name of ['a', 'b', 'c']) inTurn(() => done.push(name));
    isScrolled = true;
    draw();
    draw(50);
    draw();
    draw();
    expect(done).toEqual(['a']);
    draw();
    expect(done).toEqual(['a', 'b']);
    draw();
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('do not wait for one another where nothing is scrolled', () => {
    const done: string[] = [];
    for (const name of ['a', 'b']) inTurn(() => done.push(name));
    draw();
    draw(50);
    expect(done).toEqual(['a', 'b']);
  });

  test('are not kept waiting for long after the page was busy with something else', () => {
    const done: string[] = [];
    for (const name of ['a', 'b']) inTurn(() => done.push(name));
    isScrolled = true;
    draw();
    draw(4000);
    draw(50);
    expect(done).toEqual(['a', 'b']);
  });

  test('that come after a while are not late', () => {
    const done: string[] = [];
    inTurn(() => done.push('a'));
    while (draw() > 0);
    inTurn(() => done.push('b'));
    draw(5000);
    expect(done).toEqual(['a', 'b']);
  });

  test('that make more of it let the others go first', () => {
    const done: string[] = [];
    const grow = (): void => {
      done.push('grow');
      if (done.length < 4) inTurn(grow);
    };
    inTurn(grow);
    inTurn(() => done.push('other'));
    while (draw() > 0);
    expect(done).toEqual(['grow', 'other', 'grow', 'grow']);
  });

  test('that wait already keep their place, and are done once', () => {
    const done: string[] = [];
    const piece = (): void => void done.push('piece');
    inTurn(piece);
    inTurn(() => done.push('other'));
    inTurn(piece);
    while (draw() > 0);
    expect(done).toEqual(['piece', 'other']);
  });

  test('can be called off, and are then nobody’s turn', () => {
    const done: string[] = [];
    const stop = inTurn(() => done.push('called off'));
    stop();
    inTurn(() => done.push('other'));
    while (draw() > 0);
    expect(done).toEqual(['other']);
  });

  test('that fail do not keep the others from theirs', () => {
    const done: string[] = [];
    inTurn(() => {
      throw new Error('failed');
    });
    inTurn(() => done.push('other'));
    expect(draw).toThrow('failed');
    draw();
    expect(done).toEqual(['other']);
  });
});
