import { describe, expect, test } from 'vitest';
import { networkFrom, parameterIds, quantities } from '@/engine/index.ts';
import { place } from '@/figures/layout/index.ts';
import { rippleOf } from '@/figures/network/ripple.ts';
import { collisions, ESSAY, outside, seenAfter, textsIn, told, variedTheta } from './drawn.ts';

const NUDGE = 0.01;

describe.each([
  { width: 800, height: 556 },
  { width: 448, height: 560 },
  { width: 344, height: 268 },
])('what a nudge does, at $width × $height', (box) => {
  test.each([
    ['2-3-1', [2, 3, 1], ESSAY],
    ['2-3-3-1', [2, 3, 3, 1], variedTheta([2, 3, 3, 1])],
  ])('is written clear of everything else, whichever parameter of %s it is', (_, sizes, theta) => {
    const net = told(sizes, theta);
    const g = place(sizes, box);
    const forward = net.ops.findIndex(({ phase }) => phase === 'backward');
    parameterIds(sizes).forEach((parameter, p) => {
      const nudged = networkFrom({ sizes, theta: theta.with(p, theta[p]! + NUDGE) });
      const after = quantities(nudged, { input: [0.8, 0.2], target: [1] });
      const actual = after.get('loss')! - net.all.get('loss')!;
      const nudge = {
        parameter,
        amount: NUDGE,
        after,
        predicted: net.all.get(`d${parameter}`)! * NUDGE,
        actual,
      };
      const written = textsIn({ ...seenAfter(net, forward, forward), nudged: parameter }, g);
      const { texts, ring } = rippleOf(net.all, nudge, g, undefined, written);
      const own = written.find(({ key }) => key === parameter);
      if (own) expect(ring.left < own.box.left && ring.right > own.box.right, parameter).toBe(true);
      // In a dense figure a weight has no number, and nothing is beside it.
      if (g.density !== 'dense') expect(collisions([...written, ...texts]), parameter).toEqual([]);
      expect(outside(texts, g), parameter).toEqual([]);
      // Every number downstream that changes says by how much, and no other does.
      const changed = [...net.all.keys()].filter(
        (id) => /^(z|a|yhat)(\.|$)/.test(id) && after.get(id) !== net.all.get(id),
      );
      expect(
        texts.flatMap(({ key }) => (key.startsWith('change ') ? [key.slice(7)] : [])).toSorted(),
      ).toEqual(changed.toSorted());
    });
  });
});
