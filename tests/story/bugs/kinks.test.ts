import { expect, test } from 'vitest';
import { forward } from '@/engine/index.ts';
import { CASES, MORNINGS, networkOf } from '@/story/bugs/cases.ts';
import { gradientCheck } from '@/story/bugs/check.ts';
import { brokenRun } from '@/story/bugs/descent.ts';
import { dotSentence } from '@/story/bugs/sentences.ts';
import { inPlain } from '@/story/bugs/parts.ts';
import '../../seed.ts';

/** No nudge of a weight moves a z by more than this: the step of the check, times the largest input. */
const NUDGE = 1e-5;
const gated = CASES.filter(({ hidden }) => hidden === 'relu' || hidden === 'leakyRelu');

test('from the essay’s numbers no z comes so near to a kink that a nudge would cross it', () => {
  for (const of of gated)
    for (const network of brokenRun(of, 'given').networks)
      for (const { input } of MORNINGS)
        for (const z of forward(network, input).layers[0]!.preActivation)
          expect(Math.abs(z), `case ${of.number}`).toBeGreaterThan(10 * NUDGE);
});

test('from all zeros every z is on it, and harmless: the output’s weights are 0 too', () => {
  for (const of of gated) {
    const network = networkOf(of, 'zeros');
    for (const { input } of MORNINGS)
      for (const z of forward(network, input).layers[0]!.preActivation) expect(z).toBe(0);
    expect(network.layers[1]!.weights.flat().every((w) => w === 0)).toBe(true);
    for (const { id, truth } of gradientCheck(of.bug, network).dots)
      if (id.includes('.1.')) expect(Math.abs(truth)).toBeLessThan(1e-9);
  }
});

test('a full dot whose two numbers are written unlike says why it is full', () => {
  let near = 0;
  for (const of of CASES)
    for (const start of ['given', 'zeros'] as const)
      for (const network of brokenRun(of, start).networks)
        for (const dot of gradientCheck(of.bug, network).dots) {
          const text = inPlain(dotSentence(dot, 'check'));
          if (dot.verdict !== 'on' || text.includes('measures the same')) continue;
          near++;
          expect(text).toMatch(/nearer than a nudge can tell\.$/);
        }
  expect(near).toBeGreaterThan(0);
});
