import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf } from '@/story/gates/box.ts';
import { changesIn, reset, restarted, showing, taken, termsIn, withTerms } from '@/story/gates/changes.ts';
import { GATES, lineIn, MOST_CHANGES, type GateValues } from '@/story/gates/settings.ts';
import { fallbacksOf, partsOf, valuesIn } from '@/story/table.ts';
import '../../seed.ts';
import { anySetting, set } from './settings-of.ts';

const linkOf = (values: GateValues): string => partsOf(GATES, values).join('&');
const changed = (values: GateValues, changes: Partial<GateValues> | undefined): GateValues => {
  expect(changes).toBeDefined();
  return { ...values, ...changes };
};

describe('a link', () => {
  test('brings back whatever is set, to the last bit, with no notice, and needs no encoding', () => {
    fc.assert(
      fc.property(anySetting(), (values) => {
        const link = linkOf(values);
        const read = valuesIn(GATES, link);
        expect(read.notices).toEqual([]);
        expect(linkOf(read.values)).toBe(link);
        expect(read.values).toEqual(values);
        expect(link).toMatch(/^[\w=&.,;:-]*$/);
      }),
    );
  });

  test('says nothing where nothing is set', () => expect(linkOf(fallbacksOf(GATES))).toBe(''));

  test.each([
    ['gates.then', '300,bce'],
    ['gates.then', '1.5,bce,2,sigmoid'],
    ['gates.rows', '0,0'],
    ['gates.rows', '0,x,1'],
    ['gates.rows', Array(9).fill('0,0,1').join('_')],
    ['gates.hidden', '7'],
    ['gates.hidden', '2,2,2'],
    ['gates.line', 'z.1.1'],
    ['gates.epoch', 'soon'],
  ])('that cannot be read, %s=%s, is named and leaves what it was about alone', (name, text) => {
    const { values, notices } = valuesIn(GATES, `${name}=${text}`);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(name);
    expect(values).toEqual(fallbacksOf(GATES));
  });

  test.each([
    ['gates.rows', '99,0,1', '10,0,1'],
    ['gates.then', '400,bce,2,tanh_300,mse,99,tanh', '300,mse,10,tanh_400,bce,2,tanh'],
    ['gates.eta', '0', '0.01'],
    ['gates.epoch', '9000', '5000'],
  ])('out of range, %s=%s, is brought into it with a notice', (name, text, held) => {
    const { values, notices } = valuesIn(GATES, `${name}=${text}`);
    expect(notices).toHaveLength(1);
    expect(linkOf(values)).toBe(`${name}=${held}`);
  });

  test('that names a line the network does not have shows one that it has', () => {
    expect(lineIn(set({ 'gates.line': 'w.3.1.4' }))).toBe('w.1.1.1');
    expect(lineIn(set({ 'gates.line': 'b.2.1' }))).toBe('b.2.1');
  });
});

describe('another loss, η or activation', () => {
  test('keeps the weights as they stand, whatever is set and wherever', () => {
    fc.assert(
      fc.property(anySetting(40), fc.constantFrom('mse', 'bce'), (values, loss) => {
        const before = boxOf(values);
        fc.pre(!before.isCut);
        const changes = withTerms(values, { loss, eta: 0.123, activation: 'tanh' });
        fc.pre(changes !== undefined);
        const after = boxOf({ ...values, ...changes });
        expect(after.theta).toEqual(before.theta);
        expect(after.terms).toMatchObject({ loss, eta: 0.123, activation: 'tanh' });
      }),
      { numRuns: 60 },
    );
  });

  test('is told in the link by the epoch from which it holds, and gives up what came after', () => {
    const values = set({ 'gates.epoch': 300 });
    const other = changed(values, withTerms(values, { loss: 'bce' }));
    expect(linkOf(other)).toBe('gates.then=300,bce,2,sigmoid');
    const later = { ...other, 'gates.epoch': 500 };
    const twice = changed(later, withTerms(later, { eta: 1 }));
    expect(twice['gates.then'].map(({ from }) => from)).toEqual([300, 500]);
    const back = { ...twice, ...showing(twice, 200) };
    expect(back['gates.ran']).toBe(500);
    const anew = changed(back, withTerms(back, { activation: 'relu' }));
    expect(anew['gates.then']).toEqual([{ from: 200, loss: 'mse', eta: 2, activation: 'relu' }]);
    expect(anew['gates.ran']).toBeUndefined();
  });

  test('taken back at the same epoch leaves no trace', () => {
    const values = set();
    const other = changed(values, withTerms(values, { loss: 'bce' }));
    expect(linkOf(changed(other, withTerms(other, { loss: 'mse' })))).toBe('');
  });

  test('at epoch 0 is what the run begins with', () => {
    const values = set({ 'gates.epoch': 0 });
    expect(linkOf(changed(values, withTerms(values, { eta: 3 })))).toBe('gates.eta=3&gates.epoch=0');
  });

  test(`is refused once a run has been changed ${MOST_CHANGES} times`, () => {
    let values = set();
    for (let i = 1; i <= MOST_CHANGES; i++) {
      const at = { ...values, 'gates.epoch': i * 10 };
      values = changed(at, withTerms(at, { eta: i }));
    }
    expect(withTerms({ ...values, 'gates.epoch': 999 }, { eta: 9.5 })).toBeUndefined();
    // The last one may still be turned.
    expect(withTerms(values, { eta: 9.5 })).toBeDefined();
  });
});

test('reset goes back to the same first weights, with the terms of now', () => {
  const values = set({ 'gates.then': [{ from: 100, loss: 'bce', eta: 0.5, activation: 'tanh' }] });
  const first = boxOf({ ...values, 'gates.epoch': 0 }).theta;
  const again = { ...values, ...reset(values) };
  const box = boxOf(again);
  expect(box.epoch).toBe(0);
  expect(box.theta).toEqual(first);
  expect(termsIn(again)).toEqual({ from: 0, loss: 'bce', eta: 0.5, activation: 'tanh' });
  expect(changesIn(again)).toHaveLength(1);
});

test('another seed is another run from epoch 0, under the terms of now', () => {
  const values = set({ 'gates.then': [{ from: 100, loss: 'bce', eta: 0.5, activation: 'tanh' }] });
  const other = { ...values, ...restarted(values, { 'gates.seed': 2 }) };
  expect(boxOf(other).epoch).toBe(0);
  expect(boxOf(other).theta).not.toEqual(boxOf({ ...values, 'gates.epoch': 0 }).theta);
  expect(termsIn(other).loss).toBe('bce');
});

test('going on with one of two runs that parted is the run it showed', () => {
  const values = set({ 'gates.epoch': 120, 'gates.fork': 120, 'gates.on': 77 });
  const on = { ...values, ...taken(values, 'bce') };
  expect(on['gates.then']).toEqual([{ from: 120, loss: 'bce', eta: 2, activation: 'sigmoid' }]);
  expect(on['gates.epoch']).toBe(197);
  const same = { ...values, ...taken(values, 'mse') };
  expect(same['gates.then']).toEqual([]);
});
