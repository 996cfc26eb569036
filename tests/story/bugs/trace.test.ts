import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
  backward,
  forward,
  gradientId,
  mutantGradient,
  mutantNamed,
  mutantStep,
  parametersOf,
} from '@/engine/index.ts';
import { BUG_NAMES, CASES, ETA, MORNINGS, networkOf, type BugName, type Case } from '@/story/bugs/cases.ts';
import { brokenRun } from '@/story/bugs/descent.ts';
import { linesOf, sharesOf, valuesOf } from '@/story/bugs/trace.ts';
import { TOLD } from '@/story/bugs/words.ts';
import { PARAMETERS } from '@/story/essay.ts';
import { parse } from '@/story/format.ts';
import { textOf } from '@/story/symbol.ts';

const caseFor = (bug: BugName): Case => CASES.find((one) => one.bug === bug)!;

/** Which lines of the wet morning do not follow, per bug: where a reader has to find it. */
const BROKEN: Readonly<Record<BugName, RegExp | undefined>> = {
  'slope-left-in': /^dz\.2\.1$/,
  // A weight out of a shut unit has not moved.
  'update-before-propagate': /^da\.1\.[12]$/,
  'no-gate': /^(dz\.1\.3|dw\.2\.1\.3)$/,
  'gate-from-activation': /^dz\.1\.3$/,
  'swapped-indices': /^dw\.1\.(1\.2|2\.\d|3\.1)$/,
  'no-bias-gradient': /^db\./,
  divides: /^(dw\.|da\.)/,
  'overwrites-batch': undefined,
  'bias-once-per-weight': undefined,
};

describe('the way back, line by line', () => {
  test.each(CASES)('case $number: exactly the lines of the broken rule do not follow', (of) => {
    const lines = linesOf(of.bug, networkOf(of, 'given'), 0);
    expect(lines).toHaveLength(20);
    const broken = lines.filter(({ isBroken }) => isBroken).map(({ id }) => id);
    const pattern = BROKEN[of.bug];
    expect(broken).toEqual(lines.map(({ id }) => id).filter((id) => pattern?.test(id)));
  });

  test.each(CASES)('case $number: what is shown of a sound line comes out as shown', (of) => {
    for (const step of [0, 5, 40])
      for (const morning of [0, 1]) {
        const network = brokenRun(of, 'given').networks[step]!;
        for (const { id, operands, text, value, isBroken, due } of linesOf(of.bug, network, morning)) {
          const shown = operands.map((operand) => parse(operand.text));
          const result = id === 'dz.2.1' ? shown[0]! - shown[1]! : shown.reduce((a, b) => a * b, 1);
          expect(Math.abs(parse(due.text) - result), id).toBeLessThanOrEqual(0.5001e-4);
          if (!isBroken) expect(Math.abs(parse(text) - result), id).toBeLessThanOrEqual(0.5001e-4);
          expect(Math.abs(parse(text) - value), id).toBeLessThanOrEqual(0.5001e-4);
        }
      }
  });

  test('with every rule right it is the engine’s own pass', () => {
    const network = networkOf(CASES[0]!, 'given');
    const { input, target } = MORNINGS[0]!;
    const { layers } = backward(network, forward(network, input), target);
    const values = valuesOf('bias-once-per-weight', network, 0);
    layers.forEach(({ delta, dWeights, dBias }, l) => {
      delta.forEach((value, j) => expect(values.get(`dz.${l + 1}.${j + 1}`)).toBeCloseTo(value, 15));
      dBias.forEach((value, j) => expect(values.get(`db.${l + 1}.${j + 1}`)).toBeCloseTo(value, 15));
      dWeights.forEach((row, j) =>
        row.forEach((value, k) => expect(values.get(`dw.${l + 1}.${j + 1}.${k + 1}`)).toBeCloseTo(value, 15)),
      );
    });
  });

  test('the two mornings make up what the code says in all, unless it overwrites', () => {
    for (const of of CASES) {
      const network = networkOf(of, 'given');
      const { gradient } = mutantGradient(mutantNamed(of.bug), network, MORNINGS, ETA);
      PARAMETERS.forEach((id, p) => {
        const [wet, dry] = sharesOf(of.bug, network, id);
        const all = of.bug === 'overwrites-batch' ? dry! / 2 : (wet! + dry!) / 2;
        expect(gradient[p], `${of.bug} ${id}`).toBeCloseTo(all, 14);
      });
    }
  });

  test('where there is no number, the line says so and counts as broken; what follows from it does not', () => {
    const divides = caseFor('divides');
    const lines = linesOf('divides', networkOf(divides, 'zeros'), 0);
    const da = lines.find(({ id }) => id === 'da.1.1')!;
    expect([da.text, Number.isFinite(da.value), da.isBroken]).toEqual(['—', false, true]);
    for (const { text } of lines) expect(text).not.toMatch(/NaN|Infinity/);
  });
});

