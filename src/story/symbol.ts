import { idParts } from '../engine/index.ts';
import { NUDGE, SIZES } from './essay.ts';
import { format } from './format.ts';
import { storedParts, type Stored } from './stored.ts';
import { studyKind } from './studies/kinds.ts';
import { isPathName, pathNameOf, type PathName } from './path-names.ts';
import { multipliedBy, productNameOf, type ProductName } from './product-names.ts';

/** What a quantity is, hence what colour it wears. */
export type Kind = 'signal' | 'parameter' | 'gradient' | 'loss' | 'count';

/** Units per layer of the network that a quantity belongs to: how it is written depends on that. */
export type Sizes = readonly number[];

/** A letter as it is written: ∂L/∂(base with sub and sup) when `partial`. */
export interface Symbol {
  readonly base: string;
  readonly sub: string;
  /** The layer, where there are several hidden ones; the example, in brackets, where there are several of them. */
  readonly sup: string;
  readonly partial: boolean;
}

const PARTIAL = /^d(w|b|z|a|x|yhat)$/;

/** The indices of a plain quantity as it is written. A single output carries none, nor the layer of a single hidden one. */
const indicesOf = (name: string, indices: readonly string[], sizes: Sizes): { sub: string; sup: string } => {
  const last = sizes.length - 1;
  if (name === 'x' || name === 'yhat' || name === 'y' || name === 'loss' || indices.length === 0)
    return { sub: indices.join(''), sup: '' };
  const [layer = '', ...units] = indices;
  const isOutput = Number(layer) === last;
  return {
    sub: (isOutput && sizes[last] === 1 ? units.slice(1) : units).join(''),
    sup: isOutput || last === 2 ? '' : layer,
  };
};

const LETTERS: Readonly<Record<string, string>> = {
  yhat: 'ŷ',
  eta: 'η',
  loss: 'L',
  slope: 'f′',
  share: '1/n',
  'fact:nudge': format(NUDGE, 2),
};

/** The slope of the output is the sigmoid's. */
const letterOf = (name: string, layer: string | undefined, sizes: Sizes): string =>
  name === 'slope' && Number(layer) === sizes.length - 1 ? 'σ′' : (LETTERS[name] ?? name);

const read = (id: string, sizes: Sizes): Symbol => {
  if (id.startsWith('effect:')) return { base: 'ΔL', sub: '', sup: '', partial: false };
  const stored = storedParts(id);
  if (stored)
    return stored.kind === 'overwritten'
      ? symbolOf(stored.of, sizes)
      : { base: 's', sub: '', sup: '', partial: false };
  const path = pathNameOf(id);
  if (path)
    return { base: path.kind === 'sum' ? '∑' : 'P', sub: path.through.join(''), sup: '', partial: false };
  const product = productNameOf(id);
  if (product) return { ...symbolOf(product.weight, sizes), base: 'p', partial: product.isGradient };
  const { plain, example } = idParts(id);
  const [first = '', ...indices] = plain.split('.');
  const partial = PARTIAL.test(first);
  const name = partial ? first.slice(1) : first;
  const { sub, sup } = indicesOf(name, indices, sizes);
  const mark = example === undefined ? '' : `(${example + 1})`;
  return { base: letterOf(name, indices[0], sizes), sub, sup: sup + mark, partial };
};

/** Figures ask for the same few hundred again with every frame. */
const known = new WeakMap<Sizes, Map<string, Symbol>>();

/** How a quantity is written: in 2-3-1 `dw.1.2.1` is ∂L/∂w₂₁ and `z.2.1` the output unit's z. */
export const symbolOf = (id: string, sizes: Sizes = SIZES): Symbol => {
  const named = known.get(sizes) ?? new Map<string, Symbol>();
  known.set(sizes, named);
  const found = named.get(id) ?? read(id, sizes);
  named.set(id, found);
  return found;
};

const raised = (text: string): string =>
  [...text].map((mark) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(mark)] ?? { '(': '⁽', ')': '⁾' }[mark] ?? mark).join('');

/** A quantity in running text: «∂L/∂w₂₁». */
export const textOf = (id: string, sizes: Sizes = SIZES): string => {
  const { base, sub, sup, partial } = symbolOf(id, sizes);
  const subscript = [...sub].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit).join('');
  return `${partial ? '∂L/∂' : ''}${base}${raised(sup)}${subscript}`;
};

/** A sentence with its first letter a capital, unless it begins with a symbol. */
export const capital = (text: string): string =>
  text.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());

/** A unit in words; `layer` and `unit` from 1. */
const unitWords = (layer: number, unit: string, sizes: Sizes): string => {
  const last = sizes.length - 1;
  if (layer === 0) return `input ${unit}`;
  if (layer === last) return sizes[last] === 1 ? 'the output unit' : `output unit ${unit}`;
  return last === 2 ? `hidden unit ${unit}` : `unit ${unit} of hidden layer ${layer}`;
};

