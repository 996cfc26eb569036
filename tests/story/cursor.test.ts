import { describe, expect, test } from 'vitest';
import type { Op } from '@/engine/index.ts';
import { cursorAt, placeIn, reachedIn } from '@/story/cursor.ts';
import { readingOf } from '@/story/reading.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { WORLD_NAMES } from '@/story/world.ts';
import { ACTIVATIONS, worldWith } from './worlds.ts';

const relu = runOf(worldWith({})).traceAt(0);
const tanh = runOf(worldWith({ hidden: 'tanh' })).traceAt(0);
const isOfPass = ({ phase }: Op): boolean => phase === 'forward' || phase === 'backward';

describe('placeIn(ops, name)', () => {
  test.each(ACTIVATIONS)('is just after the operation that computes the quantity: %s', (hidden) => {
    const ops = runOf(worldWith({ hidden })).traceAt(0);
    for (const { id } of ops.filter(isOfPass)) {
      const done = ops[placeIn(ops, id) - 1];
      expect(done?.id).toBe(id);
      expect(done).toSatisfy(isOfPass);
    }
  });

  test('is another place in another network: a name goes with its trace, not with a count', () => {
    for (const ops of [relu, tanh]) expect(ops[placeIn(ops, 'dz.2.1') - 1]?.id).toBe('dz.2.1');
    // Three gates are computed on the way in the one, and none in the other.
    expect(placeIn(relu, 'dz.2.1') - placeIn(tanh, 'dz.2.1')).toBe(3);
    expect(() => placeIn(tanh, 'gate.1.1')).toThrow('gate.1.1');
    expect(() => placeIn(relu, 'slope.1.1')).toThrow('slope.1.1');
  });

  test.each(WORLD_NAMES)('begins at 0 and ends after the update and the clearing: %s', (world) => {
    const ops = readingOf(DEFAULTS).in(world).traceAt(0);
    expect(placeIn(ops, 'start')).toBe(0);
    expect(ops[placeIn(ops, 'update') - 1]?.phase).toBe('update');
    expect(ops[placeIn(ops, 'update')]?.phase).toBe('clear');
    expect(placeIn(ops, 'clear')).toBe(ops.length);
  });

  test('of a mean is where its last example has been added', () => {
    const ops = readingOf(DEFAULTS).in('two-days').traceAt(0);
    const place = placeIn(ops, 'loss');
    expect(ops.slice(place - 2, place).map(({ id }) => id)).toEqual(['loss', 'loss']);
    expect(ops[place]?.id).not.toBe('loss');
  });

  test('refuses a name that the trace does not compute', () => {
    for (const name of ['z.9.9', 'x.1', '', 'dz.2.1@0'])
      expect(() => placeIn(relu, name)).toThrow(`"${name}"`);
  });
});

describe('reachedIn(ops, cursor)', () => {
  const between = { begin: 'z.1.1', end: 'z.1.3' };

  test('is a share of the way between two places, and exactly the last of them at the end', () => {
    const [from, to] = [placeIn(relu, 'z.1.1'), placeIn(relu, 'z.1.3')];
    expect(reachedIn(relu, { ...between, t: 0 })).toBe(from);
    expect(reachedIn(relu, { ...between, t: 0.5 })).toBe((from + to) / 2);
    expect(reachedIn(relu, { ...between, t: 1 })).toBe(to);
  });

  test('follows the trace it is asked about', () => {
    const cursor = { begin: 'start', end: 'dz.2.1', t: 0.5 };
    expect([relu, tanh].map((ops) => reachedIn(ops, cursor))).toEqual(
      [relu, tanh].map((ops) => placeIn(ops, 'dz.2.1') / 2),
    );
  });

  test('of cursorAt(name) is that place, with nothing under way', () => {
    for (const name of ['start', 'z.1.2', 'update', 'clear'])
      expect(reachedIn(relu, cursorAt(name))).toBe(placeIn(relu, name));
  });
});
