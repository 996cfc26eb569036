import { pathOf } from '../layout/shapes.ts';
import { sketchIn } from '../sketch/sketch.ts';

// The outline of the network, small enough to stand beside many others: drawn once in a unit of its own, then scaled.

export const NET = { width: 60, height: 40 } as const;

const none = { width: 0, height: 0 };
const sketch = sketchIn(
  { left: -NET.width / 2, right: NET.width / 2, top: -NET.height / 2, bottom: NET.height / 2 },
  { input: none, hidden: none, output: none },
  { at: { x: 0, y: 0 }, radius: 0 },
);

const weights = [...sketch.lines].filter(([id]) => id.startsWith('w.'));

/** All of its lines as one path. */
export const NET_LINES = weights.map(([, line]) => pathOf(line)).join('');

export const NET_NODES = [...sketch.inputs, ...sketch.hidden, sketch.output];

/** A parameter in it: its line, or the node whose bias it is. */
export const partOf = (
  parameter: string,
): { readonly line: string } | { readonly node: { readonly x: number; readonly y: number } } => {
  const line = parameter.startsWith('w.') ? sketch.lines.get(parameter) : undefined;
  if (line) return { line: pathOf(line) };
  const [, layer, unit] = parameter.split('.').map(Number);
  return { node: (layer === 1 ? sketch.hidden[(unit ?? 1) - 1] : undefined) ?? sketch.output };
};
