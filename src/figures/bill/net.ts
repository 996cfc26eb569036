import { circlePath, pathOf } from '../layout/shapes.ts';
import { sketchIn } from '../sketch/sketch.ts';

// The outline of the network, small enough to stand beside many others: drawn once in a unit of its own, then scaled.

export const NET = { width: 60, height: 40 } as const;

/** A small network: where its middle stands, and which parameter is nudged in it. */
export interface SmallNet {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly look: 'waiting' | 'running' | 'run' | 'back';
  readonly parameter?: string;
}

const none = { width: 0, height: 0 };
const sketch = sketchIn(
  { left: -NET.width / 2, right: NET.width / 2, top: -NET.height / 2, bottom: NET.height / 2 },
  { input: none, hidden: none, output: none },
  { at: { x: 0, y: 0 }, radius: 0 },
);

const weights = [...sketch.lines].filter(([id]) => id.startsWith('w.'));

/** All of its lines, and all of its nodes, as one path each. */
export const NET_LINES = weights.map(([, line]) => pathOf(line)).join('');
export const NET_NODES = [...sketch.inputs, ...sketch.hidden, sketch.output]
  .map((at) => circlePath(at, 3.4))
  .join('');

/** A parameter in it, as a path: its line, or a larger node where it is that one's bias; the other is empty. */
export const partOf = (parameter: string): { readonly line: string; readonly node: string } => {
  const line = parameter.startsWith('w.') ? sketch.lines.get(parameter) : undefined;
  if (line) return { line: pathOf(line), node: '' };
  const [, layer, unit] = parameter.split('.').map(Number);
  const node = (layer === 1 ? sketch.hidden[(unit ?? 1) - 1] : undefined) ?? sketch.output;
  return { line: '', node: circlePath(node, 6.5) };
};
