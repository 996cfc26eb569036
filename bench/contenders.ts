import * as brain from 'brain.js';
import synaptic from 'synaptic';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { descend, networkFrom, train, type Example } from '../src/engine/index.ts';
import { flatBackward, flatForward, flatPasses } from '../src/engine/flat.ts';
import { gradientDescent } from '../src/engine/optimizers.ts';
import { Value } from './micrograd.ts';

/** Trains a 2-3-1 network for so many steps, each of them over all of the data. */
export type Training = (steps: number) => void;

export interface Contender {
  readonly name: string;
  readonly prepare: (data: readonly Example[]) => Training;
}

const RATE = 0.01;
const THETA = [0.81, -0.63, 0.47, 0.71, -0.33, 0.84, 0.13, -0.17, 0.22, 0.74, -0.45, 0.66, -0.21];
const network = networkFrom({ sizes: [2, 3, 1], theta: THETA });

type Thirteen = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** What a person would write who needs nothing but one example: locals, no loop, no sums of gradients. */
function unrolledOnce({ input, target }: Example): Training {
  const [x1, x2] = input as [number, number];
  const [y] = target as [number];
  let theta: readonly number[] = THETA;
  return (steps) => {
    let [w11, w12, w21, w22, w31, w32, b1, b2, b3, v1, v2, v3, c] = theta as Thirteen;
    for (let step = 0; step < steps; step++) {
      const z1 = w11 * x1 + w12 * x2 + b1;
      const z2 = w21 * x1 + w22 * x2 + b2;
      const z3 = w31 * x1 + w32 * x2 + b3;
      const a1 = z1 > 0 ? z1 : 0;
      const a2 = z2 > 0 ? z2 : 0;
      const a3 = z3 > 0 ? z3 : 0;
      const d = RATE * (1 / (1 + Math.exp(-(v1 * a1 + v2 * a2 + v3 * a3 + c))) - y);
      const d1 = z1 > 0 ? v1 * d : 0;
      const d2 = z2 > 0 ? v2 * d : 0;
      const d3 = z3 > 0 ? v3 * d : 0;
      v1 -= d * a1;
      v2 -= d * a2;
      v3 -= d * a3;
      c -= d;
      w11 -= d1 * x1;
      w12 -= d1 * x2;
      b1 -= d1;
      w21 -= d2 * x1;
      w22 -= d2 * x2;
      b2 -= d2;
      w31 -= d3 * x1;
      w32 -= d3 * x2;
      b3 -= d3;
    }
    theta = [w11, w12, w21, w22, w31, w32, b1, b2, b3, v1, v2, v3, c];
  };
}

/** And for several: the same, with the gradients added up in locals. */
function unrolled(data: readonly Example[]): Training {
  if (data.length === 1) return unrolledOnce(data[0]!);
  const xs = Float64Array.from(data.flatMap(({ input }) => input));
  const ys = Float64Array.from(data.flatMap(({ target }) => target));
  const count = ys.length;
  let theta: readonly number[] = THETA;
  return (steps) => {
    let [w11, w12, w21, w22, w31, w32, b1, b2, b3, v1, v2, v3, c] = theta as Thirteen;
    for (let step = 0; step < steps; step++) {
      let gw11 = 0,
        gw12 = 0,
        gw21 = 0,
        gw22 = 0,
        gw31 = 0,
        gw32 = 0,
        gb1 = 0,
        gb2 = 0,
        gb3 = 0;
      let gv1 = 0,
        gv2 = 0,
        gv3 = 0,
        gc = 0;
      for (let i = 0; i < count; i++) {
        const x1 = xs[2 * i]!,
          x2 = xs[2 * i + 1]!;
        const z1 = w11 * x1 + w12 * x2 + b1,
          z2 = w21 * x1 + w22 * x2 + b2,
          z3 = w31 * x1 + w32 * x2 + b3;
        const a1 = z1 > 0 ? z1 : 0,
          a2 = z2 > 0 ? z2 : 0,
          a3 = z3 > 0 ? z3 : 0;
        const d = 1 / (1 + Math.exp(-(v1 * a1 + v2 * a2 + v3 * a3 + c))) - ys[i]!;
        const d1 = z1 > 0 ? v1 * d : 0,
          d2 = z2 > 0 ? v2 * d : 0,
          d3 = z3 > 0 ? v3 * d : 0;
        gv1 += d * a1;
        gv2 += d * a2;
        gv3 += d * a3;
        gc += d;
        gw11 += d1 * x1;
        gw12 += d1 * x2;
        gb1 += d1;
        gw21 += d2 * x1;
        gw22 += d2 * x2;
        gb2 += d2;
        gw31 += d3 * x1;
        gw32 += d3 * x2;
        gb3 += d3;
      }
      const rate = RATE / count;
      w11 -= rate * gw11;
      w12 -= rate * gw12;
      w21 -= rate * gw21;
      w22 -= rate * gw22;
      w31 -= rate * gw31;
      w32 -= rate * gw32;
      b1 -= rate * gb1;
      b2 -= rate * gb2;
      b3 -= rate * gb3;
      v1 -= rate * gv1;
      v2 -= rate * gv2;
      v3 -= rate * gv3;
      c -= rate * gc;
    }
    theta = [w11, w12, w21, w22, w31, w32, b1, b2, b3, v1, v2, v3, c];
  };
}

