import { shown } from '../../story/expression.ts';
import { textOf } from '../../story/symbol.ts';
import { isReached, type Chain } from './model.ts';

/** The figure in words, as far as it has been told. */
export const describe = (chain: Chain, lifted: number, multiplied: number): string => {
  const { nodes, links, products, parameter, stop } = chain;
  const way = nodes.toReversed().map((id) => textOf(id));
  if (lifted < 1) return `The network, with the path of ${textOf(parameter)} to the loss: ${way.join(', ')}.`;
  const told = links.flatMap(({ text, word }, i) => {
    const product = products[i];
    return product && isReached(multiplied, i)
      ? [`times ${text}, ${word}: ${shown(product.id, product.value)}`]
      : [];
  });
  const end = stop && isReached(multiplied, stop.link) ? ` ${stop.why}` : '';
  return `The path of ${textOf(parameter)} as a chain: ${way.join(', ')}. From the loss back, 1 ${told.join('; ')}.${end}`;
};
