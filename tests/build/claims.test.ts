import { describe, expect, test } from 'vitest';
import { meanLoss } from '@/engine/index.ts';
import { readingOf, type Reading } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { stepNamed } from '@/story/subject.ts';
import { resolved, valueOf, wordFor } from '@/story/values.ts';
import { networkOf, type WorldName } from '@/story/world.ts';
import { settingsFor } from '../story/networks.ts';
import { mdxFiles, tagsIn, textOf } from './mdx.ts';

// What the prose claims of a reader's network is held against what that network does. A word that follows a number has
// claim words in it; each is checked by a way of its own, not by the sign that chose it.

const cornered: readonly Settings[] = [
  ...[0, 0.1, 0.3, 0.5, 0.9, 1].flatMap((y) => [
    { ...DEFAULTS, y },
    { ...DEFAULTS, y, x: [0, 0] },
    { ...DEFAULTS, y, eta: 0 },
    { ...DEFAULTS, y, eta: 20 },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map(() => 0) },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map(() => 20) },
    { ...DEFAULTS, y, theta: DEFAULTS.theta.map((value, i) => (i >= 6 && i < 9 ? -20 : value)) },
  ]),
  { ...DEFAULTS, step: 100 },
  { ...DEFAULTS, step: 200 },
];
const settings: readonly Settings[] = [
  ...cornered,
  ...Array.from({ length: 300 }, (_, i) => settingsFor(i + 1)),
];

interface Claim {
  readonly q: string;
  readonly at: string | undefined;
  readonly world: WorldName;
  readonly words: string;
  readonly bounds?: string | undefined;
}

const claimsIn = (mdx: string): readonly Claim[] =>
  tagsIn(mdx, 'Word', 'Predict').map(
    ({
      attributes: { q = '', at, world = 'essay', negative = '', zero = '', positive = '', options, bounds },
    }) => ({
      q,
      at,
      world: world as WorldName,
      words: options ?? [negative, zero, positive].join('|'),
      bounds,
    }),
  );

/** How the loss really moves when a parameter or input is raised by a very little; undefined where rounding hides it. */
const nudged = (reading: Reading, { at, world }: Claim, id: string): number | undefined => {
  const run = reading.in(world);
  const theta = run.thetaAt(stepNamed(at, reading.settings.step));
  const { examples } = run.world;
  const p = run.parameters.indexOf(id);
  const k = /^x\.(\d)$/.exec(id)?.[1];
  if (p < 0 && k === undefined) return undefined;
  const lossAt = (rise: number): number =>
    meanLoss(
      networkOf(
        run.world,
        theta.map((value, i) => (i === p ? value + rise : value)),
      ),
      k === undefined
        ? examples
        : examples.map(({ input, target }) => ({
            input: input.map((value, i) => (i === Number(k) - 1 ? value + rise : value)),
            target,
          })),
    );
  const rise = 1e-6;
  const change = (lossAt(rise) - lossAt(-rise)) / (2 * rise);
  return Math.abs(change) > 1e-7 ? change : undefined;
};

const DOWN = /\b(falls?|lower(s|ed)?)\b/;
const UP = /\b(rises?|raises?|raised)\b/;
const STILL = /\b(nothing|left the loss as it was|not change|stay where it is)\b/;

/** What is wrong with what a claim says for some settings. */
const faults = (reading: Reading, claim: Claim): readonly string[] => {
  const id = resolved(claim.q, reading.settings.param);
  const value = valueOf(reading, claim);
  const said = wordFor(value, claim.words, claim.bounds);
  const wrong = (truth: string): readonly string[] => [`${claim.q} says «${said}», but ${truth}`];
  if (/^d(w|b|x)\./.test(id)) {
    const change = nudged(reading, claim, id.slice(1));
    if (change === undefined) return [];
    if (DOWN.test(said) && change > 0) return wrong('the loss rises');
    if (UP.test(said) && change < 0) return wrong('the loss falls');
    if (STILL.test(said) && !/first order/.test(claim.words))
      return wrong('it is said for a rise of any size');
  }
  if (id === 'fact:loss-change') {
    const { step } = reading.settings;
    const losses = [step, step + 1].map((s) => reading.run.quantitiesAt(s).get('loss') ?? NaN);
    const change = (losses[1] ?? NaN) - (losses[0] ?? NaN);
    if (DOWN.test(said) && !(change < 0)) return wrong('the loss does not fall');
    if (UP.test(said) && !(change > 0)) return wrong('the loss does not rise');
    if (STILL.test(said) && change !== 0) return wrong('the loss changes');
  }
  if (id.startsWith('gate.')) {
    const step = String(stepNamed(claim.at, reading.settings.step));
    const z = valueOf(reading, { ...claim, q: id.replace('gate', 'z'), at: step }) ?? NaN;
    if (/\bopen\b|yes, it passes|\bspeaking\b/.test(said) && !(z > 0))
      return wrong('its sum is not above zero');
    if (/\bshut\b|\bsilent\b/.test(said) && z > 0) return wrong('its sum is above zero');
  }
  if (/too (low|high)/.test(said)) {
    const miss = (valueOf(reading, { q: 'yhat' }) ?? NaN) - (valueOf(reading, { q: 'y' }) ?? NaN);
    if (/too low/.test(said) !== miss < 0) return wrong(`it misses by ${miss}`);
  }
  return [];
};

describe.each(mdxFiles)('claims in %s', (path) => {
  const claims = claimsIn(textOf(path));
  test('hold for 300 random and 44 cornered networks', () => {
    const found = settings.flatMap((set) => claims.flatMap((claim) => faults(readingOf(set), claim)));
    expect([...new Set(found)]).toEqual([]);
  });
});

test('a claim that is the wrong way round is found', () => {
  const claim: Claim = { q: 'dw.1.1.1', at: undefined, world: 'essay', words: 'it rises|nothing|it falls' };
  expect(faults(readingOf(DEFAULTS), claim)).toEqual(['dw.1.1.1 says «it rises», but the loss falls']);
  const gate: Claim = { ...claim, q: 'gate.1.3', words: '|open|shut' };
  expect(faults(readingOf(DEFAULTS), gate)).toHaveLength(1);
});
