import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/01-concept/scenes.ts';
import { figureNamed } from '@/figures/index.ts';
import { distanceTo } from '@/figures/layout/index.ts';
import { namesAt } from '@/figures/prediction/meeting.ts';
import { PREDICTION_DIALS } from '@/figures/prediction/dials.ts';
import { drawingOf } from '@/figures/prediction/model.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { circlesIn } from './paths.ts';
import { BOXES, drawn, expectSound, momentRead, numbersIn } from './rendered.ts';
import { misplaced, textsIn } from './texts.ts';

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

  test('keeps the numbers of the opened network off one another, its nodes and the buttons below it', async () => {
    const extreme = DEFAULTS.theta.map((_, i) => (i % 2 ? -20 : 20));
    const faults: string[] = [];
    for (const theta of [DEFAULTS.theta, extreme])
      for (const box of BOXES.slice(0, 4)) {
        const body = await drawn(entry, scenes, 3, { ...DEFAULTS, theta }, box);
        const where = `${theta[0]} in ${box.join(' × ')}`;
        faults.push(
          ...misplaced(body, box)
            .filter((fault) => !/cloud|wind/.test(fault))
            .map((fault) => `${fault}, ${where}`),
        );
        const ones = circlesIn(body, 'one|node');
        expect(ones).toHaveLength(7);
        for (const { text, box: own } of textsIn(body)) {
          if (text !== '1' && ones.some((one) => distanceTo(one, own) < one.r + 1))
            faults.push(`«${text}» on a node, ${where}`);
          if (text.includes('weights') && own.left < 33) faults.push(`«${text}» under a button, ${where}`);
        }
      }
    expect(faults).toEqual([]);
  });

  test('keeps what a scale says off the dot on it', async () => {
    for (const box of BOXES.slice(0, 4)) {
      const body = await drawn(entry, scenes, 2, { ...DEFAULTS, theta: DEFAULTS.theta.with(12, -0.22) }, box);
      const [dot] = circlesIn(body, 'dot');
      for (const { text, box: own } of textsIn(body))
        expect(distanceTo(dot!, own), text).toBeGreaterThan(dot!.r + 2);
    }
  });

  test('is sound for every setting, in every box', { timeout: 40_000 }, async () => {
    await expectSound(entry, scenes, [0, 0.3, 1, 1.4, 2, 2.3, 3]);
  });
});
