import {
  at,
  networkFrom,
  parameterIds,
  parametersOf,
  quantities,
  randomFrom,
  step,
  type Example,
  type Network,
  type Random,
} from '../../engine/index.ts';
import { format, parse } from '../format.ts';
import { quantityIn } from '../quantity.ts';
import { AFTER, blanksFor, operandsOf, type Blank } from './formulas.ts';

/** Every number of the drill is shown, and asked for, with so many decimals at most. */
export const DECIMALS = 3;
export const SIZES = [2, 3, 1] as const;

/** One network to be worked through by hand. */
export interface Task {
  readonly seed: number;
  readonly network: Network;
  readonly example: Example;
  readonly learningRate: number;
  /** Every quantity by its id: before the step, `eta`, and with a plus what a parameter is after it. */
  readonly values: ReadonlyMap<string, number>;
  readonly blanks: readonly Blank[];
}

/** A number as the drill writes it. */
export const written = (value: number): string => format(value, DECIMALS, 0);

/** A quantity as the reader has it in front of them: rounded as it is written. */
export const shownIn = ({ values }: Pick<Task, 'values'>, id: string): number =>
  parse(written(quantityIn(values, id)));

/** What a blank comes to with its operands as they are written. */
export const byHand = (task: Task, blank: Blank): number =>
  blank.evaluate(operandsOf(blank).map((id) => shownIn(task, id)));

const INPUTS = [-1, -0.5, 0.5, 1, 1.5, 2];
const WEIGHTS = [-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2];
const BIASES = [-1, -0.5, -0.2, 0.2, 0.5, 1];
const OUTPUT_WEIGHTS = [-1.5, -1.2, -1, -0.8, -0.5, -0.4, -0.2, 0.2, 0.4, 0.5, 0.8, 1, 1.2, 1.5];
const RATES = [0.1, 0.2, 0.5];
/** Short numbers at which the sigmoid is near a short one: 0.55, 0.65, 0.75, 0.9, and one minus each. */
const SUMS = [-2.2, -1.1, -0.62, -0.2, 0.2, 0.62, 1.1, 2.2];

/** Past this many refused networks there would be something wrong with the rules below. */
const MOST_TRIES = 20_000;

const oneOf = <T>(random: Random, list: readonly T[]): T => at(list, Math.floor(random() * list.length));
const tidy = (value: number): number => Number(value.toFixed(4));
const areApart = (values: readonly number[]): boolean => new Set(values.map(Math.abs)).size === values.length;

/** A network at random, with the output's bias such that its sum is one of SUMS; undefined if it is not pleasant. */
const drawn = (random: Random): Omit<Task, 'seed' | 'values' | 'blanks'> | undefined => {
  const input = [oneOf(random, INPUTS), oneOf(random, INPUTS)];
  const rows = [0, 1, 2].map(() => [oneOf(random, WEIGHTS), oneOf(random, WEIGHTS)]);
  const biases = rows.map(() => oneOf(random, BIASES));
  const out = rows.map(() => oneOf(random, OUTPUT_WEIGHTS));
  const z = oneOf(random, SUMS);
  const target = [Number(random() < 0.5)];
  const learningRate = oneOf(random, RATES);

  const sums = rows.map((row, j) => at(biases, j) + at(row, 0) * at(input, 0) + at(row, 1) * at(input, 1));
  const isOn = sums.filter((sum) => sum > 0).length === 2;
  if (!isOn || sums.some((sum) => sum === 0 || Math.abs(sum) > 2.5)) return undefined;
  if (![input, out, sums, ...rows].every(areApart)) return undefined;
  const bias = tidy(sums.reduce((left, sum, j) => left - at(out, j) * Math.max(0, sum), z));
  if (bias === 0 || Math.abs(bias) > 2 || tidy(bias * 100) % 1 !== 0) return undefined;
  const theta = [...rows.flat(), ...biases, ...out, bias];
  return { network: networkFrom({ sizes: SIZES, theta }), example: { input, target }, learningRate };
};

/** Which parameters are asked for after the step: some of each layer, one of the unit that is off among them. */
const movedOf = (values: ReadonlyMap<string, number>, random: Random): readonly string[] => {
  const off = [1, 2, 3].filter((j) => values.get(`gate.1.${j}`) === 0);
  const on = [1, 2, 3].filter((j) => !off.includes(j));
  const [one, other, silent] = [oneOf(random, on), oneOf(random, on), at(off, 0)];
  return [
    `w.2.1.${one}`,
    'b.2.1',
    `w.1.${other}.${oneOf(random, [1, 2])}`,
    `b.1.${other}`,
    `w.1.${silent}.${oneOf(random, [1, 2])}`,
  ];
};

const valuesOf = ({ network, example, learningRate }: Pick<Task, 'network' | 'example' | 'learningRate'>) => {
  const after = parametersOf(step(network, [example], { learningRate }));
  return new Map([
    ...quantities(network, example),
    ['eta', learningRate],
    ...parameterIds(SIZES).map((id, p): [string, number] => [id + AFTER, at(after, p)]),
  ]);
};

/** Whether the numbers as they are written give every result as it is written. */
const isExact = (task: Task): boolean =>
  task.blanks.every((blank) => written(byHand(task, blank)) === written(quantityIn(task.values, blank.id)));

/**
 * The network of a seed, the same on every machine: short numbers, two hidden units on and one off, and numbers as written
 * that give all results as written. Throws RangeError for a seed that is not finite.
 */
export const taskOf = (seed: number): Task => {
  const random = randomFrom(seed);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = drawn(random);
    if (!found) continue;
    const values = valuesOf(found);
    const blanks = blanksFor(at(found.example.target, 0), movedOf(values, random));
    const task = { seed, ...found, values, blanks };
    if (isExact(task)) return task;
  }
  throw new RangeError(`expected a pleasant network from seed ${seed}, found none in ${MOST_TRIES}`);
};
