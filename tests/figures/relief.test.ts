import { expect, test, vi } from 'vitest';
import { SURFACE_DIALS } from '@/figures/training-surface/dials.ts';
import { landOf } from '@/figures/training-surface/land.ts';
import { surfaceIn } from '@/figures/training-surface/model.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentOf } from '@/story/timeline.ts';

vi.mock('@/browser/building.ts', () => ({ isBuilding: false }));

const BOX = { x: 38, y: 26, width: 520, height: 600 };
const reliefOf = (height: number) => {
  const moment = momentOf({ figure: 'training-surface', world: 'two-days', dials: { view: 'ground' } });
  const surface = surfaceIn(frameOf(readingOf(DEFAULTS), moment, SURFACE_DIALS));
  return landOf(surface, { ...BOX, height }, 13);
};

test('the contours of a ground are made one by one, and shown when all are there', () => {
  const { relief, ground } = reliefOf(600);
  const whole = ground.levels.map((level) => ground.contourAt(level));
  expect(whole.length).toBeGreaterThan(10);
  const pieces = [...relief.pieces()];
  expect(pieces).toHaveLength(whole.length + 1);
  for (const piece of pieces) {
    expect(relief.shown).toEqual({ contours: [], heights: [] });
    piece();
  }
  expect(relief.shown.contours).toEqual(whole);
  expect(relief.shown.heights.length).toBeGreaterThan(2);
  expect([...relief.pieces()]).toEqual([]);
});

test('work that was stopped leaves nothing behind, and is done anew', () => {
  const { relief, ground } = reliefOf(480);
  const [first, second] = relief.pieces();
  first!();
  second!();
  expect(relief.shown.contours).toEqual([]);
  for (const piece of relief.pieces()) piece();
  expect(relief.shown.contours.map(({ level }) => level)).toEqual(ground.levels);
});
