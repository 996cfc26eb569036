import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantities } from '@/engine/index.ts';
import { DEFAULTS, exampleOf, networkOf, PARAMETERS, RUN_STEPS, type Settings } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import {
  backwardEnd,
  forwardEnd,
  labDials,
  nextStage,
  NODES,
  parameterSet,
  played,
  sayingAt,
} from '@/story/lab.ts';
import { endOf, REST, STAGES, START, UPDATED } from '@/story/phase.ts';
import { wordsOf } from '@/story/symbol.ts';
import { runOf } from '@/story/run.ts';

const settings = (changes: Partial<Settings> = {}): Settings => ({ ...DEFAULTS, ...changes });
const frameAt = (playhead: number, changes: Partial<Settings> = {}) => {
  const run = runOf(settings(changes));
  return frameOf(run, labDials(playhead, run.settings.step));
};
const networks = fc.record({
  x: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 2 }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
  theta: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 13, maxLength: 13 }),
  eta: fc.double({ min: 0, max: 1, noNaN: true }),
  step: fc.integer({ min: 0, max: 20 }),
});

describe('the stages', () => {
  test('nextStage(playhead) goes through them one at a time, then stays', () => {
    const seen = [START];
    for (let press = 0; press < 8; press++) seen.push(nextStage(seen.at(-1)!));
    expect(seen.slice(1)).toEqual([...STAGES.slice(1).map(endOf), backwardEnd(), backwardEnd()]);
  });

  test('nextStage(an update) runs forward', () => expect(nextStage(UPDATED)).toBe(forwardEnd()));

  test('each stage computes its own quantities and nothing ahead of it', () => {
    const added = STAGES.slice(1).map((stage, i) => {
      const before = frameAt(endOf(STAGES[i]!)).known;
      return [...frameAt(endOf(stage)).known.keys()].filter((id) => !before.has(id));
    });
    expect(added.map((ids) => ids.filter((id) => id.startsWith('d')))).toEqual([
      [],
      ['dyhat', 'dz.2.1'],
      ['dw.2.1.1', 'dw.2.1.2', 'dw.2.1.3', 'db.2.1'],
      ['da.1.1', 'da.1.2', 'da.1.3', 'dz.1.1', 'dz.1.2', 'dz.1.3'],
      [...PARAMETERS.slice(0, 6), ...PARAMETERS.slice(6, 9)].map((id) => `d${id}`),
      ['dx.1', 'dx.2'],
    ]);
  });
});

describe('what is shown', () => {
  test('equals the engine in every stage, for any network', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: START, max: 60, noNaN: true }), (changes, playhead) => {
        const run = runOf(settings(changes));
        const truth = quantities(networkOf(run.thetaAt(changes.step)), exampleOf(settings(changes)));
        for (const [id, value] of frameAt(playhead, changes).known) {
          expect(value).toBe(id === 'eta' ? changes.eta : truth.get(id));
        }
      }),
    );
  });

  /** Two ways to the same zero may come to it from either side; it is written the same. */
  const unsigned = (value: number | undefined): number | undefined => (value === 0 ? 0 : value);

  test('after an update: the gradients that were measured, and the parameters that they led to', () => {
    fc.assert(
      fc.property(networks, (changes) => {
        const run = runOf(settings(changes));
        const { step } = changes;
        const { known } = frameAt(UPDATED, changes);
        if (step === 0) {
          expect(known.has('dyhat')).toBe(false);
          return;
        }
        for (const [i, id] of PARAMETERS.entries()) {
          expect(unsigned(known.get(id))).toBe(unsigned(run.thetaAt(step)[i]));
          expect(unsigned(known.get(`d${id}`))).toBe(unsigned(run.quantitiesAt(step - 1).get(`d${id}`)));
        }
      }),
      {
        examples: [[{ x: [0, -0], y: 0, theta: [0, 0, 0, 0, 0, -0, 0, 0, 0, 0, 0, 0, 0], eta: 0, step: 1 }]],
      },
    );
  });

  test('depends on the playhead and the settings alone, and any playhead has an answer', () => {
    for (const playhead of [-1e9, UPDATED, -0, 0.5, 36, 1e9]) {
      expect(frameAt(playhead, { step: 3 })).toEqual(frameAt(playhead, { step: 3 }));
    }
  });

  test('NODES hold every quantity that is no parameter', () => {
    const shown = NODES.flatMap(({ id, gradient }) => [id, ...(gradient ? [gradient] : [])]);
    const all = [...frameAt(backwardEnd()).all.keys()];
    const parameters = new Set(PARAMETERS.flatMap((id) => [id, `d${id}`]));
    expect([...shown].sort()).toEqual(all.filter((id) => !parameters.has(id)).sort());
  });
});

