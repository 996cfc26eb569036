import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterIds, parametersOf, quantities, sizesOf } from '@/engine/index.ts';
import { readingOf, type Reading } from '@/story/reading.ts';
import { FAST_ETA } from '@/story/essay.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { networkOf, worldOf, WORLD_NAMES } from '@/story/world.ts';
import { anySettings } from './arbitrary.ts';

describe.each(WORLD_NAMES)('the world %s', (name) => {
  test('is a network with its data, whatever the reader sets', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const world = worldOf(name, settings);
        const network = networkOf(world);
        expect(sizesOf(network)).toEqual(world.sizes);
        expect(parametersOf(network)).toEqual(world.theta);
        expect(network.layers.slice(0, -1).every(({ activation }) => activation === world.hidden)).toBe(true);
        expect(network.loss).toBe(world.loss);
        expect(quantities(network, world.examples).get('loss')).toSatisfy(Number.isFinite);
      }),
      { numRuns: 40 },
    );
  });

  test.skipIf(name.startsWith('opening'))('follows what the reader has set: data, parameters, rate', () => {
    const settings = { ...DEFAULTS, x: [-1, 3], y: 0.25, eta: 7, theta: DEFAULTS.theta.map((v) => v + 1) };
    const world = worldOf(name, settings);
    expect(world.examples[0]).toEqual({ input: [-1, 3], target: [0.25] });
    // The rate of the fast one is the essay's own example of a rate that is too large.
    expect(world.eta).toBe(world.held ? 0 : name === 'two-days-fast' ? FAST_ETA : 7);
    const ids = parameterIds(world.sizes);
    const last = world.sizes.length - 1;
    // The units into which the inputs go and the output unit are the reader's own, wherever they stand.
    parameterIds([2, 3, 1]).forEach((id, p) => {
      if (id === world.held?.moved) return;
      const here = id.replace(/^([wb])\.2\./, `$1.${last}.`);
      expect(world.theta[ids.indexOf(here)], id).toBe(settings.theta[p]);
    });
  });

  test('with other parameters is the same network otherwise', () => {
    const world = worldOf(name, DEFAULTS);
    const theta = world.theta.map((_, i) => i / 10);
    expect(networkOf(world, theta)).toEqual(networkOf({ ...world, theta }));
    expect(networkOf(world)).toEqual(networkOf(world, world.theta));
  });
});

describe('what each world is', () => {
  test('the essay’s own: 2-3-1, ReLU, cross-entropy, one day, plain descent', () => {
    expect(worldOf('essay', DEFAULTS)).toEqual({
      sizes: [2, 3, 1],
      hidden: 'relu',
      loss: 'bce',
      examples: [{ input: [0.8, 0.2], target: [1] }],
      theta: DEFAULTS.theta,
      eta: 0.5,
      optimizer: 'sgd',
    });
  });

  test('two days: a second one with the inputs swapped and the opposite outcome', () => {
    const settings = { ...DEFAULTS, y: 0.25 };
    const world = worldOf('two-days', settings);
    const [first, ...others] = world.examples;
    expect(others).toEqual([{ input: [0.2, 0.8], target: [0.75] }]);
    expect({ ...world, examples: [first] }).toEqual(worldOf('essay', settings));
  });

  test('the opening: a network and two days of its own; only turning its dials turns it', () => {
    const others = { x: [3, 3], y: 0.5, theta: DEFAULTS.theta.map(() => 1), eta: 9, step: 7 };
    const machine = worldOf('opening', DEFAULTS);
    expect(machine).toEqual({ ...worldOf('two-days', DEFAULTS), eta: 2 });
    expect(worldOf('opening', { ...DEFAULTS, ...others, 'top.turns': [[12, 1]] })).toEqual(machine);
    expect(worldOf('opening-turned', { ...DEFAULTS, ...others })).toEqual({ ...machine, eta: 0 });
    const turned = worldOf('opening-turned', { ...DEFAULTS, 'top.turns': [[12, 1], [0, -2], [12, 0.5]] }); // prettier-ignore
    expect(turned.theta).toEqual(DEFAULTS.theta.with(0, -2).with(12, 0.5));
    expect(worldOf('essay', { ...DEFAULTS, 'top.turns': [[12, 1]] })).toEqual(worldOf('essay', DEFAULTS));
  });

  test('three layers: one hidden layer more', () => {
    const world = worldOf('three-layers', DEFAULTS);
    const { sizes, theta } = worldOf('essay', DEFAULTS);
    expect(world.sizes).toEqual([2, 3, 3, 1]);
    expect(world.theta).toHaveLength(25);
    expect({ ...world, sizes, theta }).toEqual(worldOf('essay', DEFAULTS));
  });

  test('squared: another loss, and nothing else', () => {
    expect(worldOf('squared', DEFAULTS)).toEqual({
      ...worldOf('essay', DEFAULTS),
      loss: 'mse',
      eta: 0,
      held: {},
    });
  });

  test('squared and turned: the essay’s network as it stands at the step shown, whatever step is asked for', () => {
    for (const step of [0, 1, 40, 200]) {
      const reading = readingOf({ ...DEFAULTS, step });
      const shown = reading.run.thetaAt(step);
      expect(reading.in('squared').thetaAt(step)).toEqual(shown);
      expect(reading.in('squared').thetaAt(step + 1)).toEqual(shown);
      for (const name of ['turned', 'turned-squared'] as const)
        expect(reading.in(name).thetaAt(step).slice(0, 12)).toEqual(shown.slice(0, 12));
    }
  });

  test('turned: z where the reader has it, or on the wrong side of the target, and nothing else is another', () => {
    fc.assert(
      fc.property(anySettings, fc.double({ min: -10, max: 10, noNaN: true }), (settings, z) => {
        const own = readingOf(settings);
        const turned = readingOf({ ...settings, 'cancel.z': z });
        const zIn = (reading: Reading): number =>
          reading.in('turned').quantitiesAt(settings.step).get('z.2.1')!;
        expect(zIn(own)).toBeCloseTo(settings.y >= 0.5 ? -6 : 6, 6);
        expect(zIn(turned)).toBeCloseTo(z, 6);
        const [bce, mse] = [turned.in('turned').world, turned.in('turned-squared').world];
        expect({ ...mse, loss: bce.loss }).toEqual(bce);
        expect(mse.loss).toBe('mse');
      }),
      { numRuns: 60 },
    );
  });
});
