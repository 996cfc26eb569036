import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '@/story/essay.ts';
import { queryOf, settingsFrom } from '@/story/permalink.ts';
import { PHASES } from '@/story/phase.ts';
import { DEFAULTS, RANGES, SETTINGS } from '@/story/settings.ts';
import { anySettings } from './arbitrary.ts';

describe('a link', () => {
  test('written and read gives the same settings, to the last bit, the same phase, and no notice', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...PHASES), (settings, phase) => {
        const read = settingsFrom(queryOf(settings, phase));
        expect(read.phase).toBe(phase);
        // −0 is written 0; they are one number.
        expect(read.settings).toEqual(JSON.parse(JSON.stringify(settings)));
        expect(read.notices).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('of the defaults is empty, and holds nothing else than what differs', () => {
    expect(queryOf(DEFAULTS)).toBe('');
    expect(queryOf({ ...DEFAULTS, eta: 2 })).toBe('?v=1&eta=2');
    expect(queryOf(DEFAULTS, 'output-parameters')).toBe('?v=1&phase=output-parameters');
    expect(settingsFrom('')).toEqual({ settings: DEFAULTS, phase: 'ready', notices: [] });
    expect(queryOf({ ...DEFAULTS, param: 'b.2.1', step: 3, y: 0 }, 'hidden')).toBe(
      '?v=1&y=0&step=3&param=b.2.1&phase=hidden',
    );
  });

  test('reads as the design shows it', () => {
    const { settings, notices } = settingsFrom('?v=1&x=0.8,0.2&y=1&eta=0.5&step=12');
    expect(settings).toEqual({ ...DEFAULTS, step: 12 });
    expect(notices).toEqual([]);
  });
});

const isWithin = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high;

/** What is wrong with what was read, if anything. */
const faultsOf = (query: string): readonly string[] => {
  const { settings, phase, notices } = settingsFrom(query);
  const { x, y, theta, eta, step, param } = settings;
  const claims: Readonly<Record<string, boolean>> = {
    names: String(Object.keys(settings)) === String(Object.keys(DEFAULTS)),
    phase: PHASES.includes(phase),
    x: x.length === 2 && x.every((value) => isWithin(value, RANGES.x)),
    theta: theta.length === 13 && theta.every((value) => isWithin(value, RANGES.theta)),
    y: isWithin(y, RANGES.y),
    eta: isWithin(eta, RANGES.eta),
    step: isWithin(step, RANGES.step) && Number.isInteger(step),
    param: PARAMETERS.includes(param),
    notices: notices.every(({ length }) => length > 20) && new Set(notices).size === notices.length,
  };
  return Object.keys(claims).filter((name) => !claims[name]);
};

const isUsable = (query: string): void => {
  expect(faultsOf(query)).toEqual([]);
};

describe('any text at all as a link', { timeout: 60_000 }, () => {
  test('gives usable settings', () => {
    // Any code at all, halves of a pair among them.
    const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
    fc.assert(fc.property(fc.string({ unit: character }), isUsable), { numRuns: 300 });
  });

  test('gives usable settings when it nearly is one', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '',
        ',',
        'NaN',
        'Infinity',
        '1e999',
        '-',
        '0x10',
        ' 1 ',
        '1,2,3',
        '%',
        '🙂',
        '1e5',
        '-99',
        'w.1.1.1',
        'forward',
      ),
      fc.double().map(String),
      fc.array(fc.double(), { maxLength: 14 }).map((numbers) => numbers.join(',')),
      fc.string(),
    );
    const name = fc.constantFrom('v', ...Object.keys(SETTINGS), 'gates.eta', 'phase', 'nonsense');
    const query = fc
      .array(fc.tuple(name, part))
      .map((parts) => `?v=1&${parts.map(([n, v]) => `${n}=${v}`).join('&')}`);
    fc.assert(fc.property(query, isUsable), { numRuns: 1000 });
  });
});

describe('what cannot be used', () => {
  test.each([
    ['?x=1', 'x was ignored: expected two numbers, found “1”.'],
    ['?y=rain', 'y was ignored: expected a number, found “rain”.'],
    ['?theta=1,2,3', 'theta was ignored: expected 13 numbers, found “1,2,3”.'],
    ['?eta=', 'eta was ignored: expected a number, found “”.'],
    [
      '?param=w.9.9.9',
      'param was ignored: expected the name of a weight or bias such as w.1.2.1, found “w.9.9.9”.',
    ],
    [
      '?phase=backward',
      'phase was ignored: expected one of ready, forward, output, output-parameters, hidden, hidden-parameters, inputs, updated, found “backward”.',
    ],
    [
      '?v=7&eta=3&phase=forward',
      'This link was made for version 7 of the essay; this is version 1, so it was ignored.',
    ],
  ])('%s falls back to the defaults and says so', (query, notice) => {
    expect(settingsFrom(query)).toEqual({ settings: DEFAULTS, phase: 'ready', notices: [notice] });
  });

  test.each([
    ['?x=9,-9', { x: [5, -5] }, 'x was brought into its range, −5 to 5.'],
    ['?y=2', { y: 1 }, 'y was brought into its range, 0 to 1.'],
    ['?eta=-1', { eta: 0 }, 'eta was brought into its range, 0 to 50.'],
    ['?step=1000', { step: 200 }, 'step was brought into its range, 0 to 200.'],
    ['?step=2.4', { step: 2 }, 'step was rounded to 2: it is a whole number.'],
  ])('%s is brought to the nearest that can, and says so', (query, held, notice) => {
    const read = settingsFrom(query);
    expect(read.settings).toEqual({ ...DEFAULTS, ...held });
    expect(read.notices).toEqual([notice]);
  });

  test('does not take the rest of the link with it', () => {
    expect(settingsFrom('?v=1&x=broken&eta=2').settings).toEqual({ ...DEFAULTS, eta: 2 });
  });
});
