import { format } from '../format.ts';
import { textOf } from '../symbol.ts';
import type { Box, Ear, Unit } from './box.ts';
import type { GateActivation, GateValues } from './settings.ts';

// What the glass box calls things, and what it says of the state that is shown.

export const ACTIVATION_WORDS: Readonly<Record<GateActivation, string>> = {
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
};

export const LOSS_WORDS = { mse: '½ squared error', bce: 'cross-entropy' } as const;

export const DATA_WORDS = { and: 'AND', xor: 'XOR', own: 'your own' } as const;

export const EAR_WORDS: Readonly<Record<Ear, string>> = {
  listening: 'listening',
  deaf: 'locked here',
  inactive: 'inactive here',
  locked: 'locked',
  dead: 'dead',
  cancelled: 'σ′ cancels',
};

/** A learning rate: three digits that count, so that a small one is not rounded into another. */
export const etaText = (eta: number): string => format(Number(eta.toPrecision(3)), 4, 0);

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;

/** A small count in words. */
export const countWords = (count: number): string => COUNTS[count] ?? String(count);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A unit by its name: «unit 1», «unit 1 of layer 2», «the output». */
export const unitName = (
  { layer, unit, isOutput }: Pick<Unit, 'layer' | 'unit' | 'isOutput'>,
  sizes: readonly number[],
): string => {
  if (isOutput) return 'the output';
  return sizes.length === 3 ? `unit ${unit}` : `unit ${unit} of layer ${layer}`;
};

/** Where a line leads, in words: «x₂ to unit 1», «a₁ to the output», «the bias of unit 2». */
export const lineName = (line: string, sizes: readonly number[]): string => {
  const [kind, layer = NaN, unit = NaN, from = NaN] = line
    .split('.')
    .map((part, i) => (i ? Number(part) : part)) as [string, number?, number?, number?];
  const to = unitName({ layer, unit, isOutput: layer === sizes.length - 1 }, sizes);
  if (kind === 'b') return `the bias of ${to}`;
  const source = layer === 1 ? textOf(`x.${from}`, sizes) : textOf(`a.${layer - 1}.${from}`, sizes);
  return `${source} to ${to}`;
};

/** How many rows are within the tolerance, in a sentence. */
export const solvedWords = ({ rows }: Pick<Box, 'rows'>): string => {
  const close = rows.filter(({ isClose }) => isClose).length;
  const sided = rows.filter(({ isRightSide }) => isRightSide).length;
  const all = countWords(rows.length);
  if (close === rows.length)
    return rows.length === 1 ? 'It has the one row right.' : `It has all ${all} rows right.`;
  if (sided === rows.length)
    return `${rows.length === 1 ? 'Its row is' : `All ${all} rows are`} on the right side of one half, but not all near enough.`;
  return `${capital(countWords(sided))} of the ${all} rows ${sided === 1 ? 'is' : 'are'} on the right side of one half.`;
};

/** What was changed while the weights stayed, in order: «At epoch 300 the loss became cross-entropy.» */
export const changeWords = (values: GateValues): readonly string[] => {
  let before = {
    loss: values['gates.loss'],
    eta: values['gates.eta'],
    activation: values['gates.activation'],
  };
  return values['gates.then'].map(({ from, ...terms }) => {
    const parts = [
      ...(terms.loss !== before.loss ? [`the loss became ${LOSS_WORDS[terms.loss]}`] : []),
      ...(terms.eta !== before.eta ? [`η became ${etaText(terms.eta)}`] : []),
      ...(terms.activation !== before.activation
        ? [`the hidden units became ${ACTIVATION_WORDS[terms.activation]}`]
        : []),
    ];
    before = terms;
    return `At epoch ${from} ${parts.join(' and ') || 'nothing changed'}; the weights stayed.`;
  });
};

/** The network on its chosen row, for who does not see it. */
export const describe = ({ sizes, rows, row, units, epoch }: Box): string => {
  const shown = rows[row];
  const [x1 = NaN, x2 = NaN] = shown?.example.input ?? [];
  const ears = units
    .map((unit) => `${unitName(unit, sizes)} ${EAR_WORDS[unit.ear]}, slope ${format(unit.slope)}`)
    .join('; ');
  return `A ${sizes.join('-')} network after ${epoch} epochs, on row ${row + 1}: inputs ${format(x1, 2, 0)} and ${format(x2, 2, 0)}, prediction ${format(shown?.prediction ?? NaN)}, target ${format(shown?.target ?? NaN, 2, 0)}. ${capital(ears)}.`;
};
