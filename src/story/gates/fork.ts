import type { LossName } from '../../engine/index.ts';
import { boxOf, rowsAt, startIn, type Row } from './box.ts';
import { courseOf, networkAt, termsAt, type Course } from './course.ts';
import { FORK, LOSSES, type GateValues } from './settings.ts';
import type { Network } from '../../engine/index.ts';

/** One of two runs that go on from the same weights, each under its own loss. */
export interface Prong {
  readonly loss: LossName;
  readonly course: Course;
  /** How far it comes. */
  readonly end: number;
  readonly shown: number;
  readonly lossThere: number;
  readonly rows: readonly Row[];
  readonly network: Network;
}

export interface Fork {
  readonly from: number;
  readonly on: number;
  readonly prongs: readonly Prong[];
}

/** Two runs from the weights of one epoch, side by side; undefined where none was asked for. */
export const forkOf = (values: GateValues): Fork | undefined => {
  const asked = values['gates.fork'];
  if (asked === undefined) return undefined;
  const start = startIn(values);
  const course = courseOf(start);
  const from = course.to(asked);
  const terms = termsAt(start.changes, from);
  const theta = course.thetaAt(from);
  const on = values['gates.on'];
  return {
    from,
    on,
    prongs: LOSSES.map((loss) => {
      const prong = courseOf({ ...start, theta, changes: [{ ...terms, from: 0, loss }] });
      const end = prong.to(FORK);
      const shown = prong.to(on);
      return {
        loss,
        course: prong,
        end,
        shown,
        lossThere: prong.lossAt(shown),
        rows: rowsAt(prong, shown),
        network: networkAt(prong.start, prong.thetaAt(shown), 0),
      };
    }),
  };
};

/** A start at which half the squared error is stuck and cross-entropy gets out: AND, with the output locked at 0 on every row. */
export const SATURATED: Partial<GateValues> = {
  'gates.data': 'and',
  'gates.hidden': [2],
  'gates.activation': 'sigmoid',
  'gates.loss': 'mse',
  'gates.eta': 2,
  'gates.range': 6,
  'gates.bias': 0,
  'gates.seed': 61,
  'gates.epoch': 0,
  'gates.ran': undefined,
  'gates.then': [],
  'gates.row': 4,
  'gates.line': 'w.2.1.1',
  'gates.fork': 0,
  'gates.on': FORK,
};

/** Whether a press on «same weights, other loss» would show what is shown already. */
export const isForkedHere = (values: GateValues): boolean => values['gates.fork'] === boxOf(values).epoch;
