import { describe, expect, test } from 'vitest';
import { scenes } from '@content/chapters/01-concept/scenes.ts';
import { forward, gradientOf, lossOf } from '@/engine/index.ts';
import { figureNamed } from '@/figures/index.ts';
import { distanceTo } from '@/figures/layout/index.ts';
import { epsilonAt, placeOf, PLACES } from '@/figures/nudge/epsilon.ts';
import { layoutIn } from '@/figures/nudge/layout.ts';
import { lensOn } from '@/figures/nudge/lens.ts';
import { NUDGE_DIALS } from '@/figures/nudge/dials.ts';
import { rippleOf } from '@/figures/nudge/ripple.ts';
import { decimalsApart, nudgeOf } from '@/story/nudge.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { networkOf } from '@/story/world.ts';
import { overlap } from './drawn.ts';
import { boxesIn, circlesIn } from './paths.ts';
import { drawn, expectSound, numbersIn, trying } from './rendered.ts';
import { misplaced, textsIn } from './texts.ts';

const entry = figureNamed('nudge');
const { run } = readingOf(DEFAULTS);
const layout = layoutIn(770, 576, 1, NUDGE_DIALS);

/** The scene's steps begin after those of the two scenes before it. */
const FIRST = 8;

describe('a nudge', () => {
  test('promises gradient times ε, and what happens is the difference of two losses', () => {
    for (const settings of trying.slice(0, 80)) {
      const own = readingOf(settings).run;
      const epsilon = settings['nudge.eps'];
      const { world } = own;
      const theta = own.thetaAt(settings.step);
      const { gradient } = gradientOf(networkOf(world, theta), world.examples);
      const lossWith = (moved: readonly number[]): number => {
        const [{ input, target }] = world.examples as readonly [{ input: number[]; target: number[] }];
        const network = networkOf(world, moved);
        return lossOf(network, forward(network, input), target);
      };
      own.parameters.forEach((id, p) => {
        const nudge = nudgeOf(own, settings.step, id, epsilon);
        expect(nudge.promise).toBe(gradient[p]! * epsilon);
        expect(nudge.outcome).toBe(lossWith(theta.with(p, theta[p]! + epsilon)) - lossWith(theta));
      });
    }
  });

  test('leaves a gap that shrinks with the square of ε where the loss is smooth', () => {
    for (const id of ['w.1.1.1', 'w.1.2.1', 'b.1.1', 'w.2.1.1', 'b.2.1']) {
      const gaps = [0.03, 0.003].map((epsilon) => nudgeOf(run, 0, id, epsilon).gap);
      expect(Math.log10(gaps[0]! / gaps[1]!), id).toBeCloseTo(2, 1);
    }
  });

  test('may wake a unit that a smaller one leaves asleep: to first order, nothing', () => {
    const [large, small] = [0.3, 0.03].map((epsilon) => nudgeOf(run, 0, 'w.1.3.1', epsilon));
    expect(large).toMatchObject({ promise: 0 });
    expect(large!.outcome).toBeLessThan(-0.01);
    expect(small).toMatchObject({ promise: 0, outcome: 0, gap: 0 });
  });

  test('is written with the decimals that tell promise and outcome apart', () => {
    for (const epsilon of [0.3, 0.03, 0.001]) {
      const nudge = nudgeOf(run, 0, 'w.1.1.1', epsilon);
      const decimals = decimalsApart(nudge);
      expect(nudge.promise.toFixed(decimals)).not.toBe(nudge.outcome.toFixed(decimals));
    }
    expect(decimalsApart(nudgeOf(run, 0, 'w.2.1.3', 0.3))).toBe(4);
  });
});

describe('its ripple', () => {
  test('changes what lies downstream, one after the other, and nothing else', () => {
    const nudge = nudgeOf(run, 0, 'w.1.1.1', 0.3);
    const reached = (share: number): readonly string[] =>
      rippleOf(nudge, share, false, layout).nodes.flatMap(({ id, isReached }) => (isReached ? [id] : []));
    expect([0, 0.5, 1].map(reached)).toEqual([[], ['a.1.1'], ['a.1.1', 'yhat']]);
    expect([...rippleOf(nudge, 1, false, layout).lit]).toEqual(['w.1.1.1', 'w.2.1.1']);
  });

  test('of a parameter of the output unit reaches the output alone', () => {
    const ripple = rippleOf(nudgeOf(run, 0, 'b.2.1', 0.3), 1, false, layout);
    expect(ripple.nodes.filter(({ isReached }) => isReached).map(({ id }) => id)).toEqual(['yhat']);
  });

  test('ends at a unit that passes on zero before and after', () => {
    const ripple = rippleOf(nudgeOf(run, 0, 'w.1.3.2', 0.3), 1, true, layout);
    expect(ripple.nodes.some(({ isReached }) => isReached)).toBe(false);
    expect(ripple.stop).toEqual(layout.sketch.hidden[2]);
    expect(ripple.hasLoss).toBe(false);
  });
});

