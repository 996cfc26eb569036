import type { Op } from '../../engine/index.ts';
import { shownArithmetic } from '../../story/expression.ts';
import { format } from '../../story/format.ts';
import { kept, type Frame } from '../../story/frame.ts';
import { quantityIn } from '../../story/quantity.ts';
import { textOf } from '../../story/symbol.ts';
import { operationNamed } from '../../story/working.ts';
import type { ChainPathDials } from './dials.ts';

/** One link of the chain: how far its end nearer to the loss moves for a small move of the other. */
export interface Link {
  /** The quantity that is its rate; none for a bias, which is added as it is. */
  readonly factor: string | undefined;
  readonly value: number;
  /** The rate as it is shown: all of them together give the shown gradient. */
  readonly text: string;
  readonly word: string;
}

/** The path of a parameter to the loss, drawn out straight. From the loss on. */
export interface Chain {
  readonly parameter: string;
  /** All factors multiplied. */
  readonly op: Op;
  /** What moves what: the loss first, the parameter last. */
  readonly nodes: readonly string[];
  /** Between each node and the next. */
  readonly links: readonly Link[];
  /** The product so far at each node but the loss: the gradient of the loss by that node. */
  readonly products: readonly { readonly id: string; readonly value: number }[];
  /** The first link that makes the product zero, and why. */
  readonly stop: { readonly link: number; readonly why: string } | undefined;
}

/** The weight that the text follows. */
const FOLLOWED = 'w.1.1.1';

const nodesOf = (parameter: string): readonly string[] => {
  const [, layer, unit = ''] = parameter.split('.');
  const through = layer === '1' ? [`a.1.${unit}`, `z.1.${unit}`] : [];
  return ['loss', 'yhat', 'z.2.1', ...through, parameter];
};

const wordOf = (id: string, value: number): string => {
  const [name = ''] = id.split('.');
  switch (name) {
    case 'dyhat':
      return 'loss';
    case 'slope':
      return 'slope';
    case 'w':
      return 'weight';
    case 'gate':
      return value === 0 ? 'gate shut' : 'gate open';
    case 'x':
      return 'input';
    default:
      return 'activation';
  }
};

/** Past this a machine has no number for a rate, though the product has one. */
export const BEYOND = 1e300;

/** Why a rate is zero. */
const whyZero = (id: string, all: ReadonlyMap<string, number>): string => {
  const [name = '', , unit = ''] = id.split('.');
  switch (name) {
    case 'dyhat':
      return 'The prediction is the target, so the loss is level there.';
    case 'slope':
      return 'The sigmoid is saturated: so far out it is flat to the last digit.';
    case 'w':
      return `${textOf(id)} is 0: whatever unit ${unit} does, the output does not feel it.`;
    case 'gate': {
      const z = `z.1.${unit}`;
      return `${textOf(z)} = ${format(quantityIn(all, z))} is not above 0, so the gate is shut and lets no change through.`;
    }
    case 'x':
      return `${textOf(id)} is 0: the weight is multiplied by nothing.`;
    case 'a':
      return `${textOf(id)} is 0: unit ${unit} passes nothing on for the weight to multiply.`;
    default:
      return 'What is left is too small for this machine to tell from 0.';
  }
};

const keptChain = kept<Chain>();

const chainFor = (parameter: string, { all, reading, step, world }: Frame<ChainPathDials>): Chain =>
  keptChain(all, parameter, () => {
    const op = operationNamed(reading, { of: `chain:${parameter}`, at: String(step), world });
    const { operands } = shownArithmetic(op);
    const nodes = nodesOf(parameter);
    const products = nodes.slice(1).map((node) => ({ id: `d${node}`, value: quantityIn(all, `d${node}`) }));
    const links = products.map(({ value: product }, i): Link => {
      const factor = op.operands[i];
      if (!factor) return { factor: undefined, value: 1, text: '1', word: 'added' };
      const { id, value } = factor;
      // Where the loss is steeper and the sigmoid flatter than any number is, their product is still one.
      const isLost = Math.abs(value) > BEYOND || (value === 0 && product !== 0);
      const text = isLost ? (value === 0 ? 'too small' : 'too large') : (operands[i] ?? '—');
      return { factor: id, value, text, word: wordOf(id, value) };
    });
    const at = products.findIndex(({ value }) => value === 0);
    const link = links[at];
    const why = link && whyZero(link.value === 0 ? (link.factor ?? '') : '', all);
    return { parameter, op, nodes, links, products, stop: why === undefined ? undefined : { link: at, why } };
  });

/** The path that a frame shows. */
export const chainIn = (frame: Frame<ChainPathDials>): Chain =>
  chainFor(frame.dials.whose === 'text' ? FOLLOWED : frame.reading.settings.param, frame);

/** How many links have been multiplied, and how far the next one has got: 0 to the number of links. */
export const multipliedIn = ({ dials }: Frame<ChainPathDials>, { links }: Chain): number =>
  dials.whose === 'chosen' ? links.length : Math.min(dials.multiplied, links.length);

/** A link counts as multiplied when this much of its share of the scroll is over. */
const THERE = 0.5;

export const isReached = (multiplied: number, link: number): boolean => multiplied >= link + THERE;

/** Past the link that is zero nothing is left to multiply. */
export const isDeadAt = ({ stop }: Chain, multiplied: number, link: number): boolean =>
  stop !== undefined && link > stop.link && isReached(multiplied, stop.link);

/** What of the path lies in the network past the link that is zero, once that has been multiplied: nothing comes so far. */
export const deadIn = ({ nodes, stop }: Chain, multiplied: number): ReadonlySet<string> => {
  if (!stop || !isReached(multiplied, stop.link)) return new Set();
  const past = nodes.slice(stop.link + 1);
  const parameter = nodes.at(-1) ?? '';
  const [name, layer, , from] = parameter.split('.');
  const source = name === 'b' ? [] : [layer === '1' ? `x.${from ?? ''}` : `z.1.${from ?? ''}`];
  // The line out of a hidden unit is the link between the output's sum and the unit's activation.
  const out = nodes.find((id) => id.startsWith('a.1.'));
  const line =
    out !== undefined && nodes.indexOf(out) > stop.link + 1 ? [`w.2.1.${out.split('.')[2] ?? ''}`] : [];
  return new Set([...past, ...source, ...line]);
};

/** What is lit in the network: the lines and nodes of the path. */
export const litIn = ({ nodes }: Chain): ReadonlySet<string> => {
  const unit = nodes.find((id) => id.startsWith('a.1.'))?.split('.')[2];
  const parameter = nodes.at(-1) ?? '';
  const [name, layer, , from] = parameter.split('.');
  const source = name === 'b' ? [] : [layer === '1' ? `x.${from ?? ''}` : `z.1.${from ?? ''}`];
  return new Set([...nodes, ...source, ...(unit === undefined ? [] : [`w.2.1.${unit}`])]);
};
