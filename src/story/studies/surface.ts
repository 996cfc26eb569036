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
    words: 'the mean loss at the point',
    sentence: 'Computed with the two parameters of the map where the point is, and the others as they are.',
    text: rounded,
  },
  'surface.da': {
    of: (reading, about) => slopeOf(shown(reading, about)).a,
    words: 'how fast the loss rises from the point across the map',
    sentence: 'Backpropagated at the point: the gradient along the first parameter of the map.',
    text: rounded,
  },
  'surface.db': {
    of: (reading, about) => slopeOf(shown(reading, about)).b,
    words: 'how fast the loss rises from the point up the map',
    sentence: 'Backpropagated at the point: the gradient along the second parameter of the map.',
    text: rounded,
  },
  'surface.next': {
    of: (reading, about) => heightAt(shown(reading, about), nextOf(shown(reading, about))),
    words: 'the mean loss one step further',
    sentence:
      'Computed where the two parameters are after one step against their gradient, with the learning rate.',
    text: rounded,
  },
  'surface.change': {
    of: (reading, about) => {
      const surface = shown(reading, about);
      const { loss } = slopeOf(surface);
      return signOf(heightAt(surface, nextOf(surface)), loss);
    },
    words: 'what one step does to the loss',
    sentence: 'The sign of the loss one step further minus the loss at the point.',
  },
  'surface.rate': {
    of: (reading, about) => rateOf(shown(reading, about), asked(about).method),
    words: 'the learning rate of one way down',
    sentence: 'The learning rate times a share that is chosen for each way down.',
    text: (value) => format(value, 4, 0),
  },
  'surface.steps': {
    of: () => SURFACE_STEPS,
    words: 'the steps of a run on the map',
    sentence: 'Chosen.',
  },
  'surface.end': {
    of: (reading, about) => path(reading, about).loss,
    words: 'the mean loss at the end of a run from the point',
    sentence: 'Computed in that run, with all parameters as it left them.',
    text: rounded,
  },
  'surface.moved': {
    of: (reading, about) => {
      const { places, loss } = path(reading, about);
      const isMoved = places.some((place) => String(place) !== String(places[0]));
      return isMoved || loss !== slopeOf(shown(reading, about)).loss ? 1 : 0;
    },
    words: 'whether a run leaves the point',
    sentence: 'One if any step of the run moved a parameter, else zero.',
  },
  'surface.under': {
    of: under,
    words: 'the mean loss that the map shows under the end of a run',
    sentence:
      'Computed with the two parameters of the map as the run left them, and the others as they were at its start.',
    text: rounded,
  },
  'surface.apart': {
    of: (reading, about) => {
      const { loss } = path(reading, about);
      return Math.abs(signOf(under(reading, about), loss));
    },
    words: 'whether the map shows the loss of the run',
    sentence: 'One where the map shows another loss under the end of the run than the run has, else zero.',
  },
  'surface.folds': {
    of: (reading, about) => foldsOf(shown(reading, about)).length,
    words: 'the folds of the map',
    sentence: 'Counted: the hidden units whose sum a parameter of the map moves, on each day.',
  },
  'surface.saddles': {
    of: (reading, about) => saddlesOf(shown(reading, about)).length,
    words: 'the saddles of the map',
    sentence:
      'Found: where the gradient along both parameters is zero, and the loss falls one way and rises another.',
  },
  'surface.saddle-loss': {
    of: (reading, about) => saddlesOf(shown(reading, about))[0]?.loss,
    words: 'the mean loss at the saddle',
    sentence: 'Computed with the two parameters of the map at its saddle, and the others as they are.',
    text: rounded,
  },
  'surface.slices': {
    of: (reading) => pairCount(reading.in('two-days')),
    words: 'the maps that there are',
    sentence: 'Counted: the pairs of two different parameters.',
  },
  'surface.products': {
    of: (reading) => productCount(reading.in('two-days')),
    words: 'the maps whose two parameters are multiplied',
    sentence: 'Counted: the pairs of a parameter into a hidden unit and the weight out of it.',
  },
  'surface.saddled': {
    of: (reading) => saddledPairs(reading.in('two-days'), reading.settings.step).length,
    words: 'the maps that have a saddle',
    sentence: 'Found, on the map of each pair of parameters.',
  },
} as const satisfies Record<string, StudyNumber>;