/** What `descend` does with a network of any other shape than two inputs, three hidden units and one output. */
function anyShape(data: readonly Example[]): Training {
  const theta = Float64Array.from(THETA);
  const sums = new Float64Array(theta.length);
  const passes = flatPasses(network, data);
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      if (data.length === 1) {
        flatForward(passes, theta, 0);
        flatBackward(passes, theta, theta, RATE, 0);
        continue;
      }
      for (let i = 0; i < data.length; i++) {
        flatForward(passes, theta, i);
        flatBackward(passes, theta, sums, -1, i);
      }
      gradientDescent(theta, sums, 1 / data.length, RATE);
    }
  };
}

function micrograd(data: readonly Example[]): Training {
  const theta = THETA.map((value) => new Value(value));
  const rows = data.map(({ input, target }) => ({
    x: input.map((value) => new Value(value)),
    y: target[0]!,
  }));
  const share = new Value(1 / data.length);
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      let loss = new Value(0);
      for (const { x, y } of rows) {
        let z = theta[12]!;
        for (let j = 0; j < 3; j++) {
          const a = theta[2 * j]!.mul(x[0]!)
            .add(theta[2 * j + 1]!.mul(x[1]!))
            .add(theta[6 + j]!)
            .relu();
          z = z.add(theta[9 + j]!.mul(a));
        }
        loss = loss.add(z.bce(y));
      }
      for (const value of theta) value.grad = 0;
      loss.mul(share).backward();
      for (const value of theta) value.data -= RATE * value.grad;
    }
  };
}

/** One update for each example: brain.js has no batches. ReLU everywhere, which is the faster for it. */
function brainJs(data: readonly Example[]): Training {
  const net = new brain.NeuralNetwork({ inputSize: 2, hiddenLayers: [3], outputSize: 1, activation: 'relu' });
  net.initialize();
  net.trainOpts = { ...net.trainOpts, learningRate: RATE, momentum: 0 };
  const rows = data.map(({ input, target }) => ({
    input: Float32Array.from(input),
    output: Float32Array.from(target),
  }));
  return (steps) => {
    for (let step = 0; step < steps; step++) for (const row of rows) net.trainPattern(row, false);
  };
}

/** One update for each example: synaptic has no batches. */
function synapticJs(data: readonly Example[]): Training {
  const net = new synaptic.Architect.Perceptron(2, 3, 1);
  net.layers.hidden[0].set({ squash: synaptic.Neuron.squash.RELU });
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      for (const { input, target } of data) {
        net.activate(input);
        net.propagate(RATE, target);
      }
    }
  };
}

function tensorflow(data: readonly Example[]): Training {
  const xs = tf.tensor2d(data.map(({ input }) => [...input]));
  const ys = tf.tensor2d(data.map(({ target }) => [...target]));
  const w1 = tf.variable(
    tf.tensor2d([
      [0.81, 0.47, -0.33],
      [-0.63, 0.71, 0.84],
    ]),
  );
  const b1 = tf.variable(tf.tensor1d([0.13, -0.17, 0.22]));
  const w2 = tf.variable(tf.tensor2d([[0.74], [-0.45], [0.66]]));
  const b2 = tf.variable(tf.tensor1d([-0.21]));
  const descent = tf.train.sgd(RATE);
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      descent.minimize(() => {
        const a = tf.relu(tf.add(tf.matMul(xs, w1), b1));
        const z = tf.add(tf.matMul(a, w2), b2);
        return tf.losses.sigmoidCrossEntropy(ys, z) as tf.Scalar;
      });
    }
  };
}

/** The first is the floor that the others are measured by. */
export const contenders: readonly Contender[] = [
  { name: 'hand-unrolled', prepare: unrolled },
  {
    name: 'this engine: descend',
    prepare: (data) => (steps) => void descend(network, data, { steps, learningRate: RATE }),
  },
  {
    name: 'this engine: train, 200 steps a run, all history kept',
    prepare: (data) => (steps) => {
      for (let done = 0; done < steps; done += 200) train(network, data, { steps: 200, learningRate: RATE });
    },
  },
  {
    name: 'this engine: the same, and every moment and event read',
    prepare: (data) => (steps) => {
      for (let done = 0; done < steps; done += 200) {
        const { moments, events } = train(network, data, { steps: 200, learningRate: RATE });
        if (moments.length + events.length < 201) throw new Error('expected every moment');
      }
    },
  },
  { name: 'this engine: flat.ts alone, as for any shape', prepare: anyShape },
  { name: 'brain.js 2.0.0-beta.24', prepare: brainJs },
  { name: 'synaptic 1.1.4', prepare: synapticJs },
  { name: 'micrograd, ported', prepare: micrograd },
  { name: 'TensorFlow.js 4.22, CPU', prepare: tensorflow },
];
