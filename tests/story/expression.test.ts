import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sigmoid, type ActivationName, type LossName, type Op } from '@/engine/index.ts';
import { expressionOf, shown, shownArithmetic } from '@/story/expression.ts';
import { workingOf } from '@/story/narrate.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { worldOf, WORLD_NAMES, type World } from '@/story/world.ts';
import { anySettings, plainSettings } from './arbitrary.ts';
import { workedOut } from './arithmetic.ts';
import { ACTIVATIONS, LOSSES, plainWorlds, worldWith } from './worlds.ts';

const opsOf = (world: World): readonly Op[] =>
  runOf(world)
    .traceAt(0)
    .filter(({ kind }) => kind !== 'clear');
const essay = (settings: Settings): World => worldOf('essay', settings);

/** The right-hand side as it is printed, and whether it stands after an equals sign. */
const lineOf = (op: Op): { readonly line: string; readonly isExact: boolean } => {
  const working = workingOf(op);
  return { line: working.slice(2), isExact: working.startsWith('= ') };
};

/** Past this size of z, σ(−z) is 0 in 64 bits and ∂L/∂ŷ larger than any number: the engine's own ŷ − y is all there is. */
const NO_NUMBER = 709;

/**
 * Where prediction and target have met, their difference is the rounding left over from two equal numbers. With ½(ŷ − y)² that
 * is where a prediction is next to certain, with cross-entropy only where the target is between 0 and 1.
 */
const isRounding = (op: Op): boolean => {
  const [yhat, y] = op.operands;
  const gap = Math.abs((yhat?.value ?? NaN) - (y?.value ?? NaN));
  if (op.judgedBy === undefined || !(gap < 1e-9)) return false;
  return op.judgedBy === 'mse' || (y?.value !== 0 && y?.value !== 1);
};

/** Cross-entropy takes ∂L/∂z as ŷ − y where ∂L/∂ŷ has outgrown the machine. */
const hasOutgrown = (op: Op, world: World, ops: readonly Op[]): boolean => {
  const last = world.sizes.length - 1;
  const z = ops.find(({ id }) => id === `z.${last}.1`)?.value ?? NaN;
  return world.loss === 'bce' && Math.abs(z) > NO_NUMBER && ['dyhat', `dz.${last}.1`].includes(op.id);
};

/** What does not come out as it is printed. */
const faultsOf = (world: World): readonly string[] => {
  const ops = opsOf(world);
  return ops.flatMap((op) => {
    if (hasOutgrown(op, world, ops)) return [];
    const { line, isExact } = lineOf(op);
    if (!isExact) return isRounding(op) ? [] : [`${op.id} ≈ ${line}`];
    const [got, result] = [shown(op.id, workedOut(line)), shown(op.id, op.value)];
    return got === result ? [] : [`${op.id} = ${line} = ${got}, not ${result}`];
  });
};

const expectTrue = (world: World): void => {
  expect(faultsOf(world)).toEqual([]);
};

describe(
  'shown arithmetic, worked out as it is printed, gives the printed result',
  { timeout: 60_000 },
  () => {
    test('for the essay’s own network', () => {
      expectTrue(essay(DEFAULTS));
      const lines = new Map(opsOf(essay(DEFAULTS)).map((op) => [op.id, lineOf(op).line]));
      expect(lines.get('z.1.1')).toBe('0.50 × 0.80 + (−0.30) × 0.20 + 0.10');
      expect(lines.get('loss')).toBe('−ln 0.505');
    });

    test('also by hand, where half a digit may be rounded either way', () => {
      const dz = opsOf(essay(DEFAULTS)).find(({ id }) => id === 'dz.2.1')!;
      // −1.9802 × 0.2500 is −0.49505: by hand that is −0.4951.
      expect(shownArithmetic(dz)).toMatchObject({ result: '−0.4950', operands: ['−1.98020', '0.24998'] });
    });

    test('for 200 networks of the size a reader would choose', () => {
      fc.assert(fc.property(plainSettings.map(essay), expectTrue), { numRuns: 200, seed: 1 });
    });

    test('for 200 networks from the whole range, saturated ones among them', () => {
      fc.assert(fc.property(anySettings.map(essay), expectTrue), { numRuns: 200, seed: 2 });
    });

    test.each([0, 0.25, 1])('for target %d and predictions next to 0 and 1', (y) => {
      for (const bias of [-300, -40, -20, -14.5, -13.9, -6, 0, 6, 13.9, 14.5, 20, 40, 300, 700]) {
        const theta = DEFAULTS.theta.with(12, bias);
        expectTrue(essay({ ...DEFAULTS, y, theta }));
        expectTrue(worldOf('squared', { ...DEFAULTS, y, theta }));
      }
    });

    test.each(WORLD_NAMES)('in the world %s', (name) => {
      fc.assert(
        fc.property(plainSettings, (settings) => {
          expectTrue(worldOf(name, settings));
        }),
        { numRuns: 30, seed: 3 },
      );
    });

    test.each(ACTIVATIONS.flatMap((hidden) => LOSSES.map((loss) => [hidden, loss] as const)))(
      'with %s hidden units, under %s',
      (hidden, loss) => {
        fc.assert(
          fc.property(plainSettings, (settings) => {
            expectTrue(worldWith({ hidden, loss }, settings));
          }),
          { numRuns: 25, seed: 4 },
        );
      },
    );

    test.each(ACTIVATIONS)('with %s hidden units far from 0, at 0, and next to it', (hidden) => {
      for (const bias of [
        -300, -40, -20, -14.5, -13.9, -7.1, -6.9, -1e-6, 0, 1e-6, 6.9, 7.1, 13.9, 14.5, 40, 300,
      ]) {
        const theta = [0, 0, 0, 0, 0, 0, bias, bias, bias, 0.7, -0.4, 0.6, -0.2];
        expectTrue(worldWith({ hidden, theta }));
      }
    });
  },
);

