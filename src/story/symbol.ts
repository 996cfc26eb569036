import { NUDGE, SIZES } from './essay.ts';
import { format } from './format.ts';

/** What a quantity is, hence what colour it wears. */
export type Kind = 'signal' | 'parameter' | 'gradient' | 'loss' | 'count';

/** A letter as it is written: ∂L/∂(base with sub) when `partial`. */
export interface Symbol {
  readonly base: string;
  readonly sub: string;
  readonly partial: boolean;
}

const LAST = SIZES.length - 1;

/** The letter of a plain quantity. The output unit is the only one of its layer, so it carries no index of its own. */
const letter = (name: string, indices: readonly string[]): Omit<Symbol, 'partial'> => {
  const [layer, ...units] = indices;
  if (name === 'yhat') return { base: 'ŷ', sub: '' };
  if (name === 'eta') return { base: 'η', sub: '' };
  if (name === 'loss') return { base: 'L', sub: '' };
  if (name === 'x' || indices.length === 0) return { base: name, sub: indices.join('') };
  const named = Number(layer) === LAST ? units.slice(1) : units;
  if (name === 'slope') return { base: 'σ′', sub: '' };
  return { base: name, sub: named.join('') };
};

/** How a quantity of the 2-3-1 network is written: `dw.1.2.1` is ∂L/∂w₂₁, `z.2.1` is the output unit's z. */
export const symbolOf = (id: string): Symbol => {
  if (id.startsWith('effect:')) return { base: 'ΔL', sub: '', partial: false };
  if (id === 'fact:nudge') return { base: format(NUDGE, 2), sub: '', partial: false };
  const [name = '', ...indices] = id.split('.');
  const partial = /^d(w|b|z|a|x|yhat)$/.test(name);
  return { ...letter(partial ? name.slice(1) : name, indices), partial };
};

/** A quantity in running text: «∂L/∂w₂₁». */
export const textOf = (id: string): string => {
  const { base, sub, partial } = symbolOf(id);
  const subscript = [...sub].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit).join('');
  return `${partial ? '∂L/∂' : ''}${base}${subscript}`;
};

/** A sentence with its first letter a capital, unless it begins with a symbol. */
export const capital = (text: string): string =>
  text.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());

/** A quantity in words: «the weight into hidden unit 2 from input 1». */
export const wordsOf = (id: string): string => {
  if (id.startsWith('effect:')) return `the change of the loss for a small rise of ${wordsOf(id.slice(7))}`;
  const [name = '', ...indices] = id.split('.');
  if (/^d(w|b|z|a|x|yhat)$/.test(name)) {
    const inner = [name.slice(1), ...indices].join('.');
    return `how fast the loss changes with ${wordsOf(inner)}`;
  }
  const [layer, to, from] = indices;
  const unit = Number(layer) === LAST ? 'the output unit' : `hidden unit ${to ?? ''}`;
  const source = Number(layer) === 1 ? `input ${from ?? ''}` : `hidden unit ${from ?? ''}`;
  switch (name) {
    case 'x':
      return `input ${layer ?? ''}`;
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
    case 'w':
      return `the weight into ${unit} from ${source}`;
    case 'b':
      return `the bias of ${unit}`;
    case 'z':
      return `the sum z of ${unit}`;
    case 'a':
      return `the activation of ${unit}`;
    case 'gate':
      return `the gate of ${unit}`;
    case 'slope':
      return 'the slope of the sigmoid at the output';
    default:
      return id;
  }
};

/** The kind of a quantity, from its id. */
export const kindOf = (id: string): Kind => {
  const name = id.split('.')[0] ?? '';
  if (name.startsWith('effect:')) return 'loss';
  if (name.startsWith('fact:')) return 'count';
  if (/^d(w|b|z|a|x|yhat|param)$/.test(name) || name === 'slope' || name === 'gate') return 'gradient';
  if (name === 'w' || name === 'b' || name === 'eta') return 'parameter';
  if (name === 'loss') return 'loss';
  if (name === 'step') return 'count';
  return 'signal';
};
