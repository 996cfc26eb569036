import { describe, expect, test } from 'vitest';
import { idParts } from '@/engine/index.ts';
import { readingOf } from '@/story/reading.ts';
import { ruleOf } from '@/story/rule.ts';
import { runOf } from '@/story/run.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { worldOf, WORLD_NAMES, type World } from '@/story/world.ts';
import { ACTIVATIONS, LOSSES, worldWith } from './worlds.ts';

const MENTIONED = {
  relu: /\bReLU|\bgate|[Oo]pen|shut/,
  leakyRelu: /[Ll]eaky|hundredth/,
  sigmoid: /sigmoid/,
  tanh: /hyperbolic tangent/,
  identity: /as it stands\.$|everywhere/,
};
const idsIn = (world: World): readonly string[] => {
  const ids = [...runOf(world).quantitiesAt(0).keys()];
  const raised = ids.filter((id) => /^([wbza]\.|x\.|yhat)/.test(id));
  return [...ids, ...raised.map((id) => `effect:${id}`), 'eta', 'step', 'share'];
};

describe('ruleOf(id, step, world)', () => {
  test.each([
    ...WORLD_NAMES.map((name) => [name, worldOf(name, DEFAULTS)] as const),
    ...ACTIVATIONS.flatMap((hidden) =>
      LOSSES.map((loss) => [`${hidden}, ${loss}`, worldWith({ hidden, loss })] as const),
    ),
    ['tanh, three layers', { ...worldOf('three-layers', DEFAULTS), hidden: 'tanh' }] as const,
  ])('has a sentence for every quantity: %s', (_, world) => {
    for (const id of idsIn(world)) {
      for (const step of [0, 1, 7]) expect(ruleOf(id, step, world), id).toMatch(/^[A-Z][^]*[^.]\.$/);
      expect(ruleOf(id, 1, world), id).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test.each(ACTIVATIONS)('of a hidden unit speaks of its own activation and of no other: %s', (hidden) => {
    const world = worldWith({ hidden });
    const own = ['a.1.2', hidden === 'relu' ? 'gate.1.2' : 'slope.1.2', 'dz.1.2'].map((id) =>
      ruleOf(id, 0, world),
    );
    expect(own.join(' ')).toMatch(MENTIONED[hidden]);
    for (const [other, mentioned] of Object.entries(MENTIONED)) {
      if (other === hidden || other === 'identity' || (hidden === 'leakyRelu' && other === 'relu')) continue;
      const bare = hidden === 'leakyRelu' ? own.join(' ').replace('Leaky ReLU', '') : own.join(' ');
      expect(bare).not.toMatch(mentioned);
    }
  });

  test('differs between any two activations, in all that they decide', () => {
    for (const id of ['a.1.2', 'slope.1.2', 'dz.1.2']) {
      const rules = ACTIVATIONS.map((hidden) => ruleOf(id, 0, worldWith({ hidden })));
      expect(new Set(rules).size, id).toBe(ACTIVATIONS.length);
    }
    expect(new Set(LOSSES.map((loss) => ruleOf('loss', 0, worldWith({ loss })))).size).toBe(LOSSES.length);
  });

  test('of the output is the sigmoid’s, whatever the hidden units are', () => {
    for (const hidden of ACTIVATIONS) {
      const world = worldWith({ hidden });
      expect(ruleOf('yhat', 0, world)).toMatch(/^The sigmoid/);
      expect(ruleOf('slope.2.1', 0, world)).toMatch(/the sigmoid rises/);
      expect(ruleOf('dz.2.1', 0, world)).toBe('The chain rule: rates along a path multiply.');
    }
    const deep = worldOf('three-layers', DEFAULTS);
    expect(ruleOf('slope.3.1', 0, deep)).toMatch(/the sigmoid rises/);
    expect(ruleOf('gate.2.1', 0, deep)).toMatch(/^Open/);
  });

  test('speaks of gates only where there are gates', () => {
    for (const hidden of ACTIVATIONS) {
      const world = worldWith({ hidden });
      const said = idsIn(world).filter((id) => /\bgate|(?<!Leaky )ReLU/.test(ruleOf(id, 1, world)));
      if (hidden === 'relu') expect(said).toContain('effect:w.1.1.1');
      else expect(said).toEqual([]);
    }
  });

  test('of a mean over a batch is that of a mean, of one of its examples that of the quantity', () => {
    const world = worldOf('two-days', DEFAULTS);
    const means = idsIn(world).filter((id) => ruleOf(id, 0, world) === ruleOf('loss', 0, world));
    const parameters = readingOf(DEFAULTS).in('two-days').parameters;
    expect(ruleOf('loss', 0, world)).toMatch(/^The mean over the examples/);
    expect(means.toSorted()).toEqual(['loss', ...parameters.map((id) => `d${id}`)].toSorted());
    for (const id of idsIn(world)) {
      const { plain, example } = idParts(id);
      if (example !== undefined)
        expect(ruleOf(id, 0, world)).toBe(ruleOf(plain, 0, worldOf('essay', DEFAULTS)));
    }
  });

  test('of an activation of a lower layer adds up what every weight out of it brings back', () => {
    const deep = worldOf('three-layers', DEFAULTS);
    expect(ruleOf('da.1.1', 0, deep)).toMatch(/every weight out of this unit, added up/);
    expect(ruleOf('da.2.1', 0, deep)).toMatch(/the weight out of this unit\.$/);
    expect(ruleOf('da.1.1', 0, worldOf('essay', DEFAULTS))).toMatch(/the weight out of this unit\.$/);
  });

  test('of a parameter counts its updates', () => {
    const world = worldOf('essay', DEFAULTS);
    expect(ruleOf('b.2.1', 0, world)).toMatch(/set at the start/);
    expect(ruleOf('b.2.1', 1, world)).toMatch(/after one update\./);
    expect(ruleOf('b.2.1', 5, world)).toMatch(/after 5 updates\./);
  });

  test('refuses what is no quantity, by name', () => {
    for (const id of ['q.1.1', 'nonsense', ''])
      expect(() => ruleOf(id, 0, worldOf('essay', DEFAULTS))).toThrow(`"${id}"`);
  });
});
