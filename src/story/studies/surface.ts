import type { OptimizerName } from '../../engine/index.ts';
import { format } from '../format.ts';
import type { Reading } from '../reading.ts';
import {
  foldsOf,
  heightAt,
  METHODS,
  nextOf,
  pairCount,
  pathOf,
  productCount,
  rateOf,
  saddledPairs,
  saddlesOf,
  slopeOf,
  surfaceOf,
  SURFACE_STEPS,
  type Path,
  type Surface,
  type SurfaceView,
} from '../surface.ts';
import type { StudyNumber } from './study.ts';

const VIEWS: readonly SurfaceView[] = ['ground', 'slope', 'noise', 'saddle', 'all'];

/** What a number is asked about: «saddle», «all/adam»; the first view and plain descent unless said. */
const asked = (about: string): { readonly view: SurfaceView; readonly method: OptimizerName } => {
  const [view = '', method = ''] = about.split('/');
  return {
    view: VIEWS.find((one) => one === view) ?? 'ground',
    method: METHODS.find((one) => one === method) ?? 'sgd',
  };
};

const shown = (reading: Reading, about: string): Surface => surfaceOf(reading, asked(about).view);
const path = (reading: Reading, about: string): Path => pathOf(shown(reading, about), asked(about).method);
/** What the map shows under the end of a path. */
const under = (reading: Reading, about: string): number | undefined =>
  heightAt(shown(reading, about), path(reading, about).places.at(-1) ?? []);

/** A difference below this, as a share, is one of rounding. */
const ROUNDING = 1e-9;

/** The sign of what is left of `to` without `from`; beyond the largest number there is, it has risen. */
const signOf = (to: number | undefined, from: number): number =>
  to === undefined ? 1 : Math.abs(to - from) <= ROUNDING * Math.max(1, from) ? 0 : Math.sign(to - from);

const rounded = (value: number): string => format(value, 4, 4);

/** The loss as a landscape over two of the parameters. */
export const surfaceStudy = {
  'surface.loss': {
    of: (reading, about) => slopeOf(shown(reading, about)).loss,
    text: rounded,
  },
  'surface.da': {
    of: (reading, about) => slopeOf(shown(reading, about)).a,
    text: rounded,
  },
  'surface.db': {
    of: (reading, about) => slopeOf(shown(reading, about)).b,
    text: rounded,
  },
  'surface.next': {
    of: (reading, about) => heightAt(shown(reading, about), nextOf(shown(reading, about))),
    text: rounded,
  },
  'surface.change': {
    of: (reading, about) => {
      const surface = shown(reading, about);
      const { loss } = slopeOf(surface);
      return signOf(heightAt(surface, nextOf(surface)), loss);
    },
  },
  'surface.rate': {
    of: (reading, about) => rateOf(shown(reading, about), asked(about).method),
    text: (value) => format(value, 4, 0),
  },
  'surface.steps': {
    of: () => SURFACE_STEPS,
  },
  'surface.end': {
    of: (reading, about) => path(reading, about).loss,
    text: rounded,
  },
  'surface.moved': {
    of: (reading, about) => {
      const { places, loss } = path(reading, about);
      const isMoved = places.some((place) => String(place) !== String(places[0]));
      return isMoved || loss !== slopeOf(shown(reading, about)).loss ? 1 : 0;
    },
  },
  'surface.under': {
    of: under,
    text: rounded,
  },
  'surface.apart': {
    of: (reading, about) => {
      const { loss } = path(reading, about);
      return Math.abs(signOf(under(reading, about), loss));
    },
  },
  'surface.folds': {
    of: (reading, about) => foldsOf(shown(reading, about)).length,
  },
  'surface.saddles': {
    of: (reading, about) => saddlesOf(shown(reading, about)).length,
  },
  'surface.saddle-loss': {
    of: (reading, about) => saddlesOf(shown(reading, about))[0]?.loss,
    text: rounded,
  },
  'surface.slices': {
    of: (reading) => pairCount(reading.in('two-days')),
  },
  'surface.products': {
    of: (reading) => productCount(reading.in('two-days')),
  },
  'surface.saddled': {
    of: (reading) => saddledPairs(reading.in('two-days'), reading.settings.step).length,
  },
} as const satisfies Record<string, StudyNumber>;
