import { factorsIn, fits, type Factor } from '../../story/arrangement.ts';
import type { Arrangement } from '../../story/arrangements.ts';
import type { View } from './dials.ts';
import type { Name } from './model.ts';

/** «W lying on its side» */
const spoken = ({ letter, isTurned }: Name): string => `${letter}${isTurned ? ' on its side' : ''}`;

const times = ({ rows, columns }: Pick<Factor, 'rows' | 'columns'>): string => `${rows} by ${columns}`;

/** What the shapes say of an order of factors. */
export const verdictOf = (arrangement: Arrangement): string => {
  const [left, right] = factorsIn(arrangement);
  const met = `rows of ${left.columns} meet ${right.columns === 1 ? 'a column' : 'columns'} of ${right.rows}`;
  if (fits(arrangement)) return `It fits: ${met}. What comes out is ∂L/∂x.`;
  const over = Math.abs(left.columns - right.rows);
  return `Refused: ${met}. ${over === 1 ? 'One number has' : 'Two numbers have'} no partner.`;
};

/** A factor of the reader's order, for who cannot see it, and what keys do with it. */
export const handleOf = (factor: Factor, side: 'left' | 'right'): string =>
  `${spoken(factor)}, ${times(factor)}, on the ${side}. Enter turns it, arrow keys move it to the other side.`;

/** The figure in words. */
export const describe = (view: View, arrangement: Arrangement): string => {
  switch (view) {
    case 'forward':
      return 'The way forward as tables: W times x plus b is z. W has a row for each hidden unit and a column for each input.';
    case 'arrange': {
      const [left, right] = factorsIn(arrangement);
      return `${spoken(left)}, ${times(left)}, times ${spoken(right)}, ${times(right)}. ${verdictOf(arrangement)}`;
    }
    case 'back':
      return 'The way back as tables: W on its side times δ is ∂L/∂x. Each row of W on its side holds the weights of the lines that leave one input.';
    case 'outer':
      return 'The gradients of the weights as a table: δ times x on its side, a row for each hidden unit and a column for each input, as in W.';
  }
};
