import { describe, expect, test } from 'vitest';
import { expressionOf, shown, shownArithmetic } from '@/story/expression.ts';
import { parse } from '@/story/format.ts';
import { readingOf } from '@/story/reading.ts';
import { operationNamed, toldAs } from '@/story/working.ts';
import type { WorldName } from '@/story/world.ts';
import { settingsFor } from '../story/networks.ts';
import { mdxFiles, tagsIn, textOf } from './mdx.ts';

const STEPS = [0, 1, 7, 50, 100, 200];

interface Operand {
  readonly q: string;
  readonly of: string;
  readonly at: string | undefined;
  readonly world: WorldName | undefined;
}

const operandsIn = (mdx: string): readonly Operand[] =>
  tagsIn(mdx, 'Value').flatMap(({ attributes: { q = '', of, at, world } }) =>
    of === undefined ? [] : [{ q, of, at, world: world as WorldName | undefined }],
  );

const told = mdxFiles.map((path) => ({ path, operands: operandsIn(textOf(path)) }));

/** Each working once, though all its operands name it. */
const workingsIn = (operands: readonly Operand[]): readonly Operand[] => [
  ...new Map(operands.map((operand) => [`${operand.of} ${operand.at} ${operand.world}`, operand])).values(),
];

describe.each(told.filter(({ operands }) => operands.length > 0))('arithmetic in $path', ({ operands }) => {
  test(
    'gives the printed result from the printed operands, for 200 networks at six steps',
    { timeout: 60_000 },
    () => {
      for (let seed = 1; seed <= 200; seed++) {
        for (const step of STEPS) {
          const reading = readingOf({ ...settingsFor(seed), step });
          for (const operand of workingsIn(operands)) {
            const op = operationNamed(reading, operand);
            const { isExact, result } = shownArithmetic(op);
            if (!isExact) continue;
            const expression = expressionOf(op);
            const texts = expression.tokens.flatMap((token) =>
              'id' in token ? [toldAs(reading, { ...operand, q: token.id })] : [],
            );
            const computed = shown(op.id, expression.evaluate(texts.map(parse)));
            expect(`${operand.of}: ${computed}`).toBe(`${operand.of}: ${result}`);
          }
        }
      }
    },
  );
});

/** Two numbers with an operation between them: they are operands, and have to say of what. */
const JOINED = /(<Value(?:(?!\/>).)*\/>)\s*(?:times|minus|plus|×|−)\s*(<Value(?:(?!\/>).)*\/>)/g;

const unnamed = (mdx: string): readonly string[] =>
  [...mdx.matchAll(JOINED)].flatMap(([all, left = '', right = '']) =>
    left.includes(' of="') && right.includes(' of="') ? [] : [all],
  );

test('numbers that are multiplied or subtracted in a sentence name the working they stand in', () => {
  expect(mdxFiles.flatMap((path) => unnamed(textOf(path)).map((found) => `${path}: ${found}`))).toEqual([]);
});

test('the search for them finds one', () => {
  expect(unnamed('It is <Value q="dz.2.1" /> times <Value q="a.1.1" of="dw.2.1.1" />.')).toHaveLength(1);
  expect(unnamed('<Value q="dz.2.1" of="dw.2.1.1" /> × <Value q="a.1.1" of="dw.2.1.1" />')).toEqual([]);
});
