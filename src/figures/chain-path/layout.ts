import { at } from '../../engine/index.ts';
import type { Point } from '../layout/shapes.ts';
import { smallNet, type Area, type SmallNet } from '../layout/small-net.ts';
import type { Chain } from './model.ts';

export interface Layout {
  readonly isLarge: boolean;
  readonly net: SmallNet;
  /** Lowest point of the network. */
  readonly netBottom: number;
  /** Middles of the chain's places, from the loss on; a shorter chain leaves the last ones free. */
  readonly slots: readonly number[];
  readonly spacing: number;
  readonly chain: number;
  readonly radius: number;
  /** Where the product so far is drawn. */
  readonly bars: Area;
  /** The thirteen to choose from, where there is room for them. */
  readonly keys: Area | undefined;
}

/** Links of the longest chain. */
const LINKS = 5;

export const layoutFor = (width: number, height: number): Layout => {
  const isLarge = width >= 560 && height >= 420;
  const netHeight = isLarge ? Math.min(205, height * 0.32) : Math.max(60, height * 0.25);
  const net = smallNet({ x: 0, y: 2, width, height: netHeight }, { hasLoss: true });
  const radius = isLarge ? 21 : 14;
  const edge = isLarge ? 44 : 24;
  const spacing = (width - 2 * edge) / LINKS;
  const chain = netHeight + (isLarge ? 112 : 48);
  const keysHeight = isLarge ? 52 : 0;
  const top = chain + (isLarge ? 58 : 34);
  return {
    isLarge,
    net,
    netBottom: Math.round(netHeight),
    slots: Array.from({ length: LINKS + 1 }, (_, i) => width - edge - i * spacing),
    spacing,
    chain,
    radius,
    bars: { x: 0, y: top, width, height: height - top - keysHeight - (isLarge ? 18 : 3) },
    keys: isLarge ? { x: 0, y: height - keysHeight, width, height: keysHeight } : undefined,
  };
};

/** Where a node of the chain is in the network. */
const placeIn = (net: SmallNet, id: string): Point => {
  const [name = '', layer, unit = '1', from] = id.split('.');
  const quarter = net.capsule.width / 4;
  const hidden = net.hidden[Number(unit) - 1] ?? net.output;
  switch (name) {
    case 'loss':
      return net.loss ?? net.output;
    case 'yhat':
      return { x: net.output.x + quarter, y: net.output.y };
    case 'a':
      return { x: hidden.x + quarter, y: hidden.y };
    case 'z': {
      const at = layer === '1' ? hidden : net.output;
      return { x: at.x - quarter, y: at.y };
    }
    case 'b': {
      const at = layer === '1' ? hidden : net.output;
      return { x: at.x - net.capsule.width / 2, y: at.y };
    }
    default: {
      // In the midst of its line.
      const source = layer === '1' ? net.inputs[Number(from) - 1] : net.hidden[Number(from) - 1];
      const to = layer === '1' ? hidden : net.output;
      const start = source ?? to;
      return { x: start.x + (to.x - start.x) * 0.42, y: start.y + (to.y - start.y) * 0.4 };
    }
  }
};

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** The chain's nodes on their way out of the network, each with the place that it comes from. */
export const nodesIn = (
  { nodes }: Pick<Chain, 'nodes'>,
  { net, slots, chain }: Layout,
  lifted: number,
): readonly { readonly id: string; readonly x: number; readonly y: number; readonly home: Point }[] =>
  nodes.map((id, i) => {
    const home = placeIn(net, id);
    return { id, home, x: mix(home.x, at(slots, i), lifted), y: mix(home.y, chain, lifted) };
  });

/** A bar of the product so far, at a node. */
export interface Bar {
  readonly id: string;
  readonly value: number;
  readonly x: number;
  /** Where it ends; from the zero line on. */
  readonly end: number;
  /** Too long for its room: cut, and said so by a gap. */
  readonly isCut: boolean;
  /** Baseline of its number. */
  readonly label: number;
}

/** The longest bar is at most so many times as long as the next. */
const MOST = 6;
/** Room for a number at either end. */
const LABEL = 17;

/** The products so far as bars, that of the loss with itself, 1, first; and the height of their zero line. */
export const barsIn = (
  { products }: Pick<Chain, 'products'>,
  { bars, slots }: Layout,
): { readonly zero: number; readonly bars: readonly Bar[] } => {
  const all = [{ id: 'one', value: 1 }, ...products];
  const [longest = 1, next = 1] = all.map(({ value }) => Math.abs(value)).toSorted((a, b) => b - a);
  const most = Math.min(longest, MOST * next);
  const held = (value: number): number => Math.max(-most, Math.min(most, value));
  const high = Math.max(...all.map(({ value }) => held(value)), 0);
  const low = Math.min(...all.map(({ value }) => held(value)), 0);
  const scale = (bars.height - 2 * LABEL) / (high - low);
  const zero = bars.y + LABEL + high * scale;
  return {
    zero,
    bars: all.map(({ id, value }, i) => {
      const end = zero - held(value) * scale;
      return {
        id,
        value,
        x: at(slots, i),
        end,
        isCut: Math.abs(value) > most,
        label: value > 0 ? end - 5 : end + (value === 0 ? 18 : 14),
      };
    }),
  };
};
