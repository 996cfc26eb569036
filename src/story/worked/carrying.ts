import { conditionsOf, unconditional } from './conditions.ts';
import { noiseOf } from './differences.ts';
import { numberFrom, Refusal, type WorkedExample } from './example.ts';
import { plainQuantity } from './names.ts';
import { studyOf, type Carried } from './study.ts';
import { verdictOn, type CarriedOn, type Verdicts } from './verdict.ts';

// Whoever works by hand goes on with the numbers they wrote down. So a printed number may be off by more than its own last
// place allows, and yet follow from those above it: that is worked out by going on with them too.

interface Found {
  readonly printed: string;
  readonly means: string;
  readonly computed: number;
}

/** Each round may accept numbers that the next is worked out from. */
const ROUNDS = 6;

/** Verdicts on printed numbers, and what each comes to on the author's own rounded numbers, where that is another number. */
export function withCarrying(
  example: WorkedExample,
  found: readonly Found[],
): { readonly verdicts: readonly Verdicts[]; readonly carried: readonly (CarriedOn | undefined)[] } {
  let verdicts = found.map(({ printed, means, computed }) =>
    verdictOn(printed, computed, { noise: noiseOf(means) }),
  );
  let carried: readonly (CarriedOn | undefined)[] = found.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++) {
    const before = verdicts;
    const numbers = numbersFrom(found.filter((_, i) => before[i]?.verdict !== 'wrong'));
    carried = found.map((one, i) =>
      before[i]?.verdict === 'right' ? undefined : carriedOn(example, one, numbers),
    );
    verdicts = found.map(({ printed, means, computed }, i) =>
      verdictOn(printed, computed, { carried: carried[i], noise: noiseOf(means) }),
    );
    if (verdicts.every(({ verdict }, i) => verdict === before[i]?.verdict)) break;
  }
  return { verdicts, carried };
}

/** The printed numbers to go on with: plain quantities, under no condition but a slip, which is part of their name then. */
function numbersFrom(accepted: readonly Found[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { means, printed } of accepted) {
    const named = nameOf(means);
    if (named) numbers.set(named.name, named.sign * numberFrom(printed));
  }
  return numbers;
}

/** The name under which a number is carried on, and its sign; undefined if it is not one to go on with. */
function nameOf(means: string): { readonly name: string; readonly sign: number } | undefined {
  const { rest, conditions } = conditionsOf(means);
  const plain = plainQuantity(rest);
  const { slip } = conditions;
  const isBare = conditions.set.size === 0 && JSON.stringify({ ...conditions, slip: undefined }) === BARE;
  if (!plain || !isBare) return undefined;
  return { name: slip === undefined ? plain.name : `${plain.name}, ${slip}`, sign: plain.sign };
}

const BARE = JSON.stringify(unconditional);

function carriedOn(
  example: WorkedExample,
  { means, computed }: Found,
  numbers: ReadonlyMap<string, number>,
): CarriedOn | undefined {
  // In a long run nobody writes down what is between.
  const { steps = 0 } = conditionsOf(means).conditions;
  if (numbers.size === 0 || steps > 1) return undefined;
  const valueOn = (carried: Carried): number => {
    try {
      return studyOf(example, carried).valueOf(means);
    } catch (error) {
      if (error instanceof Refusal) return computed;
      throw error;
    }
  };
  // A number does not speak for itself.
  const own = nameOf(means)?.name;
  const others = [...numbers].filter(([name]) => name !== own);
  const value = valueOn((name) => (name === own ? undefined : numbers.get(name)));
  const reach = others.reduce((sum, [name, number]) => {
    const alone = valueOn((other) => (other === name ? number : undefined));
    return sum + Math.abs(alone - computed);
  }, 0);
  return value === computed && reach === 0 ? undefined : { value, reach };
}
