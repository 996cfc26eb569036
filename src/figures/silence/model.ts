import { quantities } from '../../engine/index.ts';
import { quantityIn } from '../../story/quantity.ts';
import { silentFrom } from '../../story/facts.ts';
import { kept, type Frame } from '../../story/frame.ts';
import type { Run } from '../../story/run.ts';
import { seriesOf } from '../../story/series.ts';
import { shutsAt } from '../../story/studies/run.ts';
import { sleeperOf, sumOf, wakingOf, WAYS, type Waking, type Way } from '../../story/waking.ts';
import type { Settings } from '../../story/settings.ts';
import { networkOf, worldOf } from '../../story/world.ts';
import type { SilenceDials } from './dials.ts';

/** So many steps are on the chart at once, the first not counted: few enough for a push to be seen. */
export const SPAN = 6;

/** A unit at one step of the run. */
export interface Moment {
  readonly step: number;
  /** Its sum on the day it is trained on, and on another with the two inputs swapped. */
  readonly z: number;
  readonly otherZ: number;
  /** What the next update adds to its sum. */
  readonly push: number;
}

/** A hidden unit over the steps that the chart shows. */
export interface Track {
  readonly unit: number;
  readonly moments: readonly Moment[];
  /** The step from which its gate stays shut, to the end of the run; undefined where it is open at the end. */
  readonly silentFrom: number | undefined;
  /** Whether it is shut at the end on the other day, too. */
  readonly isDead: boolean;
}

/** What the figure shows, whatever its size. */
export interface SilenceModel {
  readonly run: Run;
  readonly step: number;
  readonly last: number;
  /** The first and the last step on the chart. */
  readonly from: number;
  readonly to: number;
  readonly tracks: readonly Track[];
  /** The hidden unit that is silent at the start of the essay's own run, and the ways to wake it. */
  readonly sleeper: number | undefined;
  readonly wakings: readonly Woken[];
  readonly way: Way | undefined;
  readonly isLeaky: boolean;
}

/** The steps on the chart: those around the one shown or, at the start, those at which the first gate shuts. */
const spanOf = (run: Run, step: number, last: number): readonly [from: number, to: number] => {
  const first = shutsAt(run);
  const event = step > 0 || first === undefined ? step : first;
  const from = Math.max(0, Math.min(event - (SPAN - 2), last - SPAN));
  // The step shown is always among them.
  const held = Math.min(from, step);
  return [held, Math.min(last, held + SPAN)];
};

const inputOf = ({ world }: Run): readonly number[] => world.examples[0]?.input ?? [];

const trackOf = (run: Run, unit: number, from: number, to: number, last: number): Track => {
  const input = inputOf(run);
  // A step moves both weights and the bias, each by the same gradient times what it was multiplied by.
  const reach = run.world.eta * input.reduce((sum, x) => sum + x * x, 1);
  const other = (step: number): number => sumOf(run.thetaAt(step), unit, input.toReversed());
  return {
    unit,
    moments: Array.from({ length: to - from + 1 }, (_, i) => {
      const all = run.quantitiesAt(from + i);
      return {
        step: from + i,
        z: quantityIn(all, `z.1.${unit}`),
        otherZ: other(from + i),
        push: 0 - reach * quantityIn(all, `dz.1.${unit}`),
      };
    }),
    silentFrom: silentFrom(run, unit),
    isDead: quantityIn(run.quantitiesAt(last), `z.1.${unit}`) <= 0 && other(last) <= 0,
  };
};

const made = (settings: Settings, run: Run, step: number): SilenceModel => {
  const { last } = seriesOf(run);
  const [from, to] = spanOf(run, step, last);
  const sleeper = sleeperOf(settings);
  return {
    run,
    step,
    last,
    from,
    to,
    tracks: [1, 2, 3].map((unit) => trackOf(run, unit, from, to, last)),
    sleeper,
    wakings: WAYS.map((way) => wokenBy(settings, sleeper, way)),
    way: settings['wake.by'],
    isLeaky: settings['wake.leak'] === 'on',
  };
};

const keptModel = kept<SilenceModel>();

/** What the figure shows at a frame: the same object as long as that is the same. */
export const silenceModel = ({ reading, run, step: asked }: Frame<SilenceDials>): SilenceModel => {
  const { settings } = reading;
  const step = Math.min(asked, seriesOf(run).last);
  const key = [step, settings['wake.by'], settings['wake.leak']].join(' ');
  return keptModel(reading.run, key, () => made(settings, run, step));
};

/** A unit at the step shown. */
export const momentAt = ({ moments }: Track, step: number): Moment | undefined =>
  moments.find((moment) => moment.step === step);

/** How a unit stands on two days. */
export type Standing = 'open' | 'inactive' | 'elsewhere' | 'dead';

export const standingOf = ({ z, otherZ }: Pick<Moment, 'z' | 'otherZ'>): Standing => {
  if (z > 0) return otherZ > 0 ? 'open' : 'elsewhere';
  return otherZ > 0 ? 'inactive' : 'dead';
};

/** A way to wake the silent unit, and the gradient that then reaches its sum at the start. */
export interface Woken {
  readonly way: Way;
  readonly waking: Waking | undefined;
  readonly gradient: number | undefined;
}

const wokenBy = (settings: Settings, unit: number | undefined, way: Way): Woken => {
  const waking = wakingOf(settings, way);
  if (!waking || unit === undefined) return { way, waking: undefined, gradient: undefined };
  const world = worldOf('woken', { ...settings, 'wake.by': way, 'wake.leak': 'off' });
  const all = quantities(networkOf(world), world.examples);
  return { way, waking, gradient: quantityIn(all, `dz.1.${unit}`) };
};
