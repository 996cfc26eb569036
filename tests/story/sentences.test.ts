import { describe, expect, test } from 'vitest';
import { networkFrom, quantities } from '@/engine/index.ts';
import { RUN_STEPS } from '@/story/essay.ts';
import { explain } from '@/story/explain.ts';
import { factSentence } from '@/story/fact-sentences.ts';
import { FACT_NAMES, factOf } from '@/story/facts.ts';
import { frameOf } from '@/story/frame.ts';
import { labMoment, nextStage, sayingAt } from '@/story/lab.ts';
import { endOf, STAGES } from '@/story/phase.ts';
import { readingOf } from '@/story/reading.ts';
import type { Run } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import type { Sizes } from '@/story/symbol.ts';
import { settingsFor } from './networks.ts';

// What the page says in a sentence, held against the numbers that it is said of. A sentence that is not here is not known to
// be true; one that stands where another should fails on some network.

const networks = [DEFAULTS, ...Array.from({ length: 40 }, (_, i) => settingsFor(i + 1))];

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** A quantity of the network by its id. */
type Quantity = (id: string) => number;

/** The place of a quantity: layer, unit, and for a weight the unit that it comes from. */
type Place = readonly [layer: number, to: number, from: number];

const placeOf = (id: string): Place => {
  const [, layer, to, from] = id.split('.').map(Number);
  return [layer!, to!, from!];
};

/** The units of a layer, from 1; the inputs are layer 0. */
const unitsOf = (sizes: Sizes, layer: number): readonly number[] =>
  Array.from({ length: sizes[layer]! }, (_, i) => i + 1);
const sumOf = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/** What comes into a unit through the weight from `from`. */
const into = (q: Quantity, layer: number, from: number): number =>
  q(layer === 1 ? `x.${from}` : `a.${layer - 1}.${from}`);
/** The number of a place: `dz.1.2`, `z.1.2`. */
const of = (q: Quantity, name: string, [layer, to]: Place): number => q(`${name}.${layer}.${to}`);

/** What each rule claims of a quantity, worked out from the others. */
const CLAIMS: Readonly<Record<string, (q: Quantity, id: string, sizes: Sizes) => boolean>> = {
  'What comes in, each value times its weight, added up; then the bias.': (q, id, sizes) => {
    const [layer, to] = placeOf(id);
    const terms = unitsOf(sizes, layer - 1).map((k) => q(`w.${layer}.${to}.${k}`) * into(q, layer, k));
    return isClose(q(id), sumOf(terms) + q(`b.${layer}.${to}`));
  },
  'Open (1) when the sum is above zero, shut (0) otherwise.': (q, id) =>
    q(id) === (of(q, 'z', placeOf(id)) > 0 ? 1 : 0),
  'ReLU: the sum itself when it is above zero, else 0.': (q, id) => {
    const z = of(q, 'z', placeOf(id));
    return q(id) === (z > 0 ? z : 0);
  },
  'The sigmoid squeezes the sum between 0 and 1.': (q, id, sizes) =>
    isClose(q(id), 1 / (1 + Math.exp(-q(`z.${sizes.length - 1}.1`)))) && q(id) > 0 && q(id) < 1,
  'How fast the sigmoid rises where the sum stands; a quarter at most.': (q, id) =>
    isClose(q(id), q('yhat') * (1 - q('yhat'))) && q(id) <= 0.25,
  'Binary cross-entropy: the price of this prediction, given what happened.': (q, id) =>
    isClose(q(id), -q('y') * Math.log(q('yhat')) - (1 - q('y')) * Math.log(1 - q('yhat'))),
  'The slope of the loss where the prediction stands.': (q, id) =>
    isClose(q(id), -q('y') / q('yhat') + (1 - q('y')) / (1 - q('yhat'))),
  'The chain rule: rates along a path multiply.': (q, id, sizes) =>
    isClose(q(id), q('dyhat') * q(`slope.${sizes.length - 1}.1`)),
  'What reached the activation goes on to the sum if the gate is open, and stops if it is shut.': (q, id) =>
    q(id) === (of(q, 'z', placeOf(id)) > 0 ? of(q, 'da', placeOf(id)) : 0),
  'The gradient at the sum that this weight goes into, times what the weight was multiplied by.': (q, id) => {
    const [layer, to, from] = placeOf(id);
    return isClose(q(id), q(`dz.${layer}.${to}`) * into(q, layer, from));
  },
  'The bias was added as it stood, so its gradient is that of the sum.': (q, id) =>
    q(id) === of(q, 'dz', placeOf(id)),
  'What comes back along the weight out of this unit.': (q, id, sizes) => {
    const [layer, unit] = placeOf(id);
    const next = unitsOf(sizes, layer + 1);
    return next.length === 1 && isClose(q(id), q(`w.${layer + 1}.1.${unit}`) * q(`dz.${layer + 1}.1`));
  },
  'What comes back along every weight out of this unit, added up.': (q, id, sizes) => {
    const [layer, unit] = placeOf(id);
    const back = unitsOf(sizes, layer + 1).map(
      (j) => q(`w.${layer + 1}.${j}.${unit}`) * q(`dz.${layer + 1}.${j}`),
    );
    return isClose(q(id), sumOf(back));
  },
  'What comes back along every path from this input, added up.': (q, id, sizes) => {
    const [k] = placeOf(id);
    return isClose(q(id), sumOf(unitsOf(sizes, 1).map((j) => q(`w.1.${j}.${k}`) * q(`dz.1.${j}`))));
  },
};

