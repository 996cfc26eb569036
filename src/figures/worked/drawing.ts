import { at } from '../../engine/index.ts';
import { type DenseActivationName } from '../../engine/dense/index.ts';
import { sizesOf } from '../../story/worked/quantities.ts';
import type { WorkedExample } from '../../story/worked/example.ts';
import type { Geometry, Sizes } from '../layout/geometry.ts';
import { geometryFor } from '../layout/without-gauge.ts';
import { held } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import { inputsOf, weightLabels } from '../network/labels.ts';
import { neuronsOf } from '../network/neurons.ts';
import type { Seen } from '../network/seen.ts';
import { settled } from '../network/settle.ts';
import { backOf, edgesOf } from '../network/strands.ts';
import { word, type Text } from '../network/text.ts';
import type { Drawing } from '../network/drawing.ts';

/** A network of any shape with all its numbers, forward and backward. */
export type WorkedDrawing = Omit<Drawing, 'meter'> & {
  readonly geometry: Geometry;
  /** What of the geometry's width is drawn: beside it would be a gauge. */
  readonly width: number;
};

const NAMES: Readonly<Record<DenseActivationName, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  identity: 'linear',
  softmax: 'softmax',
  sin: 'sin',
  cos: 'cos',
  exp: 'exp',
};

/** Whether a network is small enough to be looked at, number by number. */
export const isDrawable = (sizes: Sizes): boolean => sizes.length <= 9 && Math.max(...sizes) <= 20;

/**
 * The drawing of an example in a width; `lit` are the ids in play, all of them unless told. No number has more than
 * `decimals`, so that those of a figure are the same as in the lines beside it.
 */
export const workedDrawing = (
  example: Pick<WorkedExample, 'network'>,
  known: ReadonlyMap<string, number>,
  room: number,
  lit: ReadonlySet<string> = new Set(known.keys()),
  decimals = 4,
): WorkedDrawing => {
  const sizes = sizesOf(example);
  const { geometry: laid, width } = geometryFor(sizes, room);
  const geometry = {
    ...laid,
    decimals: Math.min(laid.decimals, decimals),
    labelDecimals: Math.min(laid.labelDecimals, decimals),
  };
  const seen: Seen = {
    known,
    all: known,
    inPlay: lit,
    op: undefined,
    arriving: undefined,
    hidden: 'relu',
    met: 'all',
    example: undefined,
  };
  const neurons = neuronsOf(seen, geometry);
  const inputs = inputsOf(seen, geometry).map((input) => ({ ...input, isLit: lit.has(input.key) }));
  // What is said of a weight that was not told has no line to stand by.
  const weights = weightLabels(seen, geometry).filter(({ key }) => known.has(key.replace(/^d/, '')));
  const headings = headingsOf(example, geometry, width);
  const nodes = [...inputs, ...neurons].flatMap(({ texts }) => texts);
  const all = [...headings, ...weights, ...nodes];
  const places = settled(
    [
      ...nodes.filter(({ yields }) => yields === 'aside'),
      ...weights,
      ...all.filter(({ yields }) => yields === 'away'),
    ],
    all.filter(({ yields }) => yields === undefined),
    { ...geometry, width },
  );
  const placed = (texts: readonly Text[]): readonly Text[] =>
    texts.flatMap((text) => (text.yields === undefined ? [text] : (places.get(text.key) ?? [])));
  return {
    geometry,
    width,
    headings,
    edges: edgesOf(seen, geometry),
    back: backOf(seen, geometry),
    weights: placed(weights),
    inputs: inputs.map((input) => ({ ...input, texts: placed(input.texts) })),
    neurons: neurons.map((cells) => ({ ...cells, texts: placed(cells.texts) })),
  };
};

/** What each layer does with its sums, over its column: its function alone where there is no room for more. */
const headingsOf = (
  { network }: Pick<WorkedExample, 'network'>,
  g: Geometry,
  width: number,
): readonly Text[] => {
  const { xs, y } = g.headings;
  const last = xs.length - 1;
  const size = Math.max(LEAST_TYPE, g.type.letter);
  const room = Math.min(...xs.slice(1).map((x, i) => x - at(xs, i))) - 8;
  const forms = xs.map((_, l): readonly [string, string] => {
    if (l === 0) return ['inputs', 'in'];
    const name = NAMES[network.layers[l - 1]?.activation ?? 'identity'];
    return [`${l === last ? 'output' : 'hidden'} · ${name}`, name];
  });
  const form = forms.every(([long]) => widthOf(long, size) <= room) ? 0 : 1;
  return forms.map((names, l) => {
    const half = widthOf(names[form], size) / 2;
    const x = held(at(xs, l), half + 1, width - half - 1);
    return word(`heading ${l}`, names[form], { x, y }, size, { look: 'letter heading' });
  });
};
