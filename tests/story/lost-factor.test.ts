import { describe, expect, test } from 'vitest';
import { explain } from '@/story/explain.ts';
import { lostFactor } from '@/story/lost-factor.ts';
import { narrate } from '@/story/narrate.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS, type Settings } from '@/story/settings.ts';
import { shownArithmetic } from '@/story/expression.ts';
import { settingsFor } from './networks.ts';

/** So sure and so wrong that the machine holds neither the sigmoid's slope nor the loss's own rate. */
const PAST_ALL: Settings = { ...DEFAULTS, x: [5, 5], y: 0, theta: DEFAULTS.theta.map(() => 20) };
const SAID = ' The slope is too small for a machine, which writes 0; the product is taken from ŷ − y.';

describe('a slope that the machine has lost', () => {
  const { run } = readingOf(PAST_ALL);
  const op = run.traceAt(0).find(({ id }) => id === 'dz.2.1')!;

  test('is zero, and its product is not', () => {
    expect(run.quantitiesAt(0).get('slope.2.1')).toBe(0);
    expect(run.quantitiesAt(0).get('dz.2.1')).toBe(1);
    expect(shownArithmetic(op).isExact).toBe(false);
  });

  test('is told of under the number and in the transcript, which claims no arithmetic', () => {
    expect(explain(readingOf(PAST_ALL), { q: 'dz.2.1' }).rule).toBe(
      `The chain rule: rates along a path multiply.${SAID}`,
    );
    expect(narrate(op)).toContain(' gives about 1.0000: ');
    expect(narrate(op).endsWith(SAID)).toBe(true);
  });

  test('is told of at no other operation, and in no plainer network', () => {
    for (const other of run.traceAt(0)) if (other !== op) expect(lostFactor(other), other.id).toBe('');
    for (let seed = 1; seed <= 40; seed++) {
      for (const one of readingOf(settingsFor(seed)).run.traceAt(0)) expect(lostFactor(one), one.id).toBe('');
    }
  });
});
