import { forward, gradientOf, type Moment } from '../engine/index.ts';
import { RUN_STEPS } from './essay.ts';
import type { Run } from './run.ts';
import { networkOf } from './world.ts';

/** A run as curves over its steps. Each list has one number a step, from 0 to the last. */
export interface Series {
  /** Steps 0 to RUN_STEPS; fewer if the numbers overflowed. */
  readonly moments: readonly Moment[];
  /** The last step there is. */
  readonly last: number;
  /** Whether the numbers would have grown past the largest there is before RUN_STEPS. */
  readonly isCut: boolean;
  readonly losses: readonly number[];
  /** Made when first asked for: [unit][example][step], z of the first hidden layer. */
  readonly sums: () => readonly (readonly (readonly number[])[])[];
  /** Made when first asked for: [parameter][step]. */
  readonly theta: () => readonly (readonly number[])[];
  /** Made when first asked for: [parameter][step], of the mean loss. */
  readonly gradients: () => readonly (readonly number[])[];
}

const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** [step][item] as [item][step]. */
const turned = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  (rows[0] ?? []).map((_, item) => rows.map((row) => row[item] ?? NaN));

const made = (run: Run): Series => {
  const { world } = run;
  const moments = run.training().moments.slice(0, RUN_STEPS + 1);
  const networks = once(() => moments.map(({ theta }) => networkOf(world, theta)));
  return {
    moments,
    last: moments.length - 1,
    isCut: moments.length <= RUN_STEPS,
    losses: moments.map(({ loss }) => loss),
    sums: once(() => {
      const byExample = world.examples.map(({ input }) =>
        turned(networks().map((network) => forward(network, input).layers[0]?.preActivation ?? [])),
      );
      return (byExample[0] ?? []).map((_, unit) => byExample.map((units) => units[unit] ?? []));
    }),
    theta: once(() => turned(moments.map(({ theta }) => theta))),
    gradients: once(() => turned(networks().map((network) => gradientOf(network, world.examples).gradient))),
  };
};

const known = new WeakMap<Run, Series>();

/** The curves of a run. */
export const seriesOf = (run: Run): Series => {
  const found = known.get(run) ?? made(run);
  known.set(run, found);
  return found;
};
