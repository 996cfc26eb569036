import fc from 'fast-check';
import {
  networkFrom,
  parameterCount,
  type ActivationName,
  type Example,
  type LossName,
  type Network,
} from '@/engine/index.ts';

/** A network and examples that fit it. */
export interface Situation {
  readonly network: Network;
  readonly data: readonly Example[];
}

interface Wishes {
  readonly hidden?: readonly ActivationName[];
  readonly losses?: readonly LossName[];
  readonly hiddenLayers?: { readonly min: number; readonly max: number };
  /** Exactly so many, and of hidden units in every layer; the other counts are at most. */
  readonly inputs?: number;
  readonly width?: number;
  readonly outputs?: number;
  readonly examples?: number;
}

const every: readonly ActivationName[] = ['relu', 'leakyRelu', 'sigmoid', 'tanh', 'identity'];
/** Numbers from −2 to 2 with few digits, 0 among them, so that a failure reads well. */
const number = fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000);

export function situation(wishes: Wishes = {}): fc.Arbitrary<Situation> {
  const { hidden = every, losses = ['bce', 'mse'], hiddenLayers = { min: 0, max: 3 } } = wishes;
  const few = fc.integer({ min: 1, max: 4 });
  const inputs = wishes.inputs === undefined ? few : fc.constant(wishes.inputs);
  const width = wishes.width === undefined ? few : fc.constant(wishes.width);
  const outputs = fc.integer({ min: 1, max: wishes.outputs ?? 2 });
  return fc
    .record({
      sizes: fc
        .tuple(inputs, fc.array(width, { minLength: hiddenLayers.min, maxLength: hiddenLayers.max }), outputs)
        .map(([first, middle, last]) => [first, ...middle, last]),
      hidden: fc.constantFrom(...hidden),
      loss: fc.constantFrom(...losses),
    })
    .chain(({ sizes, hidden: activation, loss }) =>
      fc.record({
        network: fc
          .array(number, { minLength: parameterCount(sizes), maxLength: parameterCount(sizes) })
          .map((theta) => networkFrom({ sizes, theta, hidden: activation, loss })),
        data: fc.array(example(sizes[0]!, sizes.at(-1)!), { minLength: 1, maxLength: wishes.examples ?? 3 }),
      }),
    );
}

function example(inputs: number, outputs: number): fc.Arbitrary<Example> {
  return fc.record({
    input: fc.array(number, { minLength: inputs, maxLength: inputs }),
    target: fc.array(
      fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
      { minLength: outputs, maxLength: outputs },
    ),
  });
}
