import {
  networkFrom,
  parameterCount,
  parameterIds,
  quantities,
  trace,
  type ActivationName,
  type Example,
  type Op,
} from '@/engine/index.ts';
import { boxAround, distanceTo, type Box, type Geometry } from '@/figures/layout/index.ts';
import { drawingOf, textsOf } from '@/figures/network/drawing.ts';
import type { Seen } from '@/figures/network/seen.ts';
import type { Text } from '@/figures/network/text.ts';

/** The parameters that the essay begins with. */
export const ESSAY = [0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2];

/** A network with all that one training step computes. */
export interface Told {
  readonly sizes: readonly number[];
  readonly hidden: ActivationName;
  readonly all: ReadonlyMap<string, number>;
  readonly ops: readonly Op[];
}

/** Parameters with some variety, the same every time. */
export const variedTheta = (sizes: readonly number[]): readonly number[] =>
  Array.from({ length: parameterCount(sizes) }, (_, i) => Math.round(130 * Math.sin(7.3 * i + 1)) / 100);

export const told = (
  sizes: readonly number[],
  theta: readonly number[],
  {
    hidden = 'relu',
    x = [0.8, 0.2],
    y = 1,
  }: { hidden?: ActivationName; x?: readonly number[]; y?: number } = {},
): Told => {
  const network = networkFrom({ sizes, theta, hidden });
  const example: Example = { input: x, target: [y] };
  return {
    sizes,
    hidden,
    all: quantities(network, example),
    ops: trace(network, example, { learningRate: 0.5 }).ops,
  };
};

/** What is seen when the first `done` operations are over, with all since operation `from` in play. */
export const seenAfter = ({ sizes, hidden, all, ops }: Told, done: number, from: number): Seen => {
  const known = new Map(['x.1', 'x.2', 'y', ...parameterIds(sizes)].map((id) => [id, all.get(id)!]));
  for (const { id, kind, value } of ops.slice(0, done)) {
    if (kind === 'clear') known.delete(id);
    else known.set(id, value);
  }
  const inPlay = new Set(
    ops.slice(from, done).flatMap(({ id, operands }) => [id, ...operands.map((operand) => operand.id)]),
  );
  return {
    known,
    met: 'all',
    all,
    inPlay,
    op: ops[done - 1],
    arriving: undefined,
    hidden,
    example: undefined,
  };
};

/** Both passes are over and all of them in play: the figure at its fullest. */
export const seenWhole = (net: Told): Seen => {
  const passes = net.ops.findIndex(({ phase }) => phase === 'update');
  return seenAfter(net, passes, 0);
};

export const textsIn = (seen: Seen, g: Geometry): readonly Text[] => textsOf(drawingOf(seen, g));

/** Two boxes that share less than this, in px, either way, touch with the air around their letters. */
const AIR = 0.6;

export const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > AIR &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > AIR;

/** Which texts lie on one another: «a on b». */
export const collisions = (texts: readonly Text[]): readonly string[] =>
  texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .flatMap((b) => (overlap(a.box, b.box) ? [`${a.key} «${a.text}» on ${b.key} «${b.text}»`] : [])),
  );

export const outside = (texts: readonly Text[], { width, height }: Geometry): readonly string[] =>
  texts
    .filter(({ box }) => box.left < 0 || box.right > width || box.top < 0 || box.bottom > height)
    .map(({ key, text }) => `${key} «${text}»`);

/** Which texts lie on a capsule or on an input without belonging there. */
export const bodiesUnder = (texts: readonly Text[], g: Geometry): readonly string[] => {
  const cells = new Set(
    [...g.neurons.flat()].flatMap(({ layer, unit, isOutput }) => [
      `z.${layer}.${unit}`,
      isOutput ? 'yhat' : `a.${layer}.${unit}`,
    ]),
  );
  const isAtHome = ({ key }: Text): boolean =>
    cells.has(key.replace(/^(letter|digits) /, '')) || /^((letter|digits) )?x\./.test(key);
  const capsules = g.neurons.flat().map(({ at }) => boxAround(at, g.capsule));
  return texts
    .filter((text) => !isAtHome(text))
    .filter(
      ({ box }) =>
        capsules.some((capsule) => overlap(capsule, box)) ||
        g.inputs.some((at) => distanceTo(at, box) < g.radius - 2.5),
    )
    .map(({ key, text }) => `${key} «${text}» on a unit`);
};
