import { describe, expect, test } from 'vitest';
import { examples } from '@content/examples/index.ts';
import { LEAST_TYPE } from '@/figures/layout/index.ts';
import { isDrawable, workedDrawing } from '@/figures/worked/drawing.ts';
import type { Text } from '@/figures/network/text.ts';
import { judge } from '@/story/worked/judge.ts';
import { quantitiesOf, sizesOf } from '@/story/worked/quantities.ts';
import { readExample } from '@/story/worked/read.ts';
import { collisions, outside } from './drawn.ts';

const WIDTHS = [270, 320, 480, 600, 720, 840];

const all = examples.map((json) => ({ id: json.id, example: readExample(json) }));

const textsOf = ({
  headings,
  weights,
  inputs,
  neurons,
}: ReturnType<typeof workedDrawing>): readonly Text[] => [
  ...headings,
  ...weights,
  ...[...inputs, ...neurons].flatMap(({ texts }) => texts),
];

describe.each(all)('the network of $id', ({ example }) => {
  const known = quantitiesOf(example, 0);

  test.each(WIDTHS)('at %i px no text lies on another, nor past the edge, nor is it small', (room) => {
    const drawing = workedDrawing(example, known, room);
    const texts = textsOf(drawing);
    expect(collisions(texts)).toEqual([]);
    expect(outside(texts, { ...drawing.geometry, width: drawing.width })).toEqual([]);
    for (const { size, key } of texts) expect(size, key).toBeGreaterThanOrEqual(LEAST_TYPE);
  });

  test('every number in it is the engine’s, by another way', () => {
    // The judge is asked by the names of printed numbers, the figure by ids of its own.
    const names = new Map(
      example.network.layers.flatMap(({ weights, bias }, l) => {
        const layer = l + 1;
        const isOutput = layer === example.network.layers.length;
        const several = example.data.length > 1 && !example.isOnline ? '[0]' : '';
        return bias.flatMap((_, j) => [
          [`z.${layer}.${j + 1}`, `z${layer}[${j}]${several}`] as const,
          ...(isOutput ? [] : [[`da.${layer}.${j + 1}`, `dL/da${layer}[${j}]${several}`] as const]),
          ...weights[j]!.map(
            (_, k) => [`dw.${layer}.${j + 1}.${k + 1}`, `dL/dW${layer}[${j}][${k}]`] as const,
          ),
        ]);
      }),
    );
    const { values } = judge({
      ...example,
      printed: [...names.values()].map((name) => ({ name, text: '0' })),
    });
    const judged = new Map(values.map(({ name, computed }) => [name, computed]));
    for (const [id, name] of names) {
      if (known.has(id)) expect(known.get(id), id).toBe(judged.get(name));
      else expect(judged.has(name), id).toBe(false);
    }
  });
});

test('what is pointed at is lit, and all else recedes', () => {
  const { example } = all[0]!;
  const known = quantitiesOf(example, 0);
  const drawing = workedDrawing(example, known, 720, new Set(['z.1.2', 'w.2.1.1']));
  expect(drawing.neurons.filter(({ isLit }) => isLit).map(({ key }) => key)).toEqual(['z.1.2']);
  expect(drawing.edges.filter(({ tone }) => tone === 'signal').map(({ key }) => key)).toEqual(['w.2.1.1']);
  expect(drawing.inputs.some(({ isLit }) => isLit)).toBe(false);
});

test('a weight that was not told has no line and no gradient, and a shut gate is drawn', () => {
  const { example } = all.find(({ id }) => id === 'book-ai-ch8')!;
  const drawing = workedDrawing(example, quantitiesOf(example, 0), 720);
  expect(drawing.edges.map(({ key }) => key)).toHaveLength(8);
  expect(drawing.weights.some(({ key }) => key === 'dw.1.1.1')).toBe(false);
  expect(drawing.neurons.map(({ gate }) => gate?.value)).toEqual([0, 0, 1, ...Array<undefined>(4)]);
});

test('every published network is small enough to be drawn, and not every network is', () => {
  for (const { example } of all) expect(isDrawable(sizesOf(example))).toBe(true);
  expect(isDrawable([784, 100, 10])).toBe(false);
});
