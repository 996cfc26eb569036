import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, labSetting, number, numbers } from '@/story/setting.ts';
import { SETTINGS } from '@/story/settings.ts';
import { changedIn, fallbacksOf, partsOf, settledIn, valuesIn, type Table } from '@/story/table.ts';

describe('a table of settings', () => {
  const study = {
    width: number({ fallback: 3, range: [1, 8], isWhole: true, words: 'the width' }),
    start: choice({ fallback: 'he', options: ['he', 'xavier'], words: 'the start' }),
  } as const;
  /** The same with one entry more: nothing else is added anywhere. */
  const wider = {
    ...study,
    spread: numbers({
      fallback: [0.1, -0.2],
      range: [-1, 1],
      names: ['the first spread', 'the second spread'],
      expected: 'two spreads',
    }),
  } as const;
  const read = <T extends Table>(table: T, query: string) =>
    valuesIn(table, new URLSearchParams(query), 'study.');
  const written = `study.width=5&study.spread=0.3,-0.2`;

  test('with one entry more reads it from a link, under the table’s prefix, and writes it back', () => {
    expect(read(study, written)).toEqual({ values: { width: 5, start: 'he' }, notices: [] });
    const { values, notices } = read(wider, written);
    expect(values).toEqual({ width: 5, start: 'he', spread: [0.3, -0.2] });
    expect(notices).toEqual([]);
    expect(partsOf(wider, values, 'study.').join('&')).toBe(written);
    expect(partsOf(wider, fallbacksOf(wider), 'study.')).toEqual([]);
  });

  test('reads nothing that has no prefix, or that of another table', () => {
    for (const query of ['width=5', 'other.width=5', 'study.study.width=5', 'Study.width=5'])
      expect(read(wider, query)).toEqual({ values: fallbacksOf(wider), notices: [] });
  });

  test('with one entry more holds it to its bounds, and says so by its name in the link', () => {
    const { values, notices } = read(wider, 'study.spread=9,-0.2&study.width=99&study.start=he');
    expect(values).toEqual({ width: 8, start: 'he', spread: [1, -0.2] });
    expect(notices).toEqual([
      'study.width was brought into its range, 1 to 8.',
      'study.spread was brought into its range, −1 to 1.',
    ]);
  });

  test('with one entry more says what was expected where it cannot be read, and keeps the rest', () => {
    const { values, notices } = read(wider, 'study.spread=1&study.start=she&study.width=2.4');
    expect(values).toEqual({ width: 2, start: 'he', spread: [0.1, -0.2] });
    expect(notices).toEqual([
      'study.width was rounded to 2: it is a whole number.',
      'study.start was ignored: expected one of he, xavier, found “she”.',
      'study.spread was ignored: expected two spreads, found “1”.',
    ]);
  });

  test('keeps what belongs to a lab together, unread, and writes it as it was', () => {
    const house = { lab: labSetting, eta: number({ fallback: 1, range: [0, 9] }) };
    const query = 'lab.rows=0,1,0.5;2,-1,0&lab.mode=any%20thing&eta=2';
    const { values, notices } = valuesIn(house, new URLSearchParams(`${query}&labour.mode=x&lab=x`));
    expect(values.eta).toBe(2);
    expect(notices).toEqual([]);
    const parts = partsOf(house, values).join('&');
    expect([...new URLSearchParams(parts)]).toEqual([...new URLSearchParams(query)]);
    expect(valuesIn(house, new URLSearchParams(parts)).values).toEqual(values);
    expect(partsOf(house, fallbacksOf(house))).toEqual([]);
  });

  test('quotes no more than the beginning of what cannot be read', () => {
    const [notice = ''] = read(study, `study.width=${'x'.repeat(1000)}`).notices;
    expect(notice).toBe(`study.width was ignored: expected a number, found “${'x'.repeat(40)}”.`);
  });

  test('with one entry more has words for what was changed', () => {
    const values = { ...fallbacksOf(wider), width: 4, spread: [0.1, 0] };
    expect(changedIn(wider, values)).toEqual(['the width', 'the second spread']);
    expect(changedIn(wider, { ...fallbacksOf(wider), start: 'xavier' as const })).toEqual(['the start']);
    expect(changedIn(wider, fallbacksOf(wider))).toEqual([]);
  });

  test('gives the fallback itself for what is written like it', () => {
    const made = settledIn(wider, { width: 4, start: 'he', spread: [0.1, -0.2] });
    expect(made.spread).toBe(wider.spread.fallback);
    expect(made.width).toBe(4);
    const kept = [0.1, 0.2];
    expect(settledIn(wider, { ...made, spread: kept }).spread).toBe(kept);
  });

  test('whatever is written is read back to the same, without a notice', () => {
    const anyValues = fc.record({
      width: fc.integer({ min: 1, max: 8 }),
      start: fc.constantFrom('he' as const, 'xavier' as const),
      spread: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(anyValues, (values) => {
        const { values: again, notices } = read(wider, partsOf(wider, values, 'study.').join('&'));
        expect(String(Object.values(again))).toBe(String(Object.values(values)));
        expect(notices).toEqual([]);
      }),
    );
  });
});

describe('a setting', () => {
  test('that is a whole number is rounded within its range, and one notice is enough', () => {
    const whole = number({ fallback: 0, range: [0, 10], isWhole: true });
    expect(whole.hold(3)).toEqual({ value: 3 });
    expect(whole.hold(3.6)).toEqual({ value: 4, notice: 'was rounded to 4: it is a whole number' });
    expect(whole.hold(10.4)).toEqual({ value: 10, notice: 'was brought into its range, 0 to 10' });
  });

  test('that is not one of the names, or not a number, is not read', () => {
    const one = number({ fallback: 0, range: [0, 10] });
    for (const text of ['', ' ', 'NaN', 'Infinity', '1,2', 'x']) expect(one.parse(text)).toBeUndefined();
    expect(choice({ fallback: 'a', options: ['a', 'b'] }).parse('c')).toBeUndefined();
    const two = numbers({ fallback: [0, 0], range: [0, 1], expected: 'two' });
    for (const text of ['1', '1,2,3', '1,', '1,x']) expect(two.parse(text)).toBeUndefined();
  });

  test('without words is changed in silence', () => {
    expect(number({ fallback: 0, range: [0, 10] }).changed(3)).toEqual([]);
    expect(choice({ fallback: 'a', options: ['a', 'b'] }).changed('b')).toEqual([]);
    expect(numbers({ fallback: [0], range: [0, 1], expected: 'one' }).changed([1])).toEqual([]);
  });

  test('knows how it is set', () => {
    const controls = Object.fromEntries(
      Object.entries(SETTINGS).flatMap(([name, { control }]) =>
        name.includes('.') ? [] : [[name, control]],
      ),
    );
    expect(controls).toEqual({
      x: 'dials',
      y: 'dial',
      theta: 'dials',
      eta: 'dial',
      step: 'place',
      param: 'choice',
      gates: 'lab',
      depth: 'lab',
      bugs: 'lab',
    });
  });
});
