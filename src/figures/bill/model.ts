import { NUDGE } from '../../story/essay.ts';
import { format } from '../../story/format.ts';
import { kept, quantityOf, type Frame } from '../../story/frame.ts';
import { passWith, slopeBetween, type Pass } from '../../story/nudge.ts';
import type { Run } from '../../story/run.ts';
import { EQUATOR_KM, lengthOf, MOST_PARAMETERS, MOON_KM, runsFor } from '../../story/studies/bill.ts';
import { textOf } from '../../story/symbol.ts';
import type { BillDials } from './dials.ts';

/** A parameter's column: which of its two passes have been run, and what came of them. */
export interface Column {
  readonly parameter: string;
  readonly up: Pass | undefined;
  readonly down: Pass | undefined;
  /** Measured; undefined until both passes have been run. */
  readonly slope: number | undefined;
  /** Its gradient, once the pass back has come; undefined before. */
  readonly gradient: number | undefined;
}

/** The bill of a large network. */
export interface Large {
  readonly parameters: number;
  readonly runs: number;
  readonly km: number;
  /** What the strip reaches past, in words; undefined where it reaches past nothing that has a name. */
  readonly past: { readonly words: string; readonly km: number } | undefined;
}

export interface Bill {
  readonly columns: readonly Column[];
  readonly count: number;
  readonly total: number;
  /** The pass just run. */
  readonly now: Pass | undefined;
  readonly large: Large;
  readonly isBack: boolean;
  readonly description: string;
}

const keptPass = kept<Pass>();

/** The pass of a place in the order of running: parameter by parameter, up and then down. Run once, when it is asked for. */
const passAt = (run: Run, step: number, place: number): Pass => {
  const parameter = run.parameters[Math.floor(place / 2)] ?? '';
  return keptPass(run, `${step} ${place}`, () =>
    passWith(run, step, parameter, place % 2 === 0 ? NUDGE : -NUDGE),
  );
};

export const largeFor = (power: number): Large => {
  const parameters = 10 ** power;
  const runs = runsFor(parameters);
  const km = lengthOf(runs);
  const past =
    km > MOON_KM
      ? { words: 'past the Moon, at', km: MOON_KM }
      : km > EQUATOR_KM
        ? { words: 'once round the Earth is', km: EQUATOR_KM }
        : undefined;
  return { parameters, runs, km, past };
};

/** When the pass back has come to the loss's far end and all gradients are there. */
const ARRIVED = 0.9;

/** The bill at a frame. Of the passes, only those counted have been run. */
export const billOf = (frame: Frame<BillDials>): Bill => {
  const { run, step, dials, reading } = frame;
  const total = runsFor(run.parameters.length);
  const count = Math.min(total, Math.floor(dials.runs + 1e-9));
  const passes = Array.from({ length: count }, (_, place) => passAt(run, step, place));
  const isBack = dials.back >= ARRIVED;
  const now = passes.at(-1);
  return {
    columns: run.parameters.map((parameter, i) => {
      const [up, down] = [passes[2 * i], passes[2 * i + 1]];
      return {
        parameter,
        up,
        down,
        slope: up && down ? slopeBetween(up, down) : undefined,
        gradient: isBack ? quantityOf(frame, `d${parameter}`) : undefined,
      };
    }),
    count,
    total,
    now,
    large: largeFor(reading.settings['bill.power'] ?? MOST_PARAMETERS),
    isBack,
    description: [
      `Nudging every parameter up and down: ${count} of ${total} forward passes run.`,
      now
        ? `The last had ${textOf(now.parameter)} at ${format(now.value, 4)} and a loss of ${format(now.loss, 6)}.`
        : '',
      isBack ? 'One pass forward and one back bring all gradients at once.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
};