describe('the worker-out itself', () => {
  test('notices a wrong line', () => {
    expect(workedOut('0.5 · −0.3 + 1')).toBe(0.85);
    expect(workedOut('− (1 − 0.25) ln(1 − 0.5)')).toBeCloseTo(0.75 * Math.LN2, 15);
    expect(workedOut('max(0, −2 ) − −2 · 1 + ln(1 + e ^−|z| )', -2)).toBeCloseTo(
      2 + Math.log1p(Math.exp(-2)),
      15,
    );
    expect(() => workedOut('0.5 · (1')).toThrow('Expected');
    expect(() => workedOut('0.5 · q')).toThrow('Expected');
    expect(() => workedOut('— + 1')).toThrow('Expected');
  });

  test('squares before it negates, halves, and knows tanh and σ', () => {
    expect(workedOut('1 − (−0.5)²')).toBe(0.75);
    expect(workedOut('−0.5²')).toBe(-0.25);
    expect(workedOut('½ × (0.3 − 1.3)²')).toBe(0.5);
    expect(workedOut('tanh(0.3)')).toBe(Math.tanh(0.3));
    expect(workedOut('4 × σ(2 × 8.00) × σ(−2 × 8.00)')).toBeCloseTo(4 * sigmoid(16) * sigmoid(-16), 15);
    expect(workedOut('1 if −0.2 > 0, else 0.01')).toBe(0.01);
    expect(workedOut('2.50×10⁻⁷ × 2.00')).toBeCloseTo(5e-7, 20);
  });
});

test('every quantity in a formula carries the value of its operand, in every world', () => {
  for (const world of WORLD_NAMES) {
    for (const op of readingOf(DEFAULTS).in(world).traceAt(0)) {
      for (const token of expressionOf(op).tokens) {
        if ('mark' in token) continue;
        expect(op.operands).toContainEqual({ id: token.id, value: token.value });
      }
    }
  }
});

describe('the formula is the field’s own', () => {
  const opIn = (changes: Partial<World>, id: string): Op =>
    opsOf(worldWith(changes)).find((op) => op.id === id)!;
  const symbolic = (op: Op): string =>
    expressionOf(op)
      .tokens.map((token) => ('mark' in token ? token.mark : token.id))
      .join(' ');

  // In the essay's network the sum of unit 1 is above zero, and that of unit 3 below.
  const forms: Readonly<Record<ActivationName, readonly [f: string, off: string, slope: string]>> = {
    relu: ['max(0, z.1.1 )', 'max(0, z.1.3 )', '1 if z.1.1 > 0, else 0'],
    leakyRelu: ['z.1.1', '0.01 · z.1.3', '1 if z.1.1 > 0, else 0.01'],
    sigmoid: ['σ( z.1.1 )', 'σ( z.1.3 )', 'a.1.1 · (1 − a.1.1 )'],
    tanh: ['tanh( z.1.1 )', 'tanh( z.1.3 )', '1 − a.1.1 ²'],
    identity: ['z.1.1', 'z.1.3', '1'],
  };
  test.each(ACTIVATIONS)('%s', (hidden) => {
    const slope = hidden === 'relu' ? 'gate.1.1' : 'slope.1.1';
    expect(['a.1.1', 'a.1.3', slope].map((id) => symbolic(opIn({ hidden }, id)))).toEqual(forms[hidden]);
  });

  const judged: Readonly<Record<LossName, readonly [loss: string, slope: string]>> = {
    bce: ['−ln yhat', '−1 / yhat'],
    mse: ['½ · ( yhat − y )²', 'yhat − y'],
  };
  test.each(LOSSES)('%s', (loss) => {
    expect(['loss', 'dyhat'].map((id) => symbolic(opIn({ loss }, id)))).toEqual(judged[loss]);
  });
});

test('an operation without its operand, its activation or its loss is refused by name', () => {
  fc.assert(
    fc.property(plainWorlds, (world) => {
      for (const op of opsOf(world)) {
        if (op.operands.length > 0 && expressionOf(op).tokens.some((token) => 'id' in token))
          expect(() => expressionOf({ ...op, operands: [] })).toThrow(RangeError);
        const rest = Object.entries(op).filter(([name]) => name !== 'activation' && name !== 'judgedBy');
        const bare = Object.fromEntries(rest) as unknown as Op;
        if (op.activation ?? op.judgedBy) expect(() => expressionOf(bare)).toThrow(op.id);
      }
    }),
    { numRuns: 20 },
  );
});