describe('the rule under a number', () => {
  /** Where the machine has run out of digits, a textbook's formula has too. */
  const isPlain = (q: Quantity, sizes: Sizes): boolean => Math.abs(q(`z.${sizes.length - 1}.1`)) < 8;

  test.each(['essay', 'three-layers'] as const)(
    'is true of it, for every quantity that is computed: %s',
    (world) => {
      for (const settings of networks) {
        const reading = readingOf(settings);
        const { sizes } = reading.in(world).world;
        const theta = reading.in(world).thetaAt(0);
        const all = quantities(networkFrom({ sizes, theta }), { input: settings.x, target: [settings.y] });
        const q: Quantity = (id) => all.get(id)!;
        if (!isPlain(q, sizes)) continue;
        for (const id of all.keys()) {
          if (/^([xwb]\.|y$)/.test(id)) continue;
          const { rule } = explain(reading, { q: id, world });
          expect(Object.keys(CLAIMS), id).toContain(rule);
          expect(CLAIMS[rule]!(q, id, sizes), `${id}: ${rule}`).toBe(true);
        }
      }
    },
  );

  test('is told of every kind of quantity, each of its own', () => {
    const reading = readingOf(DEFAULTS);
    const said = new Set(
      (['essay', 'three-layers'] as const).flatMap((world) =>
        [...reading.in(world).quantitiesAt(0).keys()].map((q) => explain(reading, { q, world }).rule),
      ),
    );
    expect(Object.keys(CLAIMS).filter((rule) => !said.has(rule))).toEqual([]);
  });

  test('of a parameter is what the last update did', () => {
    for (const settings of networks.slice(0, 10)) {
      const { rule } = explain(readingOf({ ...settings, step: 3 }), { q: 'w.1.1.1' });
      expect(rule).toMatch(
        /^A parameter, after 3 updates\. The last one moved it by minus the learning rate times its gradient, both as they stood one step earlier\.$/,
      );
      const { run } = readingOf(settings);
      run.parameters.forEach((id, i) => {
        const before = run.thetaAt(2)[i]! - settings.eta * run.quantitiesAt(2).get(`d${id}`)!;
        expect(isClose(run.thetaAt(3)[i]!, before), id).toBe(true);
      });
    }
  });
});

