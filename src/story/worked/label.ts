import { formatCount } from '../format.ts';
import { symbolOf } from '../symbol.ts';
import { conditionsOf, unconditional } from './conditions.ts';
import type { WorkedExample } from './example.ts';
import { plainQuantity, quantityIn } from './names.ts';
import { idOf, sizesOf } from './quantities.ts';

/** How a printed number is called on the page: a letter with its marks, or the author's own words. */
export interface Label {
  /** Before the letter: `−∂L/∂`. */
  readonly lead: string;
  readonly base: string;
  readonly sub: string;
  readonly sup: string;
  /** After it: `new`, `after 10 000 steps`, `biases too`. */
  readonly tail: string;
}

/** The author's own words; what stands low in them does so here. */
const words = (text: string): Label => {
  const [, base = text, sub = ''] = /^([A-Za-z]+)_(\w+)$/.exec(text) ?? [];
  return { lead: '', base, sub, sup: '', tail: '' };
};

/** A name that an author gave is kept where it is as short as a symbol. */
const SHORT = /^[^[]{1,12}$/;

/** The label of a printed number that means something in the words of names.ts. */
export function labelOf(name: string, means: string, example: WorkedExample): Label {
  if (name !== means && SHORT.test(name)) return words(name);
  const { rest, conditions } = conditionsOf(means);
  const plain = plainQuantity(rest);
  const quantity = plain && quantityIn(plain.name)?.quantity;
  if (!quantity || conditions.set.size > 0 || conditions.input) return words(name);
  const sizes = sizesOf(example);
  const { what, layer, indices, term } = quantity;
  const id = idOf({ ...quantity, term: undefined }, sizes) ?? '';
  const { base, sub, sup, partial } = symbolOf(id, sizes);
  const isGradient = partial || id.startsWith('dyhat');
  const isSigmoid = example.network.layers[layer - 1]?.activation === 'sigmoid';
  const several = example.data.length > 1;
  const of = several && /^d?[zax]$|^t$|^slope$/.test(what) ? indices[1] : undefined;
  const whole = example.network.loss === 'output' ? 'ŷ' : 'L';
  const loss = term === undefined ? whole : `${whole}${low(String(term + 1))}`;
  // With one output its layer goes without a number; with several, only numbers tell the layers apart.
  const own = sizes.length > 2 && sizes.at(-1) !== 1 && layer > 0 && base !== 'ŷ' ? String(layer) : sup;
  const { steps } = conditions;
  const isBare = JSON.stringify({ ...conditions, steps: undefined }) === BARE;
  const told = isBare
    ? ''
    : means
        .slice(rest.length)
        .replace(/^,?\s*(after \d+ \w+)?,?\s*/, '')
        .replace('through updated weights', 'by new weights');
  const after =
    steps === undefined
      ? quantity.isAfter
        ? 'new'
        : ''
      : `after ${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'}`;
  return {
    lead: `${plain.sign < 0 ? '−' : ''}${isGradient ? `∂${loss}/∂` : ''}`,
    base: what === 'slope' ? (isSigmoid ? 'σ′' : 'f′') : base,
    sub: what === 'loss' && indices[0] !== undefined && sizes.at(-1) !== 1 ? String(indices[0] + 1) : sub,
    sup: of === undefined ? own : `${own}(${of + 1})`,
    tail: [after, told].filter((part) => part !== '').join(', '),
  };
}

const BARE = JSON.stringify(unconditional);

const low = (text: string): string => text.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit);
const high = (text: string): string =>
  [...text].map((mark) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(mark)] ?? { '(': '⁽', ')': '⁾' }[mark] ?? mark).join('');

/** A label in one line: «∂L/∂w²₁₁», «L after the step». */
export const textOfLabel = ({ lead, base, sub, sup, tail }: Label): string => {
  const after = tail.replace(/^new\b/, 'after the step');
  return `${lead}${base}${high(sup)}${/^\d+$/.test(sub) ? low(sub) : sub}${after === '' ? '' : ` ${after}`}`;
};
