import { gradientId, quantities } from '../../engine/index.ts';
import { PARAMETERS } from '../../story/essay.ts';
import { sweepsIn, sweepTrail, trailOf, type Trail } from '../../story/opening.ts';
import { quantityIn } from '../../story/quantity.ts';
import type { Reading } from '../../story/reading.ts';
import { networkOf, worldOf } from '../../story/world.ts';

/** What the opening shows: the network as the reader has turned it, or as the machine has. */
export interface View {
  readonly world: 'opening' | 'opening-turned';
  /** The training step of that world that is shown: how many sweeps the machine has made. */
  readonly at: number;
  /** How many it makes in all; undefined where the reader turns. */
  readonly sweeps?: number;
  /** The parameters, in parameter order. */
  readonly theta: readonly number[];
  readonly all: ReadonlyMap<string, number>;
  /** The same before the last turn; of the machine, after its next sweep. */
  readonly other: ReadonlyMap<string, number>;
  /** The dial that was turned last. */
  readonly held?: number | undefined;
  /** By how much the next sweep turns each dial; undefined where there is none. */
  readonly steps?: readonly number[] | undefined;
  readonly hand: Trail;
  readonly machine?: Trail;
}

const byHand = ({ settings, in: runIn }: Reading, hand: Trail): View => {
  const turns = settings['top.turns'];
  const { world, quantitiesAt } = runIn('opening-turned');
  const before = worldOf('opening-turned', { ...settings, 'top.turns': turns.slice(0, -1) });
  return {
    world: 'opening-turned',
    at: 0,
    theta: world.theta,
    all: quantitiesAt(0),
    other: quantities(networkOf(before), before.examples),
    held: turns.at(-1)?.[0],
    hand,
  };
};

const byMachine = ({ in: runIn }: Reading, asked: number, hand: Trail): View => {
  const run = runIn('opening');
  const sweeps = sweepsIn(run);
  const at = Math.min(asked, sweeps);
  const all = run.quantitiesAt(at);
  const isOver = at === sweeps;
  return {
    world: 'opening',
    at,
    sweeps,
    theta: run.thetaAt(at),
    all,
    other: run.quantitiesAt(isOver ? at : at + 1),
    steps: isOver ? undefined : PARAMETERS.map((id) => -run.world.eta * quantityIn(all, gradientId(id))),
    hand,
    machine: sweepTrail(run, at),
  };
};

/**
 * The opening as the reader has set it. To a reader who has set nothing and scrolls on, `passing` of it, from 0 to 1, the
 * machine is shown.
 */
export const viewOf = (reading: Reading, passing = 0): View => {
  const turns = reading.settings['top.turns'];
  const asked = reading.settings['top.sweeps'];
  const hand = trailOf(turns);
  if (asked !== undefined) return byMachine(reading, asked, hand);
  if (turns.length > 0 || passing === 0) return byHand(reading, hand);
  return byMachine(reading, Math.floor(passing * sweepsIn(reading.in('opening'))), hand);
};