/** What each sentence about a run says is counted, counted. */
const COUNTED: Readonly<Record<string, (run: Run, step: number) => number | undefined>> = {
  'Counted: every weight of the network, and a bias for each unit.': ({ world: { sizes } }) =>
    sumOf(sizes.slice(1).map((units, l) => units * sizes[l]! + units)),
  'Counted: every parameter a little up and a little down, one forward pass each.': (run) =>
    2 * run.parameters.length,
  'Chosen: the loss that the opening asks you to get under.': () => 0.1,
  'Found in the run: the first training step from which the gate of unit 2 stays shut to the end.': (run) =>
    shutFrom(run, 2),
  'Found in the run: the first training step from which the gate of unit 3 stays shut to the end.': (run) =>
    shutFrom(run, 3),
  'The loss after the next update minus the loss now.': (run, step) =>
    lossAt(run, step + 1) - lossAt(run, step),
  'Found in the run: the first training step at which the loss is under the goal of the opening.': (run) =>
    stepsOf(run).find((step) => lossAt(run, step) < 0.1),
  'Counted at the last step of the run: the parameters whose gradient is exactly 0.': (run) =>
    gradientsAt(run, RUN_STEPS).filter((value) => value === 0).length,
  'Counted at the last step of the run: the parameters whose gradient is not 0.': (run) =>
    gradientsAt(run, RUN_STEPS).filter((value) => value !== 0).length,
  'Counted at the training step shown: the parameters whose gradient is exactly 0.': (run, step) =>
    gradientsAt(run, step).filter((value) => value === 0).length,
};
const stepsOf = (_: Run): readonly number[] => Array.from({ length: RUN_STEPS + 1 }, (_, step) => step);
const lossAt = (run: Run, step: number): number => run.quantitiesAt(step).get('loss')!;
const gradientsAt = (run: Run, step: number): readonly number[] =>
  run.parameters.map((id) => run.quantitiesAt(step).get(`d${id}`)!);
const shutFrom = (run: Run, unit: number): number | undefined => {
  const lastOpen = stepsOf(run).findLast((step) => run.quantitiesAt(step).get(`z.1.${unit}`)! > 0);
  return lastOpen === RUN_STEPS ? undefined : (lastOpen ?? -1) + 1;
};

describe('the sentence under a fact', () => {
  const names = [
    'parameters',
    'nudge-passes',
    'goal',
    'silent-2',
    'silent-3',
    'loss-change',
    'below-goal',
    'unmoved-end',
    'moved-end',
    'unmoved-now',
  ];

  test.each(names)('says what is counted, of each network that the page shows: %s', (name) => {
    const sentence = factSentence(name);
    expect(Object.keys(COUNTED)).toContain(sentence);
    const found = networks.slice(0, 25).map((settings, i) => {
      const run = readingOf(settings).in(i % 3 === 0 ? 'three-layers' : 'essay');
      const step = (i * 17) % RUN_STEPS;
      return [factOf(run, step, name), COUNTED[sentence]!(run, step)] as const;
    });
    for (const [told, counted] of found) expect(told).toBe(counted);
  });

  test('speaks of the end or of the whole run only where no step makes a difference', () => {
    for (const name of FACT_NAMES.filter((one) =>
      /the last step|Found in the run|^Chosen/.test(factSentence(one)),
    )) {
      for (const settings of networks.slice(0, 25)) {
        const { run } = readingOf(settings);
        const values = new Set([0, 1, 7, RUN_STEPS].map((step) => factOf(run, step, name)));
        expect(values.size, `${name}: ${factSentence(name)}`).toBe(1);
      }
    }
  });

  test('is the one that the inspector gives', () => {
    for (const name of names)
      expect(explain(readingOf(DEFAULTS), { q: `fact:${name}` }).rule).toBe(factSentence(name));
  });
});

describe('the hint of the lab', () => {
  const hintAt = (stage: (typeof STAGES)[number]): string => {
    const reading = readingOf(DEFAULTS);
    const playhead = endOf(reading.run, stage);
    return sayingAt(frameOf(reading, labMoment(reading.run, playhead, 0), {}), playhead).hint;
  };

  test.each(STAGES.map((stage) => [stage.name, stage] as const))(
    'names the button that leads on, and what it does: %s',
    (_, stage) => {
      const { run } = readingOf(DEFAULTS);
      const here = endOf(run, stage);
      const next = run.traceAt(0).slice(here, nextStage(run, here));
      const [, button, does = ''] =
        /^(Forward|Backward step|Training step) (.*)\.$/.exec(hintAt(stage)) ?? [];
      const phases = [...new Set(next.map(({ phase }) => phase))];
      if (phases.length === 0) {
        expect(button).toBe('Training step');
        expect(does).toMatch(/^updates all/);
      } else if (phases[0] === 'forward') {
        expect(button).toBe('Forward');
        expect(does).toBe('computes the prediction and its loss');
        expect(next.map(({ id }) => id)).toEqual(expect.arrayContaining(['yhat', 'loss']));
      } else {
        expect(button).toBe('Backward step');
        const isFirst = next.some(({ id }) => id === 'dyhat');
        expect(does).toMatch(isFirst ? /^turns around/ : /^goes on$/);
      }
    },
  );
});