describe('its lens', () => {
  const at = { x: 200, y: 200, radius: 100 };
  const tip = { x: 420, y: 200, radius: 80 };

  test('keeps curve, line and marks within itself', () => {
    for (const settings of trying.slice(0, 60)) {
      const own = readingOf(settings).run;
      for (const id of own.parameters) {
        const { lens } = lensOn(
          own,
          settings.step,
          nudgeOf(own, settings.step, id, settings['nudge.eps']),
          at,
        );
        for (const { x, y } of [lens.now, lens.promise, lens.outcome])
          expect(Math.hypot(x - at.x, y - at.y)).toBeLessThanOrEqual(at.radius + 1e-6);
      }
    }
  });

  test('has a tip on which promise and outcome are well apart, however small the nudge', () => {
    for (const epsilon of [0.3, 0.03, 0.001]) {
      const { tip: large } = lensOn(run, 0, nudgeOf(run, 0, 'w.1.1.1', epsilon), at, tip);
      expect(Math.abs(large!.promise.y - large!.outcome.y)).toBeCloseTo(0.9 * tip.radius, 3);
    }
    const times = [0.3, 0.03].map((e) => lensOn(run, 0, nudgeOf(run, 0, 'w.1.1.1', e), at, tip).tip!.times);
    expect(times[1]! / times[0]!).toBeCloseTo(10, 0);
  });

  test('shows no gap where there is none', () => {
    const { promise, outcome } = lensOn(run, 0, nudgeOf(run, 0, 'w.2.1.3', 0.3), at, tip).tip!;
    expect(promise).toEqual(outcome);
  });
});

describe('the figure', () => {
  test('hides what is asked: the sign before the ripple, the size before it is told', async () => {
    const shown = async (position: number): Promise<readonly string[]> =>
      numbersIn(await drawn(entry, scenes, position, DEFAULTS, [770, 576])).map(({ q }) => q);
    for (const position of [FIRST, FIRST + 0.5, FIRST + 1])
      expect((await shown(position)).filter((q) => /^nudge\.(?!eps$)/.test(q))).toEqual([]);
    expect(await shown(FIRST + 2)).toContain('nudge.change:yhat');
    expect((await shown(FIRST + 2)).filter((q) => /outcome|promise|gap|raised/.test(q))).toEqual([]);
    expect(await shown(FIRST + 3)).toEqual(
      expect.arrayContaining(['nudge.outcome', 'nudge.promise', 'nudge.gap']),
    );
  });

  test('shows all thirteen by one press, and only one by another', async () => {
    const bars = async (which: 'one' | 'all' | undefined, position: number): Promise<number> => {
      const html = await drawn(entry, scenes, position, { ...DEFAULTS, 'nudge.which': which }, [770, 576]);
      return numbersIn(html).filter(({ q }) => q.startsWith('nudge.outcome:')).length;
    };
    expect(await bars(undefined, FIRST + 3)).toBe(0);
    expect(await bars('all', FIRST + 3)).toBe(13);
    expect(await bars(undefined, FIRST + 5)).toBe(13);
    expect(await bars('one', FIRST + 5)).toBe(0);
    expect(await bars('all', FIRST + 1)).toBe(0);
  });

  test('has a dial from the largest nudge to the smallest', () => {
    expect(epsilonAt(0)).toBe(0.3);
    expect(epsilonAt(PLACES)).toBe(0.001);
    for (const epsilon of [0.3, 0.1, 0.03, 0.01, 0.001])
      expect(epsilonAt(placeOf(epsilon)) / epsilon).toBeCloseTo(1, 1);
  });

  test('keeps changes, biases and rings off the units, and texts off one another and in the box', async () => {
    const faults: string[] = [];
    for (const param of ['w.1.1.1', 'w.1.2.1', 'w.1.3.1', 'b.1.2', 'w.2.1.2', 'b.2.1'] as const)
      for (const box of [
        [770, 576],
        [770, 520],
        [770, 480],
        [417, 600],
        [417, 430],
      ] as const)
        for (const read of [3, 4, 5]) {
          const settings = { ...DEFAULTS, param };
          const body = await drawn(entry, scenes, FIRST + read, settings, box);
          const where = `${param} at ${read} in ${box.join(' × ')}`;
          const nodes = boxesIn(body, 'node');
          const ones = circlesIn(body, 'one').map(({ x, y, r }) => ({
            left: x - r,
            right: x + r,
            top: y - r,
            bottom: y + r,
          }));
          expect(nodes.length).toBeGreaterThan(5);
          expect(ones).toHaveLength(4);
          for (const one of [...ones, ...boxesIn(body, 'pill')])
            if (nodes.some((node) => overlap(one, node)))
              faults.push(`${Math.round(one.left)}, ${Math.round(one.top)} on a unit, ${where}`);
          const { loss, lenses, tip } = layoutIn(box[0], box[1], 1, { ...NUDGE_DIALS, near: 0 });
          expect(loss.x + loss.radius + 0.6 * (box[0] >= 560 ? 18 : 8)).toBeLessThanOrEqual(box[0]);
          for (const { text, box: own } of textsIn(body)) {
            if (!text.startsWith('gap')) continue;
            for (const { x, y, radius } of read === 3 ? [...lenses.slice(0, 1), tip] : [])
              if (distanceTo({ x, y }, own) < radius) faults.push(`«${text}» in a lens, ${where}`);
          }
          faults.push(...misplaced(body, box).map((fault) => `${fault}, ${where}`));
        }
    expect(faults).toEqual([]);
  });

  test('is sound for every setting, in every box', { timeout: 40_000 }, async () => {
    await expectSound(
      entry,
      scenes,
      [0, 1, 2, 2.5, 3, 3.5, 4, 5].map((step) => FIRST + step),
    );
  });
});
