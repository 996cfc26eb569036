import { bent, pathOf, type Point, type Size } from './shapes.ts';

/** Where a small 2-3-1 network stands, without biases: a map beside another picture. px. */
export interface SmallNet {
  readonly radius: number;
  readonly capsule: Size;
  readonly inputs: readonly Point[];
  readonly hidden: readonly Point[];
  readonly output: Point;
  /** Where the loss stands, if it was asked for. */
  readonly loss: Point | undefined;
  /** Whether nodes have room for their numbers. */
  readonly isRoomy: boolean;
  /** Under each hidden unit, this much is free. */
  readonly below: number;
  readonly edges: readonly { readonly id: string; readonly path: string; readonly end: Point }[];
}

export interface Area extends Point, Size {}

/** From this width of a capsule on, two numbers go into it. */
const ROOMY = 92;

/** A small 2-3-1 network in an area, `foot` px of which under each hidden unit are kept free. */
export const smallNet = (area: Area, { hasLoss = false, foot = 0 } = {}): SmallNet => {
  const middle = area.y + area.height / 2;
  const pitch = area.height / 3;
  const capsule = {
    width: Math.max(34, Math.min(116, area.width * 0.16)),
    height: Math.max(18, Math.min(44, pitch - foot - 6)),
  };
  const isRoomy = capsule.width >= ROOMY && capsule.height >= 32;
  const radius = Math.max(10, Math.min(26, isRoomy ? area.height / 8 : area.height / 6));
  const left = area.x + radius + 3;
  const right = area.x + area.width - (hasLoss ? 2 * radius : 0);
  const gap = hasLoss ? Math.min(90, area.width * 0.1) : 0;
  const output = { x: right - gap - capsule.width / 2 - 3, y: middle - foot / 2 };
  const hidden = [-1, 0, 1].map((row) => ({
    x: left + (output.x - left) * 0.48,
    y: middle - foot / 2 + row * pitch,
  }));
  const inputs = [-1, 1].map((side) => ({ x: left, y: middle - foot / 2 + side * pitch * 0.62 }));
  const half = capsule.width / 2;
  const edge = (id: string, from: Point, to: Point) => ({ id, path: pathOf(bent(from, to, 0.5)), end: to });
  const edges = hidden.flatMap((unit, j) => [
    ...inputs.map((input, k) =>
      edge(
        `w.1.${j + 1}.${k + 1}`,
        { x: input.x + radius, y: input.y },
        { x: unit.x - half, y: unit.y + (k - 0.5) * capsule.height * 0.44 },
      ),
    ),
    edge(
      `w.2.1.${j + 1}`,
      { x: unit.x + half, y: unit.y },
      { x: output.x - half, y: output.y + (j - 1) * capsule.height * 0.28 },
    ),
  ]);
  const loss = hasLoss ? { x: right + radius - 3, y: output.y } : undefined;
  return { radius, capsule, inputs, hidden, output, loss, isRoomy, below: foot, edges };
};
