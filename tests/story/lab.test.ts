import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkFrom, quantities } from '@/engine/index.ts';
import { PARAMETERS, RUN_STEPS } from '@/story/essay.ts';
import { frameOf } from '@/story/frame.ts';
import {
  backwardEnd,
  forwardEnd,
  labMoment,
  nextStage,
  nodesOf,
  parameterSet,
  played,
  sayingAt,
  stageAt,
} from '@/story/lab.ts';
import { endOf, REST, STAGES, START, UPDATED } from '@/story/phase.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { wordsOf } from '@/story/symbol.ts';
import { WORLD_NAMES } from '@/story/world.ts';
import { readingOnly, worldWith } from './worlds.ts';

const settings = (changes: Partial<Settings> = {}): Settings => ({ ...DEFAULTS, ...changes });
const { run: essay } = readingOf(DEFAULTS);
const frameAt = (playhead: number, changes: Partial<Settings> = {}) => {
  const reading = readingOf(settings(changes));
  return frameOf(reading, labMoment(reading.run, playhead, reading.settings.step), {});
};
/** Of one day each: the lab shows one example at a time. */
const worlds = WORLD_NAMES.filter((name) => readingOf(DEFAULTS).in(name).world.examples.length === 1);
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
    for (let press = 0; press < 8; press++) seen.push(nextStage(essay, seen.at(-1)!));
    expect(seen.slice(1)).toEqual([
      ...STAGES.slice(1).map((stage) => endOf(essay, stage)),
      backwardEnd(essay),
      backwardEnd(essay),
    ]);
  });

  test('nextStage(an update) runs forward', () => expect(nextStage(essay, UPDATED)).toBe(forwardEnd(essay)));

  test('each stage computes its own quantities and nothing ahead of it', () => {
    const added = STAGES.slice(1).map((stage, i) => {
      const before = frameAt(endOf(essay, STAGES[i]!)).known;
      return [...frameAt(endOf(essay, stage)).known.keys()].filter((id) => !before.has(id));
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

describe('stageAt(run, playhead)', () => {
  test('is the stage that the playhead is in, or has just finished', () => {
    STAGES.forEach((stage, i) => {
      const end = endOf(essay, stage);
      expect(stageAt(essay, end)).toEqual(stage);
      expect(stageAt(essay, end + 0.1)).toEqual(STAGES[i + 1] ?? stage);
    });
  });
  test('past the end is the last, before the start the first', () => {
    expect(stageAt(essay, 1e9)?.name).toBe('inputs');
    expect(stageAt(essay, UPDATED)?.name).toBe('ready');
  });
});

describe('what is shown', () => {
  test('equals the engine in every stage, for any network', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: START, max: 60, noNaN: true }), (changes, playhead) => {
        const { run } = readingOf(settings(changes));
        const network = networkFrom({ sizes: [2, 3, 1], theta: run.thetaAt(changes.step) });
        const truth = quantities(network, { input: changes.x, target: [changes.y] });
        const wrong = [...frameAt(playhead, changes).known].filter(
          ([id, value]) => value !== (id === 'eta' ? changes.eta : truth.get(id)),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  /** Two ways to the same zero may come to it from either side; it is written the same. */
  const unsigned = (value: number | undefined): number | undefined => (value === 0 ? 0 : value);

  test('after an update: the gradients that were measured, and the parameters that they led to', () => {
    fc.assert(
      fc.property(networks, (changes) => {
        const { run } = readingOf(settings(changes));
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

  test('depends on the playhead and the settings alone, whatever was asked for before', () => {
    const asked = [0, 1, 3].flatMap((step) =>
      [0.5, 1].flatMap((eta) =>
        [-1e9, UPDATED, -0, 0.5, 20.25, 36, 1e9].map((playhead) => ({ step, eta, playhead })),
      ),
    );
    const told = ({ step, eta, playhead }: (typeof asked)[number]) => {
      const { figure, dials, step: shown, known, current, inPlay } = frameAt(playhead, { step, eta });
      return { figure, dials, shown, known: [...known], current, inPlay: [...inPlay] };
    };
    const forwards = asked.map(told);
    expect(new Set(forwards.map((one) => JSON.stringify(one))).size).toBeGreaterThan(asked.length / 2);
    expect(asked.toReversed().map(told).toReversed()).toEqual(forwards);
  });

  test.each(worlds)('nodesOf(world) are all quantities that are no parameter, each once: %s', (name) => {
    const { world, quantitiesAt, parameters: own } = readingOf(DEFAULTS).in(name);
    const shown = nodesOf(world).flatMap(({ id, gradient }) => [id, ...(gradient ? [gradient] : [])]);
    const all = [...quantitiesAt(0).keys()];
    const parameters = new Set(own.flatMap((id) => [id, `d${id}`]));
    expect([...shown].sort()).toEqual(all.filter((id) => !parameters.has(id)).sort());
  });

  test('nodesOf(world) of another activation have slopes in place of gates', () => {
    const { world, quantitiesAt } = readingOnly(worldWith({ hidden: 'tanh' })).run;
    const ids = nodesOf(world).map(({ id }) => id);
    expect(ids).toContain('slope.1.3');
    for (const id of ids) expect(quantitiesAt(0).has(id), id).toBe(true);
  });

  test('nodesOf(world) come in the order of the forward pass', () => {
    for (const name of worlds) {
      const run = readingOf(DEFAULTS).in(name);
      const forward = run.traceAt(0).flatMap(({ id, phase }) => (phase === 'forward' ? [id] : []));
      const layers = nodesOf(run.world).flatMap(({ id }) => (id.startsWith('z.') ? [id] : []));
      expect(layers).toEqual(forward.filter((id) => id.startsWith('z.')));
      expect(nodesOf(run.world).at(0)?.id).toBe('x.1');
      expect(nodesOf(run.world).at(-1)?.id).toBe('loss');
    }
  });
});

describe('what stands out', () => {
  test('is the stage under way, and what it is computed from: all that lies before it recedes', () => {
    const [ready, forward, output] = STAGES;
    expect(frameAt(endOf(essay, ready!)).inPlay.size).toBe(0);
    expect(frameAt(endOf(essay, forward!)).inPlay.has('z.1.1')).toBe(true);
    const inOutput = frameAt(endOf(essay, output!)).inPlay;
    expect([...inOutput].toSorted()).toEqual(['dyhat', 'dz.2.1', 'slope.2.1', 'y', 'yhat', 'z.2.1']);
    expect([...frameAt(endOf(essay, forward!) + 0.5).inPlay]).toContain('dyhat');
  });
  test('is the update, once it has been made', () => {
    const { inPlay } = frameAt(UPDATED, { step: 1 });
    expect([...inPlay].toSorted()).toEqual(['eta', ...PARAMETERS.flatMap((id) => [id, `d${id}`])].toSorted());
  });
});

describe('running by itself', () => {
  test('played(playhead, operations) goes on to a rest, a training step, a rest and the next', () => {
    expect(played(essay, 3, 0.5)).toEqual({ playhead: 3.5, isTrained: false });
    expect(played(essay, backwardEnd(essay), REST - 1).isTrained).toBe(false);
    expect(played(essay, backwardEnd(essay), REST)).toEqual({ playhead: UPDATED, isTrained: true });
  });
});

describe('in words', () => {
  const said = (playhead: number, changes: Partial<Settings> = {}): string =>
    Object.values(sayingAt(frameAt(playhead, changes), playhead)).join(' ');
  test('each phase says what it found', () => {
    expect(said(START)).toMatch(/^Ready Known are/);
    expect(said(forwardEnd(essay))).toMatch(/^Forward pass, done ŷ = 0.505, L = 0.6832\./);
    expect(said(endOf(essay, STAGES[2]!))).toContain(
      '∂L/∂ŷ = −1.98020; times σ′ = 0.24998, that is ∂L/∂z = −0.4950.',
    );
    expect(said(endOf(essay, STAGES[4]!))).toContain('Shut: unit 3, so ∂L/∂z₃ is 0.');
    expect(said(endOf(essay, STAGES[5]!))).toContain('4 of them are exactly 0.');
    expect(said(backwardEnd(essay))).toContain('nothing has moved yet');
    expect(said(4.5)).toBe('Forward pass Computing a₁. ');
  });
  test('in the words that a lens has for things', () => {
    const end = forwardEnd(essay);
    expect(sayingAt(frameAt(end), end, wordsOf).found).toBe('The prediction = 0.505, the loss = 0.6832.');
  });
  test('an update says what became of the loss', () =>
    expect(said(UPDATED, { step: 1 })).toContain(
      'The loss was 0.6832; with the new parameters it is 0.4303.',
    ));
  test('before the first update there is none to show', () => expect(said(UPDATED)).toMatch(/^Ready/));
  test('the last step of a run says so', () =>
    expect(said(backwardEnd(essay), { step: RUN_STEPS })).toContain(`One run is ${RUN_STEPS} steps`));
});

describe('parameterSet(reading, id, value)', () => {
  test('at step 0 changes that parameter', () =>
    expect(parameterSet(readingOf(DEFAULTS), 'w.1.1.2', 2)).toEqual({
      step: 0,
      theta: DEFAULTS.theta.map((old, i) => (i === 1 ? 2 : old)),
    }));
  test('later makes the parameters shown the new start', () => {
    const reading = readingOf(settings({ step: 4 }));
    expect(parameterSet(reading, 'b.2.1', 1)).toEqual({
      step: 0,
      theta: [...reading.run.thetaAt(4).slice(0, 12), 1],
    });
  });
  test('says why where the parameters shown cannot be a start', () => {
    const reading = readingOf(
      settings({
        x: [5, 5],
        eta: 50,
        step: 1,
        theta: [...DEFAULTS.theta.slice(0, 9), 20, 20, 20, -20],
        y: 0,
      }),
    );
    expect(Math.max(...reading.run.thetaAt(1).map(Math.abs))).toBeGreaterThan(20);
    expect(parameterSet(reading, 'w.1.1.1', 1)).toMatch(
      /^Expected a start with every parameter from −20 to 20, found /,
    );
  });
});
