import { RUN_STEPS } from './essay.ts';
import { quantityIn } from './quantity.ts';
import type { Run } from './run.ts';
import { runEvents } from './run-events.ts';
import { runSentence } from './run-words.ts';
import { seriesOf } from './series.ts';

// A run as data: every state of it, as a table, as CSV and as JSON, all from the same quantities that the page shows.

/** Every state of a run: one row a step, one number a column, named as everywhere. */
export interface RunRecord {
  readonly columns: readonly string[];
  /** [step][column], the step first. */
  readonly rows: readonly (readonly number[])[];
}

/** Told of a step before its parameters: what it costs, what it says, and what the units make of it. */
const TOLD = /^(loss|yhat|[za]\.\d+\.\d+|gate\.\d+\.\d+|dz\.\d+\.\d+)$/;

const known = new WeakMap<Run, RunRecord>();

/** The record of a run on one example. */
export const recordOf = (run: Run): RunRecord => {
  const found = known.get(run);
  if (found) return found;
  const ids = [...run.quantitiesAt(0).keys()];
  const told = ids.filter((id) => TOLD.test(id)).toSorted((a, b) => order(a) - order(b));
  const columns = ['step', ...told, ...run.parameters, ...run.parameters.map((id) => `d${id}`)];
  const rows = seriesOf(run).moments.map(({ step }) => {
    const values = run.quantitiesAt(step);
    return columns.map((id) => (id === 'step' ? step : quantityIn(values, id)));
  });
  const record = { columns, rows };
  known.set(run, record);
  return record;
};

/** The loss and the prediction come first. */
const order = (id: string): number => (id === 'loss' ? 0 : id === 'yhat' ? 1 : 2);

/** As comma-separated values: a heading and a line a step, every number to its last digit. */
export const csvOf = (run: Run): string => {
  const { columns, rows } = recordOf(run);
  return `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`;
};

/** As JSON: what the run is of, what there is to say of it, and all its states. */
export const jsonOf = (run: Run): string => {
  const { sizes, hidden, loss, examples, eta, optimizer } = run.world;
  const { columns, rows } = recordOf(run);
  return JSON.stringify({
    network: { sizes, hidden, loss },
    examples,
    learningRate: eta,
    optimizer,
    steps: rows.length - 1,
    summary: runSentence(run),
    events: runEvents(run).map(({ step, to, kind, text }) => ({
      step,
      ...(to !== undefined && { to }),
      kind,
      text,
    })),
    columns,
    rows,
  });
};

/** A name for a file of the run. */
export const fileName = (ending: 'csv' | 'json'): string => `the-backward-pass-${RUN_STEPS}-steps.${ending}`;
