import { at } from './checks.ts';
import { backward } from './backward.ts';
import { forward, judged, meanLoss, someExamples } from './forward.ts';
import { gradientOf } from './gradient.ts';
import { exampleId, gradientId, inputId, outputId, parameterIds, unitId, weightId } from './ids.ts';
import { lossNamed } from './losses.ts';
import { parametersOf, sizesOf, type Example, type Network } from './network.ts';

/**
 * Every quantity of one forward and backward pass by its name (design.md §4): inputs and target, parameters, z, gate,
 * a, ŷ, the loss, and all gradients. Of several examples, what belongs to one carries @ and its index from 0; the
 * parameters, the mean loss and the mean gradients carry nothing. Throws RangeError as `forward` and `backward`, or if
 * there is no example.
 */
export function quantities(
  network: Network,
  data: Example | readonly Example[],
): ReadonlyMap<string, number> {
  const [first, ...others] = someExamples(isExample(data) ? [data] : data);
  if (first && others.length === 0) return quantitiesOfOne(network, first);
  const examples = isExample(data) ? [data] : data;
  const parameters = parameterIds(sizesOf(network));
  const found = new Map<string, number>();
  examples.forEach((example, i) => {
    for (const [id, value] of quantitiesOfOne(network, example))
      found.set(parameters.includes(id) ? id : exampleId(id, i, examples.length), value);
  });
  const { gradient } = gradientOf(network, examples);
  parameters.forEach((id, p) => found.set(gradientId(id), at(gradient, p)));
  found.set('loss', meanLoss(network, examples));
  return found;
}

/** Whether it is one example, not a list of them. */
export function isExample(data: Example | readonly Example[]): data is Example {
  return 'input' in data;
}

function quantitiesOfOne(network: Network, example: Example): Map<string, number> {
  const pass = forward(network, example.input);
  const back = backward(network, pass, example.target);
  const theta = parametersOf(network);
  const { length: outputs } = pass.prediction;
  const lossPerOutput = judged(network, pass, example.target, lossNamed(network.loss).of);
  const found = new Map<string, number>();

  example.input.forEach((x, k) => found.set(inputId('x', k), x));
  example.target.forEach((y, j) => found.set(outputId('y', j, outputs), y));
  parameterIds(sizesOf(network)).forEach((id, p) => found.set(id, at(theta, p)));
  pass.layers.forEach(({ preActivation, activation }, l) => {
    const isOutput = l === pass.layers.length - 1;
    const isRelu = network.layers[l]?.activation === 'relu';
    preActivation.forEach((z, j) => found.set(unitId('z', l, j), z));
    activation.forEach((a, j) => {
      if (!isOutput && isRelu) found.set(unitId('gate', l, j), at(at(back.layers, l).slope, j));
      found.set(isOutput ? outputId('yhat', j, outputs) : unitId('a', l, j), a);
    });
  });
  lossPerOutput.forEach((loss, j) => found.set(outputId('loss', j, outputs), loss));
  found.set('loss', back.loss);

  back.layers.forEach(({ dActivation, slope, delta, dWeights, dBias }, l) => {
    const isOutput = l === back.layers.length - 1;
    const isRelu = network.layers[l]?.activation === 'relu';
    dActivation.forEach((d, j) =>
      found.set(isOutput ? outputId('dyhat', j, outputs) : unitId('da', l, j), d),
    );
    slope.forEach((df, j) => {
      if (isOutput || !isRelu) found.set(unitId('slope', l, j), df);
    });
    delta.forEach((d, j) => found.set(unitId('dz', l, j), d));
    dWeights.forEach((row, j) => row.forEach((d, k) => found.set(weightId('dw', l, j, k), d)));
    dBias.forEach((d, j) => found.set(unitId('db', l, j), d));
  });
  back.dInput.forEach((d, k) => found.set(inputId('dx', k), d));
  return found;
}
