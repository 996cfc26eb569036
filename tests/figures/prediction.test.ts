import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/01-concept/scenes.ts';
import { figureNamed } from '@/figures/index.ts';
import { namesAt } from '@/figures/prediction/meeting.ts';
import { PREDICTION_DIALS } from '@/figures/prediction/dials.ts';
import { drawingOf } from '@/figures/prediction/model.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { drawn, expectSound, momentRead, numbersIn } from './rendered.ts';

const entry = figureNamed('prediction');
const at = (position: number, width = 770, height = 576) =>
  drawingOf(frameOf(readingOf(DEFAULTS), momentRead(scenes, position), PREDICTION_DIALS), width, height);

describe('the picture of one prediction', () => {
  test('is a closed box, then a scale, then the opened network: three pictures', () => {
    expect([at(1), at(2), at(3)].map(({ seen }) => seen)).toEqual([
      { network: 1, cover: 1, large: 0 },
      { network: 0, cover: 1, large: 1 },
      { network: 1, cover: 0, large: 0 },
    ]);
  });

  test('counts nine weights and four biases, one after another', () => {
    const counts = [2, 2.2, 2.4, 3].map((position) => at(position).counted.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBe(0);
    expect(at(3)).toMatchObject({ weights: 9, biases: 4 });
  });

  test('tells no prediction before the values have gone through', async () => {
    const shown = async (position: number): Promise<readonly string[]> =>
      numbersIn(await drawn(entry, scenes, position, DEFAULTS, [770, 576])).map(({ q }) => q);
    expect(await shown(0)).not.toContain('yhat');
    expect(await shown(0.2)).not.toContain('yhat');
    expect(await shown(1)).toContain('yhat');
  });

  test('names no gate, no sigmoid and no z: they come later', async () => {
    for (const position of [0, 1, 2, 3])
      expect(await drawn(entry, scenes, position, DEFAULTS, [770, 576])).not.toMatch(
        /gate|ReLU|σ|sigmoid|z₁|a₁/,
      );
  });

  test('keeps the names of prediction and error apart, wherever the two marks are', () => {
    const scale = at(2).scale;
    for (let prediction = 0; prediction <= 1; prediction += 0.05)
      for (let target = 0; target <= 1; target += 0.1) {
        const names = namesAt(scale, prediction, target, 20);
        expect(Math.abs(names.prediction - names.error)).toBeGreaterThanOrEqual(20 - 1e-9);
      }
  });

  test('is sound for every setting, in every box', { timeout: 40_000 }, async () => {
    await expectSound(entry, scenes, [0, 0.3, 1, 1.4, 2, 2.3, 3]);
  });
});
