import { meanLoss, mutantGradient, mutantNamed, mutantStep, step, type Network } from '../../engine/index.ts';
import { few } from '../few.ts';
import { ETA, MORNINGS, networkOf, STEPS, type BugName, type Case, type Start } from './cases.ts';

/** A run of training: the network before each step and after the last, as far as there are numbers. */
export interface Descent {
  readonly networks: readonly Network[];
  /** The mean loss of each. */
  readonly losses: readonly number[];
}

/** Past this size of a parameter nothing is learned any more, and soon there are no numbers. */
const MOST = 1e12;

const isSound = ({ layers }: Network): boolean =>
  layers.every(({ weights, bias }) => [...weights.flat(), ...bias].every((value) => Math.abs(value) <= MOST));

const descent = (start: Network, next: (network: Network) => Network | undefined): Descent => {
  const networks = [start];
  for (let t = 0, network: Network | undefined = start; t < STEPS; t++) {
    network = next(network);
    if (!network || !isSound(network)) break;
    networks.push(network);
  }
  return { networks, losses: networks.map((network) => meanLoss(network, MORNINGS)) };
};

const brokenStep =
  (bug: BugName) =>
  (network: Network): Network | undefined => {
    const mutant = mutantNamed(bug);
    const { gradient } = mutantGradient(mutant, network, MORNINGS, ETA);
    return gradient.every(Number.isFinite) ? mutantStep(mutant, network, MORNINGS, ETA) : undefined;
  };

const kept = few<Descent>(24);

/** Training with a case's code. It ends early where the code has no number to go on with. */
export const brokenRun = (of: Case, start: Start): Descent =>
  kept(`${of.bug} ${of.hidden} ${start}`, () => descent(networkOf(of, start), brokenStep(of.bug)));

/** The same training with every rule right. */
export const soundRun = (of: Case, start: Start): Descent =>
  kept(`sound ${of.hidden} ${start}`, () =>
    descent(networkOf(of, start), (network) => step(network, MORNINGS, { learningRate: ETA })),
  );

/** How the loss of a broken run went, beside the sound one. */
export interface Course {
  readonly first: number;
  readonly last: number;
  readonly soundLast: number;
  /** Steps at which it rose. */
  readonly rises: number;
  readonly isLevel: boolean;
  /** The step after which there were no numbers; undefined if there always were. */
  readonly stopped: number | undefined;
}

export const courseOf = (broken: Descent, sound: Descent): Course => {
  const { losses } = broken;
  const changes = losses.slice(1).map((loss, i) => loss - (losses[i] ?? NaN));
  return {
    first: losses[0] ?? NaN,
    last: losses.at(-1) ?? NaN,
    soundLast: sound.losses.at(-1) ?? NaN,
    rises: changes.filter((change) => change > 0).length,
    isLevel: losses.length > 1 && changes.every((change) => change === 0),
    stopped: losses.length <= STEPS ? losses.length - 1 : undefined,
  };
};
