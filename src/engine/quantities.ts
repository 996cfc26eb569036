import { backward } from './backward.ts';
import { forward, judged } from './forward.ts';
import { inputId, outputId, parameterIds, unitId, weightId } from './ids.ts';
import { lossNamed } from './losses.ts';
import { parametersOf, sizesOf, type Example, type Network } from './network.ts';

/**
 * Every quantity of one forward and backward pass by its name (design.md §4): inputs and target, parameters, z, gate,
 * a, ŷ, the loss, and all gradients. Throws RangeError as `forward` and `backward`.
 */
export function quantities(network: Network, example: Example): ReadonlyMap<string, number> {
  const pass = forward(network, example.input);
  const back = backward(network, pass, example.target);
  const theta = parametersOf(network);
  const { length: outputs } = pass.prediction;
  const lossPerOutput = judged(network, pass, example.target, lossNamed(network.loss).of);
  const found = new Map<string, number>();

  example.input.forEach((x, k) => found.set(inputId('x', k), x));
  example.target.forEach((y, j) => found.set(outputId('y', j, outputs), y));
  parameterIds(sizesOf(network)).forEach((id, p) => found.set(id, theta[p] ?? 0));
  pass.layers.forEach(({ preActivation, activation }, l) => {
    const isOutput = l === pass.layers.length - 1;
    const isRelu = network.layers[l]?.activation === 'relu';
    preActivation.forEach((z, j) => found.set(unitId('z', l, j), z));
    activation.forEach((a, j) => {
      if (!isOutput && isRelu) found.set(unitId('gate', l, j), back.layers[l]?.slope[j] ?? 0);
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
