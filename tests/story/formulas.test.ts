import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '@/story/essay.ts';
import { FORMULAS, formulasOf, GROUPS, nameIn, workingFor } from '@/story/formulas.ts';
import { readingOf } from '@/story/reading.ts';
import { DEFAULTS } from '@/story/settings.ts';
import { operationNamed } from '@/story/working.ts';
import { texIn, WRITTEN } from '@/story/written-formulas.ts';
import { settingsFor } from './networks.ts';

/** A line of NumPy as JavaScript, for the few things that the sheet writes. */
const asJavaScript = (line: string): string =>
  line
    .replace(/ *#.*/, '')
    .replace(/(\w+)\.T @ (\w+)/, 'mat(transpose($1), $2)')
    .replace(/(\w+) @ (\w+)/, 'mat($1, $2)')
    .replace('np.maximum(0, z1)', 'z1.map((z) => Math.max(0, z))')
    .replace(/np\.outer\((\w+), (\w+)\)/, '$1.map((d) => $2.map((x) => d * x))')
    .replace('da1 * (z1 > 0)', 'da1.map((d, j) => d * (z1[j] > 0))')
    .replaceAll('np.', 'Math.')
    .replace(/^(z1) = (mat\(.*\)) \+ (b1)$/, '$1 = plus($2, $3)')
    .replace(/^dW2 = dz2 \* a1$/, 'dW2 = a1.map((a) => dz2 * a)')
    .replace(/^da1 = dz2 \* W2$/, 'da1 = W2.map((w) => dz2 * w)');

const HELPERS = `
  const mat = (m, v) => Array.isArray(m[0]) ? m.map((row) => mat(row, v)) : m.reduce((s, x, i) => s + x * v[i], 0);
  const transpose = (m) => m[0].map((_, c) => m.map((row) => row[c]));
  const plus = (a, b) => a.map((x, i) => x + b[i]);
`;

/** What the lines of code compute, by the names that they use. */
const run = (settings: typeof DEFAULTS): Record<string, unknown> => {
  const t = settings.theta;
  const given = {
    x: settings.x,
    y: settings.y,
    W1: [t.slice(0, 2), t.slice(2, 4), t.slice(4, 6)],
    b1: t.slice(6, 9),
    W2: t.slice(9, 12),
    b2: t[12],
  };
  const lines = FORMULAS.filter(({ group }) => group !== 'update').map(({ id }) =>
    asJavaScript(WRITTEN[id].code),
  );
  const names = lines.map((line) => line.split(' = ')[0]);
  const body = `${HELPERS} let ${names.join(', ')}; ${lines.join(';')}; ({ ${names.join(', ')} })`;
  return runInNewContext(body, given) as Record<string, unknown>;
};

const valueAt = (found: Record<string, unknown>, name: string): unknown => {
  const [, base = '', places = ''] = /^(\w+)(?:\[([\d,]+)\])?$/.exec(name) ?? [];
  return places
    .split(',')
    .filter(Boolean)
    .reduce<unknown>((value, place) => (value as unknown[])[Number(place)], found[base]);
};

describe('the sheet of formulas', () => {
  test('has each formula once, in its group, with words for eye and ear', () => {
    expect(new Set(FORMULAS.map(({ id }) => id)).size).toBe(FORMULAS.length);
    expect(GROUPS.flatMap(formulasOf)).toEqual(FORMULAS);
    for (const { words, spoken, holds } of FORMULAS) {
      for (const text of [words, spoken, holds]) expect(text).toMatch(/\S/);
      expect(spoken).toMatch(/\.$/);
      expect(spoken).not.toMatch(/[\\=·∂δ]/);
    }
  });

  test('names a working of the network, for every parameter', () => {
    const reading = readingOf(DEFAULTS);
    for (const formula of FORMULAS)
      for (const param of PARAMETERS) {
        const of = workingFor(formula, param);
        expect(of).not.toMatch(/[jkθ]/);
        expect(operationNamed(reading, { of }).id).toBe(of.replace('update:', ''));
      }
    expect(workingFor({ of: 'dw.1.j.k' }, 'w.1.3.2')).toBe('dw.1.3.2');
    expect(workingFor({ of: 'dw.2.1.j' }, 'w.2.1.2')).toBe('dw.2.1.2');
    expect(workingFor({ of: 'dx.k' }, 'b.1.2')).toBe('dx.1');
  });

  test('computes in code, run line by line, what the engine does', () => {
    const ids = [
      'z.1.2',
      'a.1.3',
      'z.2.1',
      'yhat',
      'loss',
      'dyhat',
      'slope.2.1',
      'dz.2.1',
      'dw.2.1.2',
      'db.2.1',
    ];
    const more = ['da.1.1', 'dz.1.2', 'dw.1.3.1', 'dw.1.2.2', 'db.1.1', 'dx.2'];
    for (let seed = 0; seed < 20; seed++) {
      const settings = seed === 0 ? DEFAULTS : { ...settingsFor(seed), step: 0 };
      const all = readingOf(settings).run.quantitiesAt(0);
      if (Math.abs(all.get('z.2.1')!) > 8) continue;
      const found = run(settings);
      for (const id of [...ids, ...more])
        expect(valueAt(found, nameIn('code', id)), `${id}, seed ${seed}`).toBeCloseTo(all.get(id)!, 8);
    }
  });

  test('is written in three ways: with ∂L/∂z, with δ, as a program counts', () => {
    const gate = WRITTEN.weight;
    expect(texIn('delta', gate)).toContain(String.raw`\delta_j`);
    expect(texIn('partial', gate)).not.toContain('delta');
    expect(texIn('partial', gate)).toContain(String.raw`\pd{L}{z_j}`);
    expect(['partial', 'delta', 'code'].map((as) => nameIn(as as 'code', 'dz.1.2'))).toEqual([
      '∂L/∂z₂',
      'δ₂',
      'dz1[1]',
    ]);
    expect(nameIn('delta', 'dz.2.1')).toBe('δ');
    expect(nameIn('code', 'dw.1.3.1')).toBe('dW1[2,0]');
    expect(nameIn('code', 'w.2.1.2')).toBe('W2[1]');
  });
});
