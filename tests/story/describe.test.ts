import { describe, expect, test } from 'vitest';
import { idParts } from '@/engine/index.ts';
import type { CursorName } from '@/story/cursor.ts';
import { describe as inWords } from '@/story/describe.ts';
import { frameOf } from '@/story/frame.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { momentOf, type Move } from '@/story/timeline.ts';
import { WORLD_NAMES } from '@/story/world.ts';

const frameAt = (cursor: CursorName, move: Move = {}) =>
  frameOf(readingOf(DEFAULTS), momentOf({ ...move, cursor }), {});

describe('in words', () => {
  test('a frame says what has been computed and is silent about the rest', () => {
    expect(inWords(frameAt('start'))).toBe(
      'The network at training step 0. Computed so far: x₁ = 0.80, x₂ = 0.20, y = 1.00. ' +
        'Parameters: w₁₁ = 0.50, w₁₂ = −0.30, w₂₁ = 0.20, w₂₂ = 0.80, w₃₁ = −0.60, w₃₂ = 0.40, ' +
        'b₁ = 0.10, b₂ = −0.10, b₃ = 0.20, w₁ = 0.70, w₂ = −0.40, w₃ = 0.60, b = −0.20.',
    );
    expect(inWords(frameAt('loss'))).toMatch(/ŷ = 0.505.*L = 0.6832\. Parameters:/);
    expect(inWords(frameAt('update'))).toMatch(
      /^The network at training step 0, its parameters updated since\..*w₁₁ = 0\.6386,/,
    );
    expect(inWords(frameAt('dx.2'))).toContain('∂L/∂w₃₁ = 0,');
  });

  test('gradients are told in the order of the backward pass: from the loss back to the inputs', () => {
    expect(inWords(frameAt('dx.2'))).toMatch(
      /Gradients: ∂L\/∂ŷ = [^,]*, ∂L\/∂z = [^,]*, ∂L\/∂a₁ = .*∂L\/∂z₃ = [^,]*, ∂L\/∂w₁₁ = .*∂L\/∂b = [^,]*, ∂L\/∂x₁ = [^,]*, ∂L\/∂x₂ = [^,]*\.$/,
    );
  });

  test.each(WORLD_NAMES)(
    'everything that has been computed is told once, but gates and slopes: %s',
    (world) => {
      const last = /^(two-days|opening)/.test(world) ? 'db.2.1' : 'dx.2';
      const frame = frameAt(last, { world });
      expect(frame.known.size).toBe(frame.all.size + 1);
      const told = inWords(frame).match(/(?<=[:,] )[^,:=]+(?= = )/g) ?? [];
      const shown = [...frame.all.keys()].filter((id) => !/^(gate|slope)/.test(idParts(id).plain));
      expect(new Set(told).size).toBe(told.length);
      expect(told).toHaveLength(shown.length);
    },
  );
});
