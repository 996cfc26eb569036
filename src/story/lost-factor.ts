import type { Op } from '../engine/index.ts';

/**
 * A sentence, with a space before it, where an operation's factors as the machine holds them do not give its result: the
 * sigmoid's slope has become 0, and the gradient at its sum has not. "" everywhere else.
 */
export const lostFactor = ({ kind, operands, value }: Op): string =>
  kind === 'sum' && operands.length === 2 && value !== 0 && operands.some((one) => one.value === 0)
    ? ' The slope is too small for a machine, which writes 0; the product is taken from ŷ − y.'
    : '';
