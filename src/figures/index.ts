import { figure, type FigureEntry, type FigureParts } from './contract.ts';
import { BILL_DIALS } from './bill/dials.ts';
import { CHAIN_CANCEL_DIALS } from './chain-cancel/dials.ts';
import { CHAIN_CHECK_DIALS } from './chain-check/dials.ts';
import { CHAIN_COST_DIALS } from './chain-cost/dials.ts';
import { CHAIN_GRAPH_DIALS } from './chain-graph/dials.ts';
import { CHAIN_FORMULAS_DIALS } from './chain-formulas/dials.ts';
import { CHAIN_MATRIX_DIALS } from './chain-matrix/dials.ts';
import { CHAIN_PATH_DIALS } from './chain-path/dials.ts';
import { CHAIN_SUM_DIALS } from './chain-sum/dials.ts';
import { LOSS_CURVE_DIALS } from './loss-curve/dials.ts';
import { NETWORK_DIALS } from './network/dials.ts';
import { NUDGE_DIALS } from './nudge/dials.ts';
import { PREDICTION_DIALS } from './prediction/dials.ts';
import { RATE_DIALS } from './training-rate/dials.ts';
import { SILENCE_DIALS } from './silence/dials.ts';
import { TWO_DAYS_DIALS } from './two-days/dials.ts';
import { RUN_DIALS } from './training-run/dials.ts';
import { SURFACE_DIALS } from './training-surface/dials.ts';

/** Every figure by its name. Each arrives when its chapter is near. */
export const figures = {
  network: figure({ dials: NETWORK_DIALS, load: () => import('./network/index.ts') }),
  prediction: figure({ dials: PREDICTION_DIALS, load: () => import('./prediction/index.ts') }),
  'loss-curve': figure({
    dials: LOSS_CURVE_DIALS,
    load: () => import('./loss-curve/index.ts'),
    narrowStepper: 'lower',
  }),
  nudge: figure({ dials: NUDGE_DIALS, load: () => import('./nudge/index.ts') }),
  bill: figure({ dials: BILL_DIALS, load: () => import('./bill/index.ts'), narrowStepper: 'lower' }),
  'chain-check': figure({ dials: CHAIN_CHECK_DIALS, load: () => import('./chain-check/index.ts') }),
  'chain-cost': figure({ dials: CHAIN_COST_DIALS, load: () => import('./chain-cost/index.ts') }),
  'chain-graph': figure({
    dials: CHAIN_GRAPH_DIALS,
    load: () => import('./chain-graph/index.ts'),
    isTall: true,
  }),
  'training-run': figure({
    dials: RUN_DIALS,
    load: () => import('./training-run/index.ts'),
    isTall: true,
    narrowStepper: 'none',
  }),
  'chain-sum': figure({ dials: CHAIN_SUM_DIALS, load: () => import('./chain-sum/index.ts'), isTall: true }),
  'chain-cancel': figure({
    dials: CHAIN_CANCEL_DIALS,
    load: () => import('./chain-cancel/index.ts'),
    isTall: true,
  }),
  'chain-formulas': figure({ dials: CHAIN_FORMULAS_DIALS, load: () => import('./chain-formulas/index.ts') }),
  'chain-matrix': figure({
    dials: CHAIN_MATRIX_DIALS,
    load: () => import('./chain-matrix/index.ts'),
    isTall: true,
  }),
  'chain-path': figure({
    dials: CHAIN_PATH_DIALS,
    load: () => import('./chain-path/index.ts'),
    isTall: true,
  }),
  silence: figure({ dials: SILENCE_DIALS, load: () => import('./silence/index.ts'), isTall: true }),
  'training-rate': figure({
    dials: RATE_DIALS,
    load: () => import('./training-rate/index.ts'),
    isTall: true,
  }),
  'two-days': figure({ dials: TWO_DAYS_DIALS, load: () => import('./two-days/index.ts'), isTall: true }),
  'training-surface': figure({
    dials: SURFACE_DIALS,
    load: () => import('./training-surface/index.ts'),
    isTall: true,
  }),
} as const satisfies Record<string, FigureEntry>;

export type FigureName = keyof typeof figures;

export const FIGURE_NAMES = Object.keys(figures) as readonly FigureName[];

const isFigureName = (name: string): name is FigureName => Object.hasOwn(figures, name);

/** The entry of a figure. Throws RangeError for a name that is not in the registry. */
export const figureNamed = (name: string): FigureEntry => {
  if (!isFigureName(name))
    throw new RangeError(`Expected one of the figures ${FIGURE_NAMES.join(', ')}, found "${name}"`);
  return figures[name];
};

/** What draws each figure, all of them: for whoever is about to print. */
export const loadAll = async (): Promise<ReadonlyMap<string, FigureParts>> =>
  new Map(await Promise.all(FIGURE_NAMES.map(async (name) => [name, await figures[name].load()] as const)));
