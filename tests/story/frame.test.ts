import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkFrom, quantities, step as stepped, trace } from '@/engine/index.ts';
import { cursorAfter } from '@/story/cursor.ts';
import { describe as inWords } from '@/story/describe.ts';
import { DEFAULTS, NUDGE, PARAMETERS, RUN_STEPS, type Settings } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import { runOf } from '@/story/run.ts';
import { RESTING } from '@/story/timeline.ts';
import { plainSettings } from './arbitrary.ts';

const networkOf = ({ theta }: Settings) => networkFrom({ sizes: [2, 3, 1], theta });
const exampleOf = ({ x, y }: Settings) => ({ input: x, target: [y] });
const frameAt = (settings: Settings, cursor: number, more = {}) =>
  frameOf(runOf(settings), { ...RESTING, cursor, ...more });
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

describe('a frame', () => {
  test('knows the inputs, the target and the parameters from the start, and nothing else', () => {
    const { known, current } = frameAt(DEFAULTS, 0);
    expect([...known.keys()].toSorted()).toEqual(['eta', 'x.1', 'x.2', 'y', ...PARAMETERS].toSorted());
    expect(current).toBeUndefined();
  });

  test('at every cursor has what has been computed, equal to the engine’s, and nothing that has not', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const { ops } = trace(networkOf(settings), exampleOf(settings), { learningRate: settings.eta });
        const values = quantities(networkOf(settings), exampleOf(settings));
        const passes = ops.filter(({ phase }) => phase === 'forward' || phase === 'backward');
        for (let cursor = 0; cursor <= passes.length; cursor++) {
          const { known } = frameAt(settings, cursor);
          passes.forEach(({ id }, index) => {
            if (index >= cursor) expect(known.has(id), `${id} at ${cursor}`).toBe(false);
            else expect(isClose(known.get(id)!, values.get(id)!), `${id} at ${cursor}`).toBe(true);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('half-way through an operation does not know its result yet', () => {
    const cursor = cursorAfter('z.1.1');
    const { known, current } = frameAt(DEFAULTS, cursor - 0.5);
    expect(known.has('z.1.1')).toBe(false);
    expect(current?.op.id).toBe('z.1.1');
    expect(current?.fraction).toBeCloseTo(0.5, 9);
    expect(frameAt(DEFAULTS, cursor).current).toMatchObject({ fraction: 1, op: { id: 'z.1.1' } });
  });

  test('shows the result of an operation wherever the operation is over, and nowhere before', () => {
    const end = cursorAfter('dx.2');
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: end, noNaN: true }), (cursor) => {
        const { known, current } = frameAt(DEFAULTS, cursor);
        if (!current) throw new Error(`Expected an operation at ${cursor}, found none`);
        expect(known.has(current.op.id)).toBe(current.fraction === 1);
      }),
      { numRuns: 500, examples: [[end - 0.985], [end - 0.015], [end - 0.03], [end]] },
    );
  });

  test('ends each of several operations of one step before the next one begins', () => {
    const before = cursorAfter('z.1.1');
    const { known, current } = frameAt(DEFAULTS, before - 0.01);
    expect(known.has('z.1.1')).toBe(true);
    expect(current).toMatchObject({ fraction: 1, op: { id: 'z.1.1' } });
  });

  test('at the end of a path shows all of the chain', () => {
    const at = (chain: number) => frameAt(DEFAULTS, cursorAfter('dx.2'), { chain }).current;
    const factors = at(1)?.op.operands.length ?? NaN;
    expect(at(factors - 0.5)?.fraction).toBeLessThan(1);
    expect(at(factors - 0.01)?.fraction).toBe(1);
  });

  test('keeps the gradients frozen while the parameters move, and moves these as gradient descent does', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const measured = quantities(networkOf(settings), exampleOf(settings));
        const moved = stepped(networkOf(settings), [exampleOf(settings)], { learningRate: settings.eta });
        const after = quantities(moved, exampleOf(settings));
        const begin = cursorAfter('dx.2');
        for (let cursor = begin; cursor <= cursorAfter('update'); cursor++) {
          const { known } = frameAt(settings, cursor);
          PARAMETERS.forEach((id, p) => {
            expect(known.get(`d${id}`)).toBe(measured.get(`d${id}`));
            const expected = p < cursor - begin ? after : measured;
            expect(isClose(known.get(id)!, expected.get(id)!), `${id} at ${cursor}`).toBe(true);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('has no gradient left after clearing, and the next step’s parameters', () => {
    const { known } = frameAt(DEFAULTS, cursorAfter('clear'));
    expect([...known.keys()].filter((id) => /^d[wbzax]|^dyhat/.test(id))).toEqual([]);
    expect(PARAMETERS.map((id) => known.get(id))).toEqual(runOf(DEFAULTS).thetaAt(1));
  });

  test('one step on is the frame of the run’s next step', () => {
    const later = frameAt(DEFAULTS, cursorAfter('loss'), { step: 1 });
    expect(later.step).toBe(1);
    expect(later.known.get('loss')!.toFixed(4)).toBe('0.4303');
    const set = frameAt({ ...DEFAULTS, step: 1 }, cursorAfter('loss'));
    expect(set.known).toEqual(later.known);
  });

  test('at the last step of the run still has an update with a result', () => {
    const last = frameAt({ ...DEFAULTS, step: RUN_STEPS }, cursorAfter('update'), { step: 1 });
    for (const id of PARAMETERS) expect(last.known.get(id)).toSatisfy(Number.isFinite);
  });

  test('of a nudge says what the gradient promises and what really happens', () => {
    fc.assert(
      fc.property(plainSettings, (settings) => {
        const { nudge } = frameAt(settings, cursorAfter('loss'), { nudge: 1 });
        const raised = settings.theta.map((v, p) => (PARAMETERS[p] === settings.param ? v + NUDGE : v));
        const before = quantities(networkOf(settings), exampleOf(settings));
        const after = quantities(networkOf({ ...settings, theta: raised }), exampleOf(settings));
        expect(isClose(nudge!.actual, after.get('loss')! - before.get('loss')!)).toBe(true);
        expect(isClose(nudge!.predicted, NUDGE * before.get(`d${settings.param}`)!)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('in words says what has been computed and is silent about the rest', () => {
    expect(inWords(frameAt(DEFAULTS, 0))).toBe(
      'The network at training step 0. Computed so far: x₁ = 0.80, x₂ = 0.20, y = 1.00. ' +
        'Parameters: w₁₁ = 0.50, w₁₂ = −0.30, w₂₁ = 0.20, w₂₂ = 0.80, w₃₁ = −0.60, w₃₂ = 0.40, ' +
        'b₁ = 0.10, b₂ = −0.10, b₃ = 0.20, w₁ = 0.70, w₂ = −0.40, w₃ = 0.60, b = −0.20.',
    );
    expect(inWords(frameAt(DEFAULTS, cursorAfter('loss')))).toMatch(/ŷ = 0.505.*L = 0.6832\. Parameters:/);
    expect(inWords(frameAt(DEFAULTS, cursorAfter('update')))).toMatch(
      /^The network at training step 0, its parameters updated since\..*w₁₁ = 0\.6386,/,
    );
    expect(inWords(frameAt(DEFAULTS, cursorAfter('dx.2')))).toContain('∂L/∂w₃₁ = 0,');
  });
});
