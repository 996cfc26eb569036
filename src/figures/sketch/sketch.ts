import { bent, pillOf, type Curve, type Point } from '../layout/shapes.ts';

// The 2-3-1 network without cells and gates: two inputs, three units, one output, a line for each parameter. For
// pictures that come before the network is taken apart, or that have room only for its outline.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Half the size of a node. */
export interface Half {
  readonly width: number;
  readonly height: number;
}

/** A node around its middle, as SVG path data. */
export const nodePath = (at: Point, { width, height }: Half): string =>
  pillOf(at, { width: 2 * width, height: 2 * height });

/** Where everything of a sketch stands. */
export interface Sketch {
  readonly inputs: readonly [Point, Point];
  readonly hidden: readonly [Point, Point, Point];
  readonly output: Point;
  readonly half: Readonly<Record<'input' | 'hidden' | 'output', Half>>;
  /** The node fixed at 1 that a bias leads from: its middle, by the bias's id. */
  readonly ones: ReadonlyMap<string, Point>;
  readonly oneRadius: number;
  /** The line of every parameter, by its id, left to right. */
  readonly lines: ReadonlyMap<string, Curve>;
}

const UNITS = [1, 2, 3] as const;

/** How far the lines into a unit stand apart where they arrive, as a share of its height. */
const PORT = 0.42;

/** How far a line goes on level, as a share of its width. */
const REACH = 0.45;

/** A bias's line: from its node up to the lower left of the unit. */
const risen = (one: Point, radius: number, to: Point): Curve => {
  const from = { x: one.x, y: one.y - radius };
  const fall = from.y - to.y;
  return [
    from,
    { x: from.x, y: from.y - fall * 0.5 },
    { x: to.x - (to.x - from.x) * 0.3, y: to.y + fall * 0.5 },
    to,
  ];
};

/**
 * A sketch in a box. `one`: where a bias's node stands, from the middle of its unit; `radius` is that node's. The nodes
 * reach to the edges of the box, the biases of the lowest unit below it. `share`: how far between inputs and output the
 * hidden units stand.
 */
export const sketchIn = (
  { left, top, right, bottom }: Box,
  half: Sketch['half'],
  one: { readonly at: Point; readonly radius: number },
  share = 0.5,
): Sketch => {
  const height = bottom - top;
  const x = {
    input: left + half.input.width,
    hidden: left + half.input.width + (right - half.output.width - left - half.input.width) * share,
    output: right - half.output.width,
  };
  const row = (down: number): number => top + half.hidden.height + (height - 2 * half.hidden.height) * down;
  const hidden = UNITS.map((unit) => ({
    x: x.hidden,
    y: row((unit - 1) / 2),
  })) as unknown as Sketch['hidden'];
  const inputs = [0.22, 0.78].map((down) => ({ x: x.input, y: row(down) })) as unknown as Sketch['inputs'];
  const output = { x: x.output, y: row(0.5) };

  const ones = new Map<string, Point>();
  const lines = new Map<string, Curve>();
  const into = (unit: Point, { width }: Half, offset: number): Point => ({
    x: unit.x - width,
    y: unit.y + offset,
  });
  const biased = (id: string, unit: Point, { width, height: rise }: Half): void => {
    const node = { x: unit.x + one.at.x, y: unit.y + one.at.y };
    ones.set(id, node);
    lines.set(id, risen(node, one.radius, { x: unit.x - width * 0.42, y: unit.y + rise }));
  };
  hidden.forEach((unit, j) => {
    inputs.forEach((input, k) => {
      const port = (k === 0 ? -1 : 1) * PORT * half.hidden.height;
      lines.set(
        `w.1.${j + 1}.${k + 1}`,
        bent({ x: input.x + half.input.width, y: input.y }, into(unit, half.hidden, port), REACH),
      );
    });
  });
  hidden.forEach((unit, j) => biased(`b.1.${j + 1}`, unit, half.hidden));
  hidden.forEach((unit, j) => {
    const port = (j - 1) * PORT * half.output.height;
    lines.set(
      `w.2.1.${j + 1}`,
      bent({ x: unit.x + half.hidden.width, y: unit.y }, into(output, half.output, port), REACH),
    );
  });
  biased('b.2.1', output, half.output);
  return { inputs, hidden, output, half, ones, oneRadius: one.radius, lines };
};

/** The units that a parameter's line leads into: those that a change of it reaches, in order; the output last. */
export const downstreamOf = (parameter: string): readonly string[] => {
  const [, layer, to] = parameter.split('.');
  return layer === '1' ? [`a.1.${to ?? ''}`, 'yhat'] : ['yhat'];
};

/** The weight on the way from a parameter's unit to the output; undefined where it leads into the output itself. */
export const onwardFrom = (parameter: string): string | undefined => {
  const [, layer, to] = parameter.split('.');
  return layer === '1' ? `w.2.1.${to ?? ''}` : undefined;
};
