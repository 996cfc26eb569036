import { circlePath, pathOf, rounded, type Point } from '../layout/shapes.ts';
import { sketchIn } from '../sketch/sketch.ts';
import type { Shape } from '../texts.ts';

// The outline of the network, small enough to stand beside many others: drawn once in a unit of its own, then scaled.

export const NET = { width: 60, height: 40 } as const;

const none = { width: 0, height: 0 };
const sketch = sketchIn(
  { left: -NET.width / 2, right: NET.width / 2, top: -NET.height / 2, bottom: NET.height / 2 },
  { input: none, hidden: none, output: none },
  { at: { x: 0, y: 0 }, radius: 0 },
);

const weights = [...sketch.lines].filter(([id]) => id.startsWith('w.'));

/** All of its lines, all of its nodes, and the ground of one that is being run. */
const LINES = weights.map(([, line]) => pathOf(line)).join('');
const NODES = [...sketch.inputs, ...sketch.hidden, sketch.output].map((at) => circlePath(at, 3.4)).join('');
const HERE = 'M-37.2 0a37.2 31.2 0 0 1 74.4 0a37.2 31.2 0 0 1 -74.4 0z';

/** The node whose bias a parameter is. */
const nodeOf = (bias: string): Point => {
  const [, layer, unit] = bias.split('.').map(Number);
  return (layer === 1 ? sketch.hidden[(unit ?? 1) - 1] : undefined) ?? sketch.output;
};

/** A small network around its middle: waiting to be run, being run, or run; with the parameter that is nudged in it. */
export const netAt = (
  { x, y }: Point,
  width: number,
  look: 'waiting' | 'running' | 'run' | 'back',
  parameter?: string,
): readonly Shape[] => {
  const transform = `translate(${rounded(x)},${rounded(y)}) scale(${rounded(width / NET.width)})`;
  const shape = (part: string, d: string): Shape => ({ look: `${part} ${look}`, d, transform });
  const line = parameter?.startsWith('w.') ? sketch.lines.get(parameter) : undefined;
  return [
    ...(look === 'running' ? [shape('here', HERE)] : []),
    shape('lines', LINES),
    ...(line ? [shape('part', pathOf(line))] : []),
    shape('nodes', parameter === undefined || line ? NODES : NODES + circlePath(nodeOf(parameter), 6.5)),
  ];
};
