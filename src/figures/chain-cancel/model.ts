import { activations, losses, quantities, type LossName, type Op } from '../../engine/index.ts';
import { shownArithmetic, type Arithmetic } from '../../story/expression.ts';
import { kept, quantityOf, type Frame } from '../../story/frame.ts';
import { quantityIn } from '../../story/quantity.ts';
import { END } from '../../story/saturation.ts';
import { networkOf, turnedTo, turnedZ, type WorldName } from '../../story/world.ts';
import type { ChainCancelDials } from './dials.ts';

/** What one loss sends back to the output's sum, as its two factors. */
export interface Sent {
  readonly loss: LossName;
  readonly values: ReadonlyMap<string, number>;
  /** ∂L/∂z = ∂L/∂ŷ · σ′ */
  readonly op: Op;
  readonly arithmetic: Arithmetic;
  /** The world whose numbers these are; undefined while z is on its way from one to the other. */
  readonly world: WorldName | undefined;
}

/** Both losses at one z. */
export interface Compared {
  readonly z: number;
  /** The network's own. */
  readonly own: number;
  readonly target: number;
  readonly yhat: number;
  readonly slope: number;
  readonly bce: Sent;
  readonly mse: Sent;
  /** Whether z is the network's own, on its way, or where the reader has it. */
  readonly place: 'own' | 'between' | 'turned';
}

const opOf = (values: ReadonlyMap<string, number>): Op => {
  const operands = ['dyhat', 'slope.2.1'].map((id) => ({ id, value: quantityIn(values, id) }));
  return {
    phase: 'backward',
    id: 'dz.2.1',
    kind: 'sum',
    operands,
    terms: [[0, 1]],
    value: quantityIn(values, 'dz.2.1'),
  };
};

const keptSent = kept<Sent>();

const sentOf = (loss: LossName, values: ReadonlyMap<string, number>, world?: WorldName): Sent =>
  keptSent(values, `${loss} ${world ?? ''}`, () => {
    const op = opOf(values);
    return { loss, values, op, arithmetic: shownArithmetic(op), world };
  });

const WORLDS = {
  own: { bce: 'essay', mse: 'squared' },
  turned: { bce: 'turned', mse: 'turned-squared' },
} as const satisfies Record<string, Record<LossName, WorldName>>;

/** Both losses where a frame's dials have z. */
export const comparedOf = ({ reading, step, dials }: Frame<ChainCancelDials>): Compared => {
  const own = quantityIn(reading.in('essay').quantitiesAt(step), 'z.2.1');
  const target = reading.settings.y;
  const wanted = turnedZ(reading.settings);
  const place = dials.turned === 0 ? 'own' : dials.turned === 1 ? 'turned' : 'between';
  const z = place === 'own' ? own : own + (wanted - own) * dials.turned;
  const sent = (loss: LossName): Sent => {
    if (place !== 'between') {
      const world = WORLDS[place][loss];
      return sentOf(loss, reading.in(world).quantitiesAt(step), world);
    }
    const world = turnedTo({ ...reading.in(WORLDS.own.mse).world, loss }, z);
    return sentOf(loss, quantities(networkOf(world), world.examples));
  };
  const [bce, mse] = [sent('bce'), sent('mse')];
  const all = { all: bce.values };
  return {
    z: place === 'between' ? z : quantityOf(all, 'z.2.1'),
    own,
    target,
    yhat: quantityOf(all, 'yhat'),
    slope: quantityOf(all, 'slope.2.1'),
    bce,
    mse,
    place,
  };
};

/** ∂L/∂z of a sigmoid output under a loss, at any z. */
export const deltaAt = (loss: LossName, z: number, target: number): number =>
  losses[loss].delta(z, activations.sigmoid.f(z), target, activations.sigmoid.df);

const SAMPLES = 160;

/** What a loss sends back, for every z that can be turned to. */
export const curveOf = (loss: LossName, target: number): readonly (readonly [z: number, delta: number])[] =>
  Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const z = END * ((2 * i) / SAMPLES - 1);
    return [z, deltaAt(loss, z, target)];
  });
