import { shown } from '../../story/expression.ts';
import { textOf } from '../../story/symbol.ts';
import { fitted, widthOf } from '../layout/type.ts';
import { BEYOND, isReached, type Chain } from './model.ts';

/** A gradient as it is shown elsewhere where there are `room` px for that, else with fewer digits. */
export const writtenIn = (id: string, value: number, room: number, size: number): string => {
  if (Math.abs(value) > BEYOND) return 'too large';
  const whole = shown(id, value);
  return widthOf(whole, size) <= room ? whole : fitted(value, room, size, 4);
};

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
