import { at } from './checks.ts';
import { parameterCount } from './network.ts';

// Every quantity has one name, on screen, in the trace and in a link. Layers and units count from 1 in names and from
// 0 in arrays; this file is the one place where the two meet.

/** w.l.j.k, the weight of layer l to unit j from unit k; with 'dw', its gradient. Indices count from 0. */
export function weightId(letter: 'w' | 'dw', l: number, j: number, k: number): string {
  return `${letter}.${l + 1}.${j + 1}.${k + 1}`;
}

export type UnitLetter = 'b' | 'z' | 'a' | 'gate' | 'slope' | 'da' | 'dz' | 'db';

/** z.l.j, say: a quantity of unit j in layer l. Indices count from 0. */
export function unitId(letter: UnitLetter, l: number, j: number): string {
  return `${letter}.${l + 1}.${j + 1}`;
}

/** x.k, or its gradient dx.k. Indices count from 0. */
export function inputId(letter: 'x' | 'dx', k: number): string {
  return `${letter}.${k + 1}`;
}

/** yhat, y, dyhat or loss; yhat.j and so on where the network has several outputs. Indices count from 0. */
export function outputId(letter: 'yhat' | 'y' | 'dyhat' | 'loss', j: number, outputs: number): string {
  return outputs === 1 ? letter : `${letter}.${j + 1}`;
}

/** Of several examples, what belongs to one of them carries @ and its index, from 0; of a single one nothing does. */
export function exampleId(id: string, example: number, examples: number): string {
  return examples === 1 ? id : `${id}@${example}`;
}

/** A name without the mark of its example, and the example's index where it has one: z.1.2@1 is z.1.2 of example 1. */
export function idParts(id: string): { readonly plain: string; readonly example: number | undefined } {
  const mark = id.indexOf('@');
  if (mark < 0) return { plain: id, example: undefined };
  return { plain: id.slice(0, mark), example: Number(id.slice(mark + 1)) };
}

/** The name of the gradient of the parameter called `id`: dw.1.2.1 for w.1.2.1. */
export function gradientId(id: string): string {
  return `d${id}`;
}

/** The names of all parameters, in the order of theta: w.1.1.1, w.1.1.2, …, b.1.1, … Throws as `networkFrom`. */
export function parameterIds(sizes: readonly number[]): readonly string[] {
  parameterCount(sizes);
  const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);
  return sizes
    .slice(1)
    .flatMap((to, l) => [
      ...range(to).flatMap((j) => range(at(sizes, l)).map((k) => weightId('w', l, j, k))),
      ...range(to).map((j) => unitId('b', l, j)),
    ]);
}
