import { describe, expect, test } from 'vitest';
import { examples } from '@content/examples/index.ts';
import { formatLike } from '@/story/format.ts';
import { judge } from '@/story/worked/judge.ts';
import { textOfLabel } from '@/story/worked/label.ts';
import { quantitiesOf } from '@/story/worked/quantities.ts';
import { readExample } from '@/story/worked/read.ts';
import { rowsOf, type Digits } from '@/story/worked/rows.ts';
import { slipWords } from '@/story/worked/slip-words.ts';

const all = examples.map((json) => {
  const example = readExample(json);
  return { id: json.id, example, rows: rowsOf(judge(example), example) };
});
const rowsIn = (id: string) => all.find((one) => one.id === id)!.rows;
const rowOf = (id: string, name: string) => rowsIn(id).find((row) => row.name === name)!;
const whole = ({ same, rest }: Digits): string => same + rest;

describe('a number in the form of another', () => {
  test.each([
    [0.29102777369, '.291027924', '.291027774'],
    [-0.0192, '-.019049119', '−.019200000'],
    [2, '8', '2'],
    [0.00792648, '-7.916e-3', '7.926×10⁻³'],
    [-0.00004, '0.001', '0.000'],
    [0, '0.0000', '0.0000'],
    [0, '0.0104', '0'],
    [1.5000003851533101, '-1.5000003851533106', '1.50000038515331'],
    [0.00053480480466105, '0.0005348048046610517', '0.000534804804661050'],
  ])('%d like %s is %s', (value, printed, text) => {
    expect(formatLike(value, printed)).toBe(text);
  });
});

describe.each(all)('$id', ({ rows, example }) => {
  test('is printed as its author printed it, and what is computed stands in the same form', () => {
    for (const { printed, computed, value } of rows) {
      const plain = whole(printed)
        .replace('−', '-')
        .replace(/×10.*$/, '');
      expect(plain, value.name).toBe(value.printed.replace(/e.*$/, ''));
      if (value.verdict !== 'right') expect(whole(computed), value.name).not.toBe(whole(printed));
    }
  });

  test('a number that is right shows no difference, every other one does', () => {
    for (const { printed, computed, verdict, name } of rows) {
      const isMarked = printed.rest.replace(/×10.*$/, '') !== '';
      expect(isMarked, name).toBe(verdict !== 'right');
      expect(computed.same, name).toBe(computed.same.slice(0, printed.same.length));
    }
  });

  test('what a slip leads to is written as what is printed, give or take its last place', () => {
    for (const { slip, value } of rows) {
      if (!slip) continue;
      const unit = 10 ** -Math.min(15, value.printed.split('.')[1]?.length ?? 0);
      const off = Math.abs(Number(slip.digits.replace('−', '-')) - Number(value.printed));
      expect(off, value.name).toBeLessThan(1.01 * unit + 1e-13);
    }
  });

  test('the figure has every quantity that a row points at', () => {
    const known = quantitiesOf(example, 0);
    for (const { ids, name } of rows)
      for (const id of ids) if (!id.startsWith('slope.')) expect([...known.keys()], name).toContain(id);
  });

  test('no two rows have one label', () => {
    const labels = rows.map(({ label, group }) => `${group} ${textOfLabel(label)}`);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });
});

describe('labels', () => {
  test.each([
    ['mazur-2015', 'z1[0]', 'z¹₁'],
    ['mazur-2015', 'E_o1', 'Eo1'],
    ['mazur-2015', 'dE_o1/da1[0]', '∂L₁/∂a¹₁'],
    ['mazur-2015-after', 'loss after 10000 steps', 'L after 10\u202f000 steps'],
    ['han-kamber-9.1', '-dL/dz2[0]', '−∂L/∂z'],
    ['han-kamber-9.1', 'W1+[0][2]', 'w₁₃ after the step'],
    ['ucsd-dsc140b-lecture', 'dL/dz1[1]', '∂ŷ/∂z¹₂'],
    ['cs231n-neuron', 'df/dw0', 'df/dw0'],
    ['coursera-c1w3-labels', 'a1[0][2]', 'a⁽³⁾₁'],
  ])('%s %s is %s', (id, name, text) => {
    expect(textOfLabel(rowOf(id, name).label)).toBe(text);
  });
});

test('rows are told apart by where in the work they come up', () => {
  expect(rowOf('mazur-2015', 'sigmoid_prime_o1').group).toBe('backward');
  expect(rowOf('mazur-2015', 'loss').group).toBe('forward');
  expect(rowOf('mazur-2015', 'W2+[0][0]').group).toBe('after');
  expect(rowOf('prosise-2-3-1-no-mask', 'b2 after 5000 updates').group).toBe('after');
});

test('numbers that come out on the author’s own are told from those that are merely near', () => {
  expect(rowOf('lexai-2-1-1', 'loss').isCarried).toBe(true);
  expect(rowOf('rgu-3.1', 'W2+[0][0]').isCarried).toBe(true);
  expect(rowOf('coursera-c2w1-gradcheck', 'relative difference with the two planted bugs').isCarried).toBe(
    false,
  );
});

test('every slip of the examples has words of its own', () => {
  const conditions = all.flatMap(({ rows }) => rows.flatMap(({ value }) => value.slip?.condition ?? []));
  for (const condition of new Set(conditions)) expect(slipWords(condition)).not.toBe(condition);
});
