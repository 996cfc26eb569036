import { losses } from '../engine/index.ts';

/** The predictions next to 1 and to 0: a saturated sigmoid is rounded to these two themselves, where the logit is infinite. */
const MOST = 1 - Number.EPSILON / 2;
const LEAST = Number.MIN_VALUE;

/** Binary cross-entropy of a prediction from 0 to 1 against a target from 0 to 1, in nats. Always finite. */
export const lossAt = (prediction: number, target: number): number => {
  const held = Math.min(MOST, Math.max(LEAST, prediction));
  return losses.bce.of(Math.log(held / (1 - held)), held, target);
};

/** How little chance a wrong prediction leaves to what happened; the next wronger one leaves a tenth of that. */
export const CHANCE = 0.1;

/** The prediction that leaves so much of a chance to the outcome that the target is nearer to. */
export const leaving = (chance: number, target: number): number => (target >= 0.5 ? chance : 1 - chance);
/** The least loss that any prediction has for a target from 0 to 1: that of the target itself, its entropy in nats. */
export const leastLoss = (target: number): number =>
  target <= 0 || target >= 1 ? 0 : losses.bce.of(Math.log(target / (1 - target)), target, target);
