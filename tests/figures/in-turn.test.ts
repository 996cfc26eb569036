import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTurn } from '@/figures/in-turn.ts';

let requests: (() => void)[] = [];
/** What the browser does when it draws the screen: calls what was asked for before. */
const draw = (): number => {
  const due = requests;
  requests = [];
  for (const work of due) work();
  return due.length;
};
beforeEach(() => {
  requests = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => requests.push(work));
});
afterEach(() => {
  vi.unstubAllGlobals();
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
    expect(draw()).toBe(0);
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
