import { few } from '../few.ts';
import { isDoneBy, type GoalName } from './goals.ts';
import {
  DEPTH,
  MOST_LAYERS,
  MOST_UNITS,
  SCALES,
  type Bend,
  type DepthSettings,
  type SideName,
} from './settings.ts';
import { heardBy, MADE_OF } from './side.ts';

// Which control leads one network to a goal, tried out: nothing is advised that does not lead there by itself.

/** Which way the dial of the weights is to be turned. */
export type Turn = 'larger' | 'smaller';

/** So many deals are looked ahead. */
const AHEAD = 8;
/** Every so many stops of the weights are tried where any loud or faint enough will do, and where two things change. */
const COARSE = 3;
const PAIRED = 4;
/** So many more layers are tried. */
const DEEPER = [1, 2, 4, 8, MOST_LAYERS];

/** What is set so that a kind of network can be held. */
export const HOLDING: Readonly<Record<Bend, Partial<DepthSettings>>> = {
  relu: { 'depth.scheme': 'he' },
  sigmoid: { 'depth.bias': 'centred' },
  tanh: { 'depth.scheme': 'xavier' },
};

/** The stops of the weights that lie a way from where they are, the nearest first. */
const stopsOf: Readonly<Record<Turn, (scale: number) => readonly number[]>> = {
  larger: (scale) => SCALES.filter((stop) => stop > scale),
  smaller: (scale) => SCALES.filter((stop) => stop < scale).toReversed(),
};
/** Every so many of them, the last of them always. */
const every = (some: number, stops: readonly number[]): readonly number[] =>
  stops.filter((_, i) => i % some === some - 1 || i === stops.length - 1);
const TURNS = ['larger', 'smaller'] as const satisfies readonly Turn[];

const dealsAfter = (seed: number): readonly number[] =>
  Array.from({ length: AHEAD }, (_, i) => ((seed + i) % DEPTH['depth.seed'].range[1]) + 1);

/** What may be changed before the weights are turned, the plainest first. */
export type First = 'centred' | 'deeper' | 'he' | 'relu';
const firstsOf = (name: SideName): readonly (readonly [First, Partial<DepthSettings>])[] => [
  ['centred', { 'depth.bias': 'centred' }],
  ['deeper', { 'depth.layers': MOST_LAYERS }],
  ['he', { 'depth.scheme': 'he' }],
  ['relu', { [`depth.${name}`]: 'relu' }],
];

const keptTurns = few<readonly Turn[]>(60);
const keptPairs = few<Pair | undefined>(60);

/** One change, and then a turn of the weights, if it takes one. */
export interface Pair {
  readonly first: First;
  readonly turn?: Turn;
}

const keyOf = (goal: GoalName, name: SideName, settings: DepthSettings): string =>
  [goal, name, ...MADE_OF.map((one) => settings[one])].join();

/** Two changes that lead there together, where none does by itself. */
export const pairTo = (goal: GoalName, name: SideName, settings: DepthSettings): Pair | undefined =>
  keptPairs(keyOf(goal, name, settings), () => {
    for (const [first, change] of firstsOf(name)) {
      const changed = { ...settings, ...change };
      const does = (scale: number): boolean =>
        isDoneBy(goal, heardBy(name, { ...changed, 'depth.scale': scale }));
      if (does(settings['depth.scale'])) return { first };
      const turn = TURNS.find((one) => every(PAIRED, stopsOf[one](settings['depth.scale'])).some(does));
      if (turn) return { first, turn };
    }
    return undefined;
  });

type Asked = readonly [goal: GoalName, name: SideName, settings: DepthSettings];

const does = ([goal, name, settings]: Asked, change: Partial<DepthSettings>): boolean =>
  isDoneBy(goal, heardBy(name, { ...settings, ...change }));

/** Which turns of the weights will do by themselves, the nearer first. */
export const turnsTo = (...asked: Asked): readonly Turn[] =>
  keptTurns(keyOf(...asked), () => {
    const [goal, , settings] = asked;
    return TURNS.map((turn) => {
      const stops = stopsOf[turn](settings['depth.scale']);
      const tried = goal === 'hold' ? stops : every(COARSE, stops);
      return { turn, away: tried.findIndex((scale) => does(asked, { 'depth.scale': scale })) };
    })
      .filter(({ away }) => away >= 0)
      .sort((a, b) => a.away - b.away)
      .map(({ turn }) => turn);
  });

/** Whether more layers will do by themselves. */
export const isDeeper = (...asked: Asked): boolean => {
  const now = asked[2]['depth.layers'];
  return (
    now < MOST_LAYERS &&
    DEEPER.some((more) => does(asked, { 'depth.layers': Math.min(MOST_LAYERS, now + more) }))
  );
};

/** Whether more units a layer will do by themselves. */
export const isWider = (...asked: Asked): boolean => {
  const now = asked[2]['depth.width'];
  return Array.from({ length: MOST_UNITS - now }, (_, i) => now + 1 + i).some((width) =>
    does(asked, { 'depth.width': width }),
  );
};

/** Whether one of the next deals will do. */
export const isDealt = (...asked: Asked): boolean =>
  dealsAfter(asked[2]['depth.seed']).some((seed) => does(asked, { 'depth.seed': seed }));
