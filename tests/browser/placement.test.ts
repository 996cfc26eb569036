import { describe, expect, it } from 'vitest';
import { randomFrom } from '@/engine/index.ts';
import { placeBeside, placeSheet, type Box, type Place, type Size } from '@/browser/placement.ts';

const random = randomFrom(7);
const between = (low: number, high: number): number => low + random() * (high - low);

interface Case {
  readonly anchor: Box;
  readonly size: Size;
  readonly view: Size;
}
const cases: readonly Case[] = Array.from({ length: 2000 }, () => {
  const view = { width: between(320, 1600), height: between(256, 1100) };
  const left = between(0, view.width - 60);
  const top = between(0, view.height - 24);
  return {
    view,
    anchor: { left, top, right: left + between(8, 60), bottom: top + between(12, 24) },
    size: { width: Math.min(384, view.width), height: between(120, 420) },
  };
});

/** The box that is taken up once it has been held to its greatest height. */
const taken = ({ left, top, maxHeight }: Place, { width, height }: Size): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + Math.min(height, maxHeight),
});
const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

describe.each([
  ['placeBeside', placeBeside],
  ['placeSheet', placeSheet],
] as const)('%s(anchor, size, view)', (_, place) => {
  it('never covers the number, and never leaves the window', () => {
    for (const { anchor, size, view } of cases) {
      const box = taken(place(anchor, size, view), size);
      const at = JSON.stringify({ anchor, size, view, box });
      expect(meets(box, anchor), at).toBe(false);
      expect(box.top, at).toBeGreaterThanOrEqual(0);
      expect(box.bottom, at).toBeLessThanOrEqual(view.height + 1e-9);
    }
  });
});

describe('placeBeside', () => {
  const view = { width: 1000, height: 800 };
  const size = { width: 300, height: 200 };
  it('goes below if there is room, else above', () => {
    expect(placeBeside({ left: 400, right: 440, top: 100, bottom: 120 }, size, view)).toMatchObject({
      left: 270,
      top: 128,
    });
    expect(placeBeside({ left: 400, right: 440, top: 700, bottom: 720 }, size, view)).toMatchObject({
      top: 492,
    });
  });
  it('stays inside the window at its sides', () => {
    expect(placeBeside({ left: 0, right: 40, top: 100, bottom: 120 }, size, view).left).toBe(8);
    expect(placeBeside({ left: 960, right: 1000, top: 100, bottom: 120 }, size, view).left).toBe(692);
  });
  it('goes beside a number in the middle of a low window', () => {
    const low = { width: 1000, height: 240 };
    expect(placeBeside({ left: 100, right: 140, top: 110, bottom: 130 }, size, low)).toMatchObject({
      left: 148,
    });
    expect(placeBeside({ left: 900, right: 940, top: 110, bottom: 130 }, size, low)).toMatchObject({
      left: 592,
    });
  });
});

describe('placeSheet', () => {
  const view = { width: 360, height: 740 };
  const size = { width: 360, height: 260 };
  const at = (top: number) => ({ left: 100, right: 140, top, bottom: top + 20 });
  it('goes to the bottom, or to the top where it would cover its number', () => {
    expect(placeSheet(at(100), size, view)).toMatchObject({ side: 'below', top: 480 });
    expect(placeSheet(at(600), size, view)).toMatchObject({ side: 'above', top: 0 });
  });
  it('stays on its side while its number is scrolled', () => {
    for (const top of [700, 500, 300, 100, 10])
      expect(placeSheet(at(top), size, view, 'above')).toMatchObject({ side: 'above', top: 0 });
    expect(placeSheet(at(700), size, view, 'below')).toMatchObject({ side: 'below', top: 480 });
  });
});