// What is told in the end, worked out as it is written: the line as it stands gives the code's number, the line as it should
// be gives the sound one.

/** A formula in the essay's letters as JavaScript; `v` knows each by its id. */
const asJavaScript = (formula: string): string => {
  const ids = [
    ...['1', '2', '3'].flatMap((j) => [`dw.2.1.${j}`, `da.1.${j}`, `dz.1.${j}`, `db.1.${j}`]),
    ...PARAMETERS.filter((id) => id.startsWith('w.1')).flatMap((id) => [gradientId(id), id]),
    ...['1', '2', '3'].flatMap((j) => [`w.2.1.${j}`, `a.1.${j}`, `z.1.${j}`, `b.1.${j}`]),
    ...['dz.2.1', 'db.2.1', 'b.2.1', 'yhat', 'y', 'x.1', 'x.2'],
  ].toSorted((a, b) => textOf(b).length - textOf(a).length);
  const named = ids.reduce((text, id, i) => text.replaceAll(textOf(id), `«${i}»`), formula);
  return named
    .replaceAll('η', `(${ETA})`)
    .replaceAll('·', '*')
    .replaceAll('÷', '/')
    .replaceAll('−', '-')
    .replaceAll('≠', '!==')
    .replace(
      /^(.*?)([^ (]+) if (.*), else (.*)$/,
      (_, before: string, yes: string, when: string, no: string) =>
        before.includes('(')
          ? `${before}${when} ? ${yes} : ${no}`
          : `(${when}) ? (${before}${yes}) : (${no})`,
    )
    .replace(/«(\d+)»/g, (_, i: string) => `v['${ids[Number(i)]!}']`);
};
const idOf = (left: string): string => /v\['(.*)'\]/.exec(asJavaScript(left))![1]!;

describe('the lines that are told', () => {
  const byFormula = BUG_NAMES.filter((bug) => !['overwrites-batch', 'bias-once-per-weight'].includes(bug));

  test.each(byFormula)('%s, in letters', (bug) => {
    const network = networkOf(caseFor(bug), 'given');
    const lines = linesOf(bug, network, 0);
    const values = valuesOf(bug, network, 0);
    const work = (formula: string): readonly [id: string, value: number] => {
      const [left = '', right = ''] = formula.split(' = ');
      const found: unknown = runInNewContext(asJavaScript(right), { v: Object.fromEntries(values) });
      return [idOf(left), Number(found)];
    };
    for (const formula of TOLD[bug].wrong.formula) {
      const [id, value] = work(formula);
      expect(value, formula).toBeCloseTo(values.get(id)!, 13);
      expect(lines.find((line) => line.id === id)!.isBroken, formula).toBe(true);
    }
    for (const formula of TOLD[bug].right.formula) {
      const [id, value] = work(formula);
      expect(value, formula).toBeCloseTo(lines.find((line) => line.id === id)!.due.value, 13);
    }
  });

  test('overwrites-batch: half the dry morning, in place of half of both', () => {
    const network = networkOf(caseFor('overwrites-batch'), 'given');
    const { gradient } = mutantGradient(mutantNamed('overwrites-batch'), network, MORNINGS, ETA);
    const [, dry] = sharesOf('overwrites-batch', network, 'w.1.1.1');
    expect(TOLD['overwrites-batch'].wrong.formula[0]).toBe('∂L/∂w₁₁ = ½ · ∂L/∂w₁₁ of the dry morning');
    expect(gradient[0]).toBeCloseTo(dry! / 2, 15);
  });

  test('bias-once-per-weight: two and three times', () => {
    const network = networkOf(caseFor('bias-once-per-weight'), 'given');
    const { gradient } = mutantGradient(mutantNamed('bias-once-per-weight'), network, MORNINGS, ETA);
    const after = parametersOf(mutantStep(mutantNamed('bias-once-per-weight'), network, MORNINGS, ETA));
    const before = parametersOf(network);
    TOLD['bias-once-per-weight'].wrong.formula.forEach((formula, i) => {
      const id = ['b.1.1', 'b.2.1'][i]!;
      const p = PARAMETERS.indexOf(id);
      const [, times] = /− (\d) · η/.exec(formula)!;
      expect(formula.startsWith(textOf(id))).toBe(true);
      expect(after[p]).toBeCloseTo(before[p]! - Number(times) * ETA * gradient[p]!, 14);
    });
  });

  /** A line of NumPy as JavaScript, for the few things that these write. */
  const numpy = (line: string): string =>
    line
      .replace(/^da1 = dz2 ([*/]) W2$/, 'da1 = W2.map((w) => dz2 $1 w)')
      .replace(/^dW2 = dz2 ([*/]) (a1|z1)$/, 'dW2 = $2.map((a) => dz2 $1 a)')
      .replace(/^da1 = dz2 \* \(W2 - eta \* dW2\)$/, 'da1 = W2.map((w, j) => dz2 * (w - eta * dW2[j]))')
      .replace(/^dz1 = da1 \* \(z1 > 0\)$/, 'dz1 = da1.map((d, j) => d * (z1[j] > 0))')
      .replace(
        /^dz1 = da1 \* np\.where\((\w1) (!=|>) 0, 1, ([\d.]+)\)$/,
        'dz1 = da1.map((d, j) => d * ($1[j] $2 0 ? 1 : $3))',
      )
      .replace('np.outer(x, dz1).reshape(3, 2)', 'rows(x.flatMap((a) => dz1.map((d) => d * a)))')
      .replace('np.outer(dz1, 1 / x)', 'dz1.map((d) => x.map((a) => d / a))')
      .replace('np.outer(dz1, x)', 'dz1.map((d) => x.map((a) => d * a))')
      .replace('np.zeros(3)', '[0, 0, 0]');

  test.each(byFormula)('%s, in NumPy', (bug) => {
    const network = networkOf(caseFor(bug), 'given');
    const values = valuesOf(bug, network, 0);
    const lines = linesOf(bug, network, 0);
    const list = (...ids: readonly string[]): readonly number[] => ids.map((id) => values.get(id)!);
    const units = (name: string): readonly number[] => list(`${name}.1`, `${name}.2`, `${name}.3`);
    for (const which of ['wrong', 'right'] as const) {
      const given = {
        x: list('x.1', 'x.2'),
        y: values.get('y'),
        yhat: values.get('yhat'),
        eta: ETA,
        W2: units('w.2.1'),
        z1: units('z.1'),
        a1: units('a.1'),
        dz2: values.get('dz.2.1'),
        dz1: units('dz.1'),
        da1: units('da.1'),
        dW2: units('dw.2.1'),
      };
      const helpers = 'const rows = (flat) => [flat.slice(0, 2), flat.slice(2, 4), flat.slice(4)];';
      const code = TOLD[bug][which].code.map(numpy).join(';');
      const found = runInNewContext(
        `${helpers} var dW1, db1, db2; ${code}; ({ dz2, dz1, da1, dW2, dW1, db1, db2 })`,
        given,
      ) as Record<string, unknown>;
      const expected = (id: string): number =>
        which === 'wrong' ? values.get(id)! : lines.find((line) => line.id === id)!.due.value;
      const compare = (name: string, ids: readonly string[]): void => {
        if (!new RegExp(`^${name} =`, 'm').test(TOLD[bug][which].code.join('\n'))) return;
        const flat = [found[name]].flat(2) as readonly number[];
        expect(flat).toHaveLength(ids.length);
        ids.forEach((id, i) => expect(flat[i], `${which} ${id}`).toBeCloseTo(expected(id), 13));
      };
      const of = (pattern: RegExp): readonly string[] =>
        lines.map(({ id }) => id).filter((id) => pattern.test(id));
      compare('dz2', ['dz.2.1']);
      compare('dz1', of(/^dz\.1/));
      compare('da1', of(/^da\.1/));
      compare('dW2', of(/^dw\.2/));
      compare('dW1', of(/^dw\.1/));
      compare('db1', of(/^db\.1/));
      compare('db2', of(/^db\.2/));
    }
  });

  test('four have been published, and say where', () => {
    const published = BUG_NAMES.filter((bug) => TOLD[bug].source);
    expect(published).toEqual(['update-before-propagate', 'no-gate', 'no-bias-gradient', 'divides']);
    for (const bug of published) expect(TOLD[bug].source!.links.length).toBeGreaterThan(0);
  });
});
