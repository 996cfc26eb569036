import { textOf } from '../../story/symbol.ts';
import { dataId } from '../../story/walk.ts';
import {
  forwardOf,
  isKnown,
  legAt,
  walkedOf,
  type GraphView,
  type Walked,
  type WrittenLeg,
} from './model.ts';
import type { ChainGraphDials } from './dials.ts';
import type { Frame } from '../../story/frame.ts';

/** A node's letter in running text: the product of w₁₁ and x₁ is p₁₁. */
export const nameOf = (node: string, { sizes }: Pick<GraphView, 'sizes'>): string =>
  textOf(dataId(node), sizes);

/** A number after an operator. */
export const bracketed = (text: string): string => (text.startsWith('−') ? `(${text})` : text);

/** What an operation does with what comes in, whatever the network. */
export const ruleOf = ({ node, op }: WrittenLeg): string => {
  if (node === 'loss') return 'The loss says how it answers to the prediction. That is what comes in next.';
  if (node === 'yhat') return 'The sigmoid: what comes in, times its slope where it stands.';
  if (node.includes('×')) return 'A product hands each factor what comes in, times the other factor.';
  if (node.startsWith('z')) return 'A sum hands what comes in to each of its parts, unchanged.';
  return op.operands[1]?.value === 0
    ? 'The gate is shut: whatever comes in, nothing goes through.'
    : 'The gate is open: what comes in goes through unchanged.';
};

/** How many of those that use an input have been heard; undefined for an edge to anything else. */
export const heardOf = (view: GraphView, walked: Walked): string | undefined => {
  const leg = legAt(view, walked);
  const node = leg && view.named.get(leg.to);
  if (!node?.id.startsWith('x.')) return undefined;
  const heard = node.arrivals.filter((index) => index < walked.done).length;
  return `${nameOf(node.id, view)} has heard from ${heard} of ${node.arrivals.length}; what arrives is added.`;
};

/** «−0.4950 × 0.70 = −0.3465» */
export const lineText = ({ line: { operands, result, isExact } }: WrittenLeg): string =>
  `${operands.map((text, i) => (i > 0 ? bracketed(text) : text)).join(' × ')} ${isExact ? '=' : '≈'} ${result}`;

/** The figure in words, as far as it has been told. */
export const describe = (frame: Frame<ChainGraphDials>, view: GraphView): string => {
  const operations = view.nodes.filter(({ turn }) => turn !== undefined).length;
  const told = [`The network as a graph of ${operations} operations, from the inputs to the loss.`];
  if (frame.dials.view === 'forward') {
    const { walk, leaf, edges } = forwardOf(view, frame.dials);
    told.push(
      `Walk ${walk} forward, from ${nameOf(leaf, view)}: ${edges} edges so far. Back it is one walk of ${view.legs.length} edges.`,
    );
    return told.join(' ');
  }
  const walked = walkedOf(frame);
  const leg = legAt(view, walked);
  if (!leg) return [...told, 'Every node has its value; no gradient has been computed yet.'].join(' ');
  told.push(`${walked.done} of ${view.legs.length} edges have been walked back.`);
  if (walked.fraction === 1)
    told.push(`From ${nameOf(leg.node, view)} to ${nameOf(leg.to, view)}: ${lineText(leg)}.`);
  for (const [id, { parts, total }] of view.additions) {
    const node = view.named.get(id);
    if (!node || !isKnown(node, walked)) continue;
    told.push(
      `At ${nameOf(id, view)}: ${parts.map(({ text }, i) => (i > 0 ? bracketed(text) : text)).join(' + ')} ${total.isExact ? '=' : '≈'} ${total.text}.`,
    );
  }
  return told.join(' ');
};
