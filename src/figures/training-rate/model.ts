import { MOST_RATE } from '../../story/essay.ts';
import { kept, type Frame } from '../../story/frame.ts';
import {
  nearestStop,
  outcomeAt,
  PRESETS,
  ratedAt,
  STOPS,
  type Outcome,
  type Rated,
} from '../../story/rates.ts';
import type { Run } from '../../story/run.ts';
import { held } from '../layout/shapes.ts';
import type { RateDials } from './dials.ts';

/** What the laboratory shows, whatever its size. */
export interface RateModel {
  readonly days: 'one' | 'two';
  readonly world: 'essay' | 'two-days';
  /** The network and data that all the runs start from. */
  readonly run: Run;
  /** The rate on the dial, and whether the reader has put it there. */
  readonly eta: number;
  readonly isOwn: boolean;
  readonly isHunting: boolean;
  readonly live: Rated;
  readonly presets: readonly Rated[];
  /** What the axis of losses has to hold: both above 0. */
  readonly range: readonly [low: number, high: number];
}

/** Losses below this lie on the floor of the charts. */
export const FLOOR = 1e-9;

const keptRange = kept<readonly [number, number]>();

/** Of the runs that are always drawn, and of the one with the longest steps. */
const rangeOf = (run: Run): readonly [number, number] =>
  keptRange(run, '', () => {
    const losses = [...PRESETS, MOST_RATE].flatMap((eta) => ratedAt(run, eta).losses);
    return [Math.max(FLOOR, Math.min(0.1, ...losses)), Math.max(1, ...losses)];
  });

const keptModel = kept<RateModel>(16);

/** What the figure shows at a frame: the same object as long as that is the same. */
export const rateModel = ({ reading, dials }: Frame<RateDials>): RateModel => {
  const own = reading.settings['rate.eta'];
  const days = reading.settings['rate.days'] ?? dials.days;
  const world = days === 'one' ? 'essay' : 'two-days';
  const run = reading.in(world);
  const eta = own ?? STOPS[nearestStop(10 ** dials.power)] ?? MOST_RATE;
  const isOwn = own !== undefined;
  const isHunting = dials.hunt === 1 || isOwn;
  return keptModel(run, [days, eta, isOwn, isHunting].join(' '), () => {
    const live = ratedAt(run, eta);
    const [low, high] = rangeOf(run);
    return {
      days,
      world,
      run,
      eta,
      isOwn,
      isHunting,
      live,
      presets: PRESETS.map((preset) => ratedAt(run, preset)),
      range: [Math.max(FLOOR, Math.min(low, ...live.losses)), Math.max(high, ...live.losses)],
    };
  });
};

/** What the map has to hold: what is left of the runs that it shows, and the coin flip. */
export const mapRange = (
  { live, presets }: RateModel,
  outcomes: readonly Outcome[],
): readonly [number, number] => {
  const left = [live, ...presets, ...outcomes].map(({ verdict }) => verdict.lastLoss);
  return [Math.max(FLOOR, Math.min(0.1, ...left)), Math.max(1, ...left)];
};

const keptThin = kept<readonly Outcome[]>();

/** Every other stop of the dial, all at once: what a still's map shows. */
export const stillOutcomes = (run: Run): readonly Outcome[] =>
  keptThin(run, '', () => STOPS.filter((_, i) => i % 2 === 0).map((eta) => outcomeAt(run, eta)));

/** What a dot of the map says, whatever its height. */
export type Look = 'alive' | 'dead' | 'swings' | 'cut';

/** A run that swings is one whatever its units do: it is the swing that its loss does not show. */
export const lookOf = ({ verdict }: Outcome): Look => {
  if (verdict.behaviour === 'overflows') return 'cut';
  if (verdict.behaviour === 'oscillates') return 'swings';
  return verdict.deadFrom === undefined ? 'alive' : 'dead';
};

/** The stop nearest to a rate, or so many stops from there. */
export const stopBy = (eta: number, by: number): number =>
  STOPS[held(nearestStop(eta) + by, 0, STOPS.length - 1)] ?? eta;
