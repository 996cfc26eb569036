import { costOf } from '../../engine/index.ts';
import { format, formatCount } from '../format.ts';
import { slopeBy } from '../nudge.ts';
import type { Reading } from '../reading.ts';
import type { StudyNumber } from './study.ts';

/** As a power of ten: the largest networks there are have about so many parameters. */
export const MOST_PARAMETERS = 12;

const parametersIn = ({ settings }: Reading): number => 10 ** (settings['bill.power'] ?? MOST_PARAMETERS);

/** Two forward passes for each of so many parameters. */
export const runsFor = (parameters: number): number => 2 * parameters;

export const RUNS_PER_SECOND = 1000;
const SECONDS_PER_YEAR = 365.25 * 24 * 60 * 60;

/** How long so many forward passes take, in years. */
export const yearsFor = (runs: number): number => runs / RUNS_PER_SECOND / SECONDS_PER_YEAR;

/** A CSS px is a ninety-sixth of an inch. Source: CSS Values and Units, level 4, §6.2. */
const KM_PER_PX = 25.4 / 96 / 1e6;

/** How long so many forward passes are when each is drawn one px wide, in km. */
export const lengthOf = (runs: number): number => runs * KM_PER_PX;

/** Mean distance of the Moon, and once round the equator, in km. Sources: NASA, Moon Fact Sheet; WGS 84. */
export const MOON_KM = 384_400;
export const EQUATOR_KM = 40_075;

/** What nudging every parameter of a large network would cost. */
export const billStudy = {
  'bill.slope': {
    of: ({ run, settings }, about) => slopeBy(run, settings.step, about),
  },
  'bill.forward': {
    of: ({ run }) => costOf(run.world.sizes).nudging / runsFor(run.parameters.length),
  },
  'bill.parameters': {
    of: parametersIn,
    text: formatCount,
  },
  'bill.runs': {
    of: (reading) => runsFor(parametersIn(reading)),
    text: formatCount,
  },
  'bill.speed': {
    of: () => RUNS_PER_SECOND,
    text: formatCount,
  },
  'bill.years': {
    of: (reading) => yearsFor(runsFor(parametersIn(reading))),
    text: (value) => (value >= 10 ? formatCount(value) : format(value, 1, 0)),
  },
  'bill.length': {
    of: (reading) => lengthOf(runsFor(parametersIn(reading))),
    text: (value) => (value >= 10 ? formatCount(value) : format(value, 4, 0)),
  },
} as const satisfies Record<string, StudyNumber>;
