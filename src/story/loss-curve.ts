import { losses } from '../engine/index.ts';

/** Binary cross-entropy of a prediction strictly between 0 and 1 against a target from 0 to 1, in nats. */
export const lossAt = (prediction: number, target: number): number =>
  losses.bce.of(Math.log(prediction / (1 - prediction)), prediction, target);
