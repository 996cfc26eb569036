import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examples } from '@content/examples/index.ts';
import { judge, type JudgedValue } from '@/story/worked/judge.ts';
import { readExample } from '@/story/worked/read.ts';

/** Every printed number computed once more, in NumPy, and judged by hand. */
type Truth = Readonly<
  Record<
    string,
    {
      readonly counts: Readonly<Record<'right' | 'rounding' | 'wrong', number>>;
      readonly values: Readonly<Record<string, readonly [computed: number, verdict: string]>>;
      readonly gradient?: Readonly<Record<string, number>>;
    }
  >
>;
const truth = JSON.parse(readFileSync(new URL('./truth.json', import.meta.url), 'utf8')) as Truth;

const judged = new Map(examples.map((example) => [example.id, judge(readExample(example))]));
const valuesOf = (id: string): ReadonlyMap<string, JudgedValue> =>
  new Map(judged.get(id)!.values.map((value) => [value.name, value]));

test('every example of the reference is here, and no other', () => {
  expect([...judged.keys()].toSorted()).toEqual(Object.keys(truth).toSorted());
});

describe.each(Object.entries(truth))('%s', (id, { counts, values, gradient = {} }) => {
  test('nothing is refused, and right, rounding and wrong are as many as in the reference', () => {
    expect(judged.get(id)!.refused).toEqual([]);
    expect(judged.get(id)!.counts).toEqual(counts);
  });

  test('each number is computed and judged as in the reference', () => {
    const found = valuesOf(id);
    for (const [name, [computed, verdict]] of Object.entries(values)) {
      const value = found.get(name)!;
      expect(Math.abs(value.computed - computed), name).toBeLessThanOrEqual(
        1e-15 + 1e-11 * Math.abs(computed),
      );
      expect(value.verdict, name).toBe(verdict);
    }
  });

  test('its gradient is the reference’s, printed or not', () => {
    const example = examples.find((one) => one.id === id)!;
    const asked = Object.fromEntries(Object.keys(gradient).map((name) => [name, '0']));
    if (Object.keys(asked).length === 0) return;
    const found = new Map(
      judge(readExample({ ...example, published_as_printed: asked })).values.map((v) => [v.name, v.computed]),
    );
    for (const [name, value] of Object.entries(gradient))
      expect(found.get(name), name).toBeCloseTo(value, 12);
  });
});

test('every example says where it is to be found, an address as nothing but an address', () => {
  for (const { id, source, where } of examples) {
    expect(source ?? where, id).toBeTruthy();
    if (source !== undefined) expect(source, id).toMatch(/^https:\/\/\S+$/);
  }
});

describe('causes', () => {
  const unexplained = [...judged].flatMap(([id, { values }]) =>
    values.filter(({ verdict, slip }) => verdict === 'wrong' && !slip).map(({ name }) => `${id} ${name}`),
  );
  test('a slip is known for every wrong number but one', () => {
    expect(unexplained).toEqual(['nbis-exercise dL/dW2[0][0]']);
  });

  test('Mazur’s loss after the step comes out to the digit through weights that have moved', () => {
    const loss = valuesOf('mazur-2015-after').get('loss+')!;
    expect(loss.slip!.condition).toBe('through updated weights');
    expect(loss.slip!.value.toFixed(9)).toBe('0.291027924');
    expect(loss.computed.toFixed(9)).toBe('0.291027774');
  });

  test('Prosise’s numbers come out without the gate, as far as doubles go', () => {
    for (const { slip, printed } of valuesOf('prosise-2-3-1-no-mask').values())
      if (slip) expect(Math.abs(slip.value - Number(printed))).toBeLessThan(2e-14);
  });

  test('where nothing is said of an example, the usual slips are tried', () => {
    const mazur = examples.find(({ id }) => id === 'mazur-2015-after')!;
    const [loss] = judge(readExample({ ...mazur, slips: undefined })).values;
    expect(loss!.slip?.condition).toBe('through updated weights');
  });
});

describe('a number that is changed', () => {
  const changed = (id: string, name: string, printed: string) =>
    judge(
      readExample({
        ...examples.find((one) => one.id === id)!,
        published_as_printed: {
          ...examples.find((one) => one.id === id)!.published_as_printed,
          [name]: printed,
        },
      }),
    ).values.find((value) => value.name === name)!.verdict;

  test.each([
    ['mazur-2015', 'a1[0]', '.593269993', 'rounding'],
    ['mazur-2015', 'a1[0]', '.593270992', 'wrong'],
    ['mazur-2015', 'a2[0]', '.75136517', 'wrong'],
    ['ucsd-dsc140b-lecture', 'z3[0]', '24.0', 'right'],
    ['ucsd-dsc140b-lecture', 'z3[0]', '25', 'wrong'],
    ['ucsd-dsc140b-lecture', 'dL/dW1[0][0]', '-8', 'wrong'],
    ['kircerta-2-2-1-relu', 'loss', '0.78127', 'wrong'],
    ['lexai-2-1-1', 'loss', '0.43', 'right'],
    ['lexai-2-1-1', 'loss', '0.440', 'wrong'],
    ['rgu-3.1', 'W2+[0][0]', '.272492', 'wrong'],
  ])('%s %s, printed %s, is %s', (id, name, printed, verdict) => {
    expect(changed(id, name, printed)).toBe(verdict);
  });
});
