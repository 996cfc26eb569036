import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areOf, cellsAtFirst, keptCells, keptRows, keptText, keptWords } from '@/story/gates/kept-table.ts';
import { cellsOf, numberOf, pasted, problemsIn, rowsFrom } from '@/story/gates/rows.ts';
import '../../seed.ts';
import { anySetting } from './settings-of.ts';

const XOR = [
  { input: [0, 0], target: [0] },
  { input: [0, 1], target: [1] },
  { input: [1, 0], target: [1] },
  { input: [1, 1], target: [0] },
];

describe('a pasted text', () => {
  test.each([
    ['CSV', '0,0,0\n0,1,1\n1,0,1\n1,1,0'],
    ['a spreadsheet', 'x1\tx2\ty\r\n0\t0\t0\r\n0\t1\t1\r\n1\t0\t1\r\n1\t1\t0\r\n'],
    ['CSV with semicolons and decimal commas', '0,0;0;0\n0;1,0;1\n1;0;1,0\n1;1;0'],
    ['spaces', '0 0 0\n0  1 1\n 1 0 1\n1 1 0\n\n'],
  ])('%s is read, whatever parts its cells', (_, text) => {
    const [cells, left] = pasted(text);
    expect(rowsFrom(cells)).toEqual(XOR);
    expect(left).toBe(0);
  });

  test('loses nothing that it cannot use: each cell stands where it stood, and is named', () => {
    const [cells] = pasted('0\tyes\t1\n1\t\t2\n3\t4');
    expect(cells).toEqual([
      ['0', 'yes', '1'],
      ['1', '', '2'],
      ['3', '4', ''],
    ]);
    expect(rowsFrom(cells)).toBeUndefined();
    expect(problemsIn(cells)).toEqual([
      'Row 1, x₂: “yes” is not a number.',
      'Row 2, x₂ is empty.',
      'Row 2, y: 2 is not from 0 to 1.',
      'Row 3, y is empty.',
    ]);
  });

  test('has a cell also where a row begins with none', () => {
    expect(pasted('\t1\t1\n0\t0\t0')[0][0]).toEqual(['', '1', '1']);
  });

  test('of more rows or columns than there is room for says how many, and keeps what is over in sight', () => {
    const [cells, left] = pasted(Array(11).fill('0,1,1').join('\n'));
    expect(cells).toHaveLength(8);
    expect(left).toBe(3);
    expect(pasted('0,0,1,1')[0]).toEqual([['0', '0', '1 1']]);
  });
});

test.each([
  ['0.5', 0.5],
  ['−1', -1],
  ['-0', 0],
  ['.5', 0.5],
  ['1,5', 1.5],
  ['1e-1', 0.1],
  ['', undefined],
  ['one', undefined],
  ['0x1', undefined],
  ['1 2', undefined],
])('a cell with “%s” is %s', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

describe('the table kept on the device', () => {
  test('comes back as it was, and any rows whatever survive being written', () => {
    fc.assert(
      fc.property(anySetting(), ({ 'gates.rows': rows }) => {
        expect(keptRows(keptText(cellsOf(rows)))).toEqual(rows);
        expect(areOf(cellsOf(rows), rows)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('with a cell that is no number comes back with it; another whole table gives way to the link’s', () => {
    const bad = [['0', 'abc', '1']];
    expect(cellsAtFirst(keptText(bad), XOR)).toEqual(bad);
    expect(cellsAtFirst(keptText([['5', '5', '1']]), XOR)).toEqual(cellsOf(XOR));
    expect(cellsAtFirst(null, XOR)).toEqual(cellsOf(XOR));
    expect(cellsAtFirst(undefined, XOR)).toEqual(cellsOf(XOR));
  });

  test.each(['', '{', '[]', '[["1","2"]]', '[[1,2,3]]', '{"a":1}', '[["1","2","' + 'x'.repeat(99) + '"]]'])(
    'is ignored where it is something else: %s',
    (text) => expect(keptCells(text)).toBeUndefined(),
  );
});

test('what is said of where a table is kept holds with a cell that is no number, and where nothing can be kept', () => {
  expect(keptWords(true, true)).toContain('on this device and in the link');
  expect(keptWords(true, false)).toContain('the link has the last table that was whole');
  for (const isWhole of [true, false]) expect(keptWords(false, isWhole)).toContain('keeps nothing');
  expect(keptWords(false, false)).toContain('is gone when you leave');
});