describe('running by itself', () => {
  test('played(playhead, operations) goes on to a rest, a training step, a rest and the next', () => {
    expect(played(3, 0.5)).toEqual({ playhead: 3.5, isTrained: false });
    expect(played(backwardEnd(), REST - 1).isTrained).toBe(false);
    expect(played(backwardEnd(), REST)).toEqual({ playhead: UPDATED, isTrained: true });
  });
});

describe('in words', () => {
  const said = (playhead: number, changes: Partial<Settings> = {}): string => {
    const run = runOf(settings(changes));
    return Object.values(sayingAt(run, frameOf(run, labDials(playhead, run.settings.step)), playhead)).join(
      ' ',
    );
  };
  test('each phase says what it found', () => {
    expect(said(START)).toMatch(/^Ready Known are/);
    expect(said(forwardEnd())).toMatch(/^Forward pass, done ŷ = 0.505, L = 0.6832\./);
    expect(said(endOf(STAGES[2]!))).toContain(
      '∂L/∂ŷ = −1.98020; times σ′ = 0.24998, that is ∂L/∂z = −0.4950.',
    );
    expect(said(endOf(STAGES[4]!))).toContain('Shut: unit 3, so ∂L/∂z₃ is 0.');
    expect(said(endOf(STAGES[5]!))).toContain('4 of them are exactly 0.');
    expect(said(backwardEnd())).toContain('nothing has moved yet');
    expect(said(4.5)).toBe('Forward pass Computing a₁. ');
  });
  test('in the words that a lens has for things', () => {
    const run = runOf(DEFAULTS);
    const frame = frameOf(run, labDials(forwardEnd(), 0));
    expect(sayingAt(run, frame, forwardEnd(), wordsOf).found).toBe(
      'The prediction = 0.505, the loss = 0.6832.',
    );
  });
  test('an update says what became of the loss', () =>
    expect(said(UPDATED, { step: 1 })).toContain(
      'The loss was 0.6832; with the new parameters it is 0.4303.',
    ));
  test('before the first update there is none to show', () => expect(said(UPDATED)).toMatch(/^Ready/));
  test('the last step of a run says so', () =>
    expect(said(backwardEnd(), { step: RUN_STEPS })).toContain(`One run is ${RUN_STEPS} steps`));
});

describe('parameterSet(run, id, value)', () => {
  test('at step 0 changes that parameter', () =>
    expect(parameterSet(runOf(DEFAULTS), 'w.1.1.2', 2)).toEqual({
      step: 0,
      theta: DEFAULTS.theta.map((old, i) => (i === 1 ? 2 : old)),
    }));
  test('later makes the parameters shown the new start', () => {
    const run = runOf(settings({ step: 4 }));
    expect(parameterSet(run, 'b.2.1', 1)).toEqual({ step: 0, theta: [...run.thetaAt(4).slice(0, 12), 1] });
  });
  test('says why where the parameters shown cannot be a start', () => {
    const run = runOf(
      settings({
        x: [5, 5],
        eta: 50,
        step: 1,
        theta: [...DEFAULTS.theta.slice(0, 9), 20, 20, 20, -20],
        y: 0,
      }),
    );
    expect(Math.max(...run.thetaAt(1).map(Math.abs))).toBeGreaterThan(20);
    expect(parameterSet(run, 'w.1.1.1', 1)).toMatch(
      /^Expected a start with every parameter from −20 to 20, found /,
    );
  });
});
