import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backward, forward } from '@/engine/index.ts';
import { essay, rainyDay } from './essay.ts';

test('docs/engine.md shows the numbers that its example gives', () => {
  const doc = readFileSync(new URL('../../docs/engine.md', import.meta.url), 'utf8');
  const pass = forward(essay, rainyDay.input);
  const { layers } = backward(essay, pass, rainyDay.target);
  expect(doc).toContain(`pass.prediction; // [${pass.prediction.join(', ')}]`);
  expect(doc).toContain(`back.layers[1]?.delta; // [${layers[1]!.delta.join(', ')}]`);
});
