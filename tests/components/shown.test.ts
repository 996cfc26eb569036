import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '@content/chapters/index.ts';
import { nextShown, type Shown } from '@/components/shown.ts';
import { DEFAULTS } from '@/story/essay.ts';
import { frameOf, type Frame } from '@/story/frame.ts';
import { runOf } from '@/story/run.ts';
import { dialsAt } from '@/story/timeline.ts';

const run = runOf(DEFAULTS);
const told = chapters.filter(({ scenes }) => scenes.length > 0);

/** Frames as a reader comes by them in one chapter: a position, and then on from it by a little, or by a jump. */
const readings: fc.Arbitrary<readonly Frame[]> = fc
  .record({
    scenes: fc.constantFrom(...told.map(({ scenes }) => scenes)),
    start: fc.double({ min: 0, max: 40, noNaN: true }),
    moves: fc.array(
      fc.oneof(
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.constant(0),
      ),
      { minLength: 1, maxLength: 30 },
    ),
    motion: fc.boolean(),
  })
  .map(({ scenes, start, moves, motion }) => {
    let at = start;
    return moves.map((move) => {
      at = Math.max(0, at + move);
      return frameOf(run, dialsAt(scenes, at, motion));
    });
  });

/** More than any change can need: to be cleared, drawn, followed by six pieces, and all at the same place. */
const MOST = 10;

const settled = (
  from: Shown | undefined,
  frame: Frame,
): { readonly shown: Shown; readonly pieces: number } => {
  let shown = from;
  for (let pieces = 0; pieces <= 2 * MOST; pieces++) {
    const next = nextShown(shown, frame);
    if (next === shown) return { shown, pieces };
    shown = next;
  }
  throw new Error('It does not come to rest');
};

const PIECES = ['figure', 'labels', 'hidden', 'ends', 'coming', 'line', 'table'] as const;

describe('what a stage shows', () => {
  test('at rest is the frame, however the reader came there, and it gets there soon', () => {
    fc.assert(
      fc.property(readings, (frames) => {
        let shown: Shown | undefined;
        for (const frame of frames) shown = nextShown(shown, frame);
        const last = frames.at(-1)!;
        const rest = settled(shown, last);
        expect(rest.pieces).toBeLessThanOrEqual(2 * MOST);
        expect(rest.shown).toMatchObject({ isCleared: false });
        for (const piece of PIECES) expect(rest.shown[piece]).toBe(last);
      }),
    );
  });

  test('changes in one piece of work at a time', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: MOST }), (frames, drawings) => {
        let shown = nextShown(undefined, frames[0]!);
        for (const frame of frames.flatMap((each) => Array.from({ length: drawings }, () => each))) {
          const next = nextShown(shown, frame);
          const isFigureAnother =
            next.figure.dials.figure !== shown.figure.dials.figure || next.isCleared !== shown.isCleared;
          const changed = PIECES.filter((piece) => next[piece]?.known !== shown[piece]?.known);
          if (!isFigureAnother) expect(changed.length).toBeLessThanOrEqual(1);
          shown = next;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('follows a movement under way without falling behind', () => {
    const { scenes } = told[1]!;
    const at = (position: number): Frame => frameOf(run, dialsAt(scenes, position, true));
    let { shown } = settled(undefined, at(3.1));
    for (const position of [3.15, 3.2, 3.25]) {
      const frame = at(position);
      shown = nextShown(shown, frame);
      expect(shown.figure).toBe(frame);
    }
  });

  test('clears the stage before another figure comes on it', () => {
    const { scenes } = told[0]!;
    const frames = Array.from({ length: 120 }, (_, i) => frameOf(run, dialsAt(scenes, i / 10, true)));
    const figures = frames.map(({ dials }) => dials.figure);
    const change = figures.findIndex((figure, i) => i > 0 && figure !== figures[i - 1]);
    const { shown } = settled(undefined, frames[change - 1]!);
    const cleared = nextShown(shown, frames[change]!);
    expect(cleared).toMatchObject({ isCleared: true, coming: undefined, line: undefined, table: undefined });
    expect(cleared.figure).toBe(frames[change - 1]);
    expect(nextShown(cleared, frames[change]!)).toMatchObject({
      isCleared: false,
      figure: frames[change],
    });
  });
});
