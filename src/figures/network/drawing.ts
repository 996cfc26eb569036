import type { Geometry } from '../layout/geometry.ts';
import { headingsOf, inputsOf, weightLabels, type Input } from './labels.ts';
import { meterOf, type Meter } from './meter.ts';
import { neuronsOf, type Cells } from './neurons.ts';
import type { Seen } from './seen.ts';
import { settled } from './settle.ts';
import { backOf, edgesOf, type Line } from './strands.ts';
import type { Text } from './text.ts';

/** The network figure as it is drawn: every line and every text with its place. */
export interface Drawing {
  readonly headings: readonly Text[];
  readonly edges: readonly Line[];
  readonly back: readonly Line[];
  readonly weights: readonly Text[];
  readonly meter: Meter;
  readonly inputs: readonly Input[];
  readonly neurons: readonly Cells[];
}

/** What is drawn of what is seen. */
export const drawingOf = (seen: Seen, g: Geometry): Drawing => {
  const neurons = neuronsOf(seen, g);
  const inputs = inputsOf(seen, g);
  const meter = meterOf(seen, g);
  const headings = headingsOf(g, seen);
  const weights = weightLabels(seen, g);
  const all = textsOf({ headings, weights, meter, inputs, neurons });
  // Gradients of biases and inputs choose first, words last.
  const yielding = [
    ...[...inputs, ...neurons].flatMap(({ texts }) => texts.filter(({ yields }) => yields === 'aside')),
    ...weights,
    ...all.filter(({ yields }) => yields === 'away'),
  ];
  const places = settled(
    yielding,
    all.filter(({ yields }) => yields === undefined),
    g,
  );
  const placed = (texts: readonly Text[]): readonly Text[] =>
    texts.flatMap((text) => (text.yields === undefined ? [text] : (places.get(text.key) ?? [])));
  return {
    headings,
    edges: edgesOf(seen, g),
    back: backOf(seen, g),
    meter: { ...meter, texts: placed(meter.texts) },
    weights: placed(weights),
    inputs: inputs.map((input) => ({ ...input, texts: placed(input.texts) })),
    neurons: neurons.map((cells) => ({ ...cells, texts: placed(cells.texts) })),
  };
};

/** Every text of a drawing. */
export const textsOf = ({
  headings,
  weights,
  meter,
  inputs,
  neurons,
}: Omit<Drawing, 'edges' | 'back'>): readonly Text[] => [
  ...headings,
  ...weights,
  ...meter.texts,
  ...inputs.flatMap(({ texts }) => texts),
  ...neurons.flatMap(({ texts }) => texts),
];
