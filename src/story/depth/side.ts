import {
  at,
  backward,
  datasets,
  deepNetwork,
  forward,
  gradientFlow,
  lossOf,
  messageBack,
  messageOf,
  type LayerMessage,
  type Network,
} from '../../engine/index.ts';
import { few } from '../few.ts';
import { SIDES, type Bend, type DepthSettings, type SideName } from './settings.ts';

/** What one layer of a network hears of the message. Sizes are root mean squares. */
export interface DeepLayer extends LayerMessage {
  /** Its size as a share of its size in the last hidden layer: 10 to the power of `decades`. */
  readonly size: number;
  /** How many units have a slope of exactly 0. */
  readonly shut: number;
  /** Mean |∂L/∂w| over the weights into this layer; 0 also where it is too small for the machine. */
  readonly meanGradient: number;
  /** δ of each unit as backpropagation has it. */
  readonly delta: readonly number[];
}

/** One of the two networks, and what becomes in it of a message from the loss. */
export interface Side {
  readonly name: SideName;
  readonly bend: Bend;
  /** From the first hidden layer to the last. */
  readonly layers: readonly DeepLayer[];
  readonly prediction: number;
  /** What it is asked for: the opposite of what it leans to, so that it has something to hear. */
  readonly target: number;
  readonly loss: number;
  /** δ of the output, ŷ − y: never nearer to 0 than a half. */
  readonly outputDelta: number;
  /** Largest |w| of all. */
  readonly largestWeight: number;
}

/** The wet morning of the essay. */
const { input: INPUT } = at(datasets.oneDay, 0);

const networkOf = (name: SideName, settings: DepthSettings): Network =>
  deepNetwork({
    depth: settings['depth.layers'],
    width: settings['depth.width'],
    activation: settings[`depth.${name}`],
    seed: settings['depth.seed'],
    initialiser: settings['depth.scheme'],
    gain: settings['depth.scale'],
    isCentred: settings['depth.bias'] === 'centred',
  });

/** How a message fares in one of the two networks, and nothing else of it. */
export const heardBy = (
  name: SideName,
  settings: DepthSettings,
): { readonly layers: readonly LayerMessage[] } => ({
  layers: messageOf(networkOf(name, settings), INPUT),
});

const sideOf = (name: SideName, settings: DepthSettings): Side => {
  const bend = settings[`depth.${name}`];
  const network = networkOf(name, settings);
  const pass = forward(network, INPUT);
  const prediction = at(pass.prediction, 0);
  const target = prediction >= 0.5 ? 0 : 1;
  const back = backward(network, pass, [target]);
  const flow = gradientFlow(network, { input: INPUT, target: [target] });
  const layers = messageBack(network, pass).map((message, l) => ({
    ...message,
    size: 10 ** message.decades,
    shut: message.slopes.filter((slope) => slope === 0).length,
    meanGradient: at(flow, l).meanWeightGradient,
    delta: at(back.layers, l).delta,
  }));
  return {
    name,
    bend,
    layers,
    prediction,
    target,
    loss: lossOf(network, pass, [target]),
    outputDelta: at(at(back.layers, layers.length).delta, 0),
    largestWeight: Math.max(...network.layers.flatMap(({ weights }) => weights.flat().map(Math.abs))),
  };
};

const kept = few<readonly Side[]>(40);

/** What the networks depend on: not where the reader looks, nor how far the message has gone. */
export const MADE_OF = [
  'depth.layers',
  'depth.width',
  'depth.filled',
  'depth.outlined',
  'depth.scheme',
  'depth.scale',
  'depth.bias',
  'depth.seed',
] as const satisfies readonly (keyof DepthSettings)[];

/** The two networks: first the one with filled bars. The same objects as long as nothing that they are made of changes. */
export const sidesOf = (settings: DepthSettings): readonly Side[] =>
  kept(MADE_OF.map((name) => settings[name]).join(), () => SIDES.map((name) => sideOf(name, settings)));

/** A layer by its number, from 1. */
export const layerOf = ({ layers }: Side, layer: number): DeepLayer => at(layers, layer - 1);