const plainWords = (name: string, indices: readonly string[], sizes: Sizes): string => {
  const [layer = '', to = '', from = ''] = indices;
  const unit = unitWords(Number(layer), to, sizes);
  switch (name) {
    case 'x':
      return `input ${layer}`;
    case 'y':
      return 'the target';
    case 'yhat':
      return 'the prediction';
    case 'loss':
      return 'the loss';
    case 'eta':
      return 'the learning rate';
    case 'step':
      return 'the training step';
    case 'share':
      return 'the share of one example';
    case 'w':
      return `the weight into ${unit} from ${unitWords(Number(layer) - 1, from, sizes)}`;
    case 'b':
      return `the bias of ${unit}`;
    case 'z':
      return `the sum z of ${unit}`;
    case 'a':
      return `the activation of ${unit}`;
    case 'gate':
      return `the gate of ${unit}`;
    case 'slope':
      return Number(layer) === sizes.length - 1
        ? 'the slope of the sigmoid at the output'
        : `the slope of the activation at ${unit}`;
    default:
      return [name, ...indices].join('.');
  }
};

const STORED_WORDS: Readonly<Record<Stored, (of: string, sizes: Sizes) => string>> = {
  share: (of, sizes) => {
    const { plain, example } = idParts(of);
    return `what day ${(example ?? NaN) + 1} puts into the store of ${textOf(plain, sizes)}`;
  },
  left: (of, sizes) => `what the step before has left in the store of ${textOf(of, sizes)}`,
  uncleared: (of, sizes) => `the store of ${textOf(of, sizes)}, had it not been cleared`,
  overwritten: (of, sizes) => `${wordsOf(of, sizes)}, had = stood in place of +=`,
};

const namesIn = (plain: string): readonly [name: string, indices: readonly string[]] => {
  const [name = '', ...indices] = plain.split('.');
  return [name, indices];
};

const pathWords = ({ kind, source, through }: PathName, sizes: Sizes): string => {
  if (kind === 'sum') return `the gradients at ${plainWords(...namesIn(source), sizes)} on all days, added`;
  const units = through.map((unit, i) => unitWords(i + 1, unit, sizes)).join(', then ');
  const isWhole = through.length === sizes.length - 2;
  return `what ${isWhole ? 'the path' : 'all paths'} through ${units} ${isWhole ? 'brings' : 'bring'} to ${textOf(`d${source}`, sizes)}`;
};

const productWords = ({ weight, isGradient }: ProductName, sizes: Sizes): string => {
  const product = `the product of ${textOf(weight, sizes)} and ${textOf(multipliedBy(weight), sizes)}`;
  return isGradient ? `how fast the loss changes with ${product}` : product;
};

/** A quantity in words: «the weight into hidden unit 2 from input 1». */
export const wordsOf = (id: string, sizes: Sizes = SIZES): string => {
  if (id.startsWith('effect:'))
    return `the change of the loss for a small rise of ${wordsOf(id.slice('effect:'.length), sizes)}`;
  const stored = storedParts(id);
  if (stored) return STORED_WORDS[stored.kind](stored.of, sizes);
  const path = pathNameOf(id);
  if (path) return pathWords(path, sizes);
  const product = productNameOf(id);
  if (product) return productWords(product, sizes);
  const { plain, example } = idParts(id);
  const [name, indices] = namesIn(plain);
  const words = PARTIAL.test(name)
    ? `how fast the loss changes with ${plainWords(name.slice(1), indices, sizes)}`
    : plainWords(name, indices, sizes);
  return example === undefined ? words : `${words}, on day ${example + 1}`;
};

/** The kind of a quantity, from its id. */
export const kindOf = (id: string): Kind => {
  const stored = storedParts(id);
  if (stored) return stored.kind === 'overwritten' ? 'parameter' : 'gradient';
  const study = studyKind(id);
  if (study) return study;
  const [name = ''] = idParts(id).plain.split('.');
  if (name.startsWith('effect:') || name.startsWith('fact:overwritten')) return 'loss';
  if (isPathName(id)) return 'gradient';
  const product = productNameOf(id);
  if (product) return product.isGradient ? 'gradient' : 'signal';
  if (name === 'cost' || name === 'check' || name === 'graph') return 'count';
  if (name.startsWith('fact:') || name === 'share' || name === 'step') return 'count';
  if (/^d(w|b|z|a|x|yhat|param)$/.test(name) || name === 'slope' || name === 'gate') return 'gradient';
  if (name === 'w' || name === 'b' || name === 'eta') return 'parameter';
  return name === 'loss' ? 'loss' : 'signal';
};
