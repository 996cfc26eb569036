import { widthOf } from '../layout/index.ts';

/** The network stands over the chart where there is room for both; beside it what it costs, if the box is wide. In px. */
export const NETWORK = {
  height: 208,
  aside: 190,
  fromWidth: 420,
  asideFromWidth: 640,
  fromHeight: 500,
} as const;

/** Whether the box of the figure has room for the network, and for what it costs beside it. */
export const networkIn = (width: number, height: number): 'none' | 'alone' | 'beside' => {
  if (width < NETWORK.fromWidth || height < NETWORK.fromHeight) return 'none';
  return width < NETWORK.asideFromWidth ? 'alone' : 'beside';
};

/** Where the parts of the chart stand in its box, in CSS px. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly isWide: boolean;
  /** Font size. */
  readonly type: number;
  /** The line over the chart that tells step, prediction and loss; none where the network tells them. */
  readonly header: number | undefined;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The middle of the row of each gate. */
  readonly rows: readonly number[];
  /** The axis of steps, and the baseline of the numbers under it. */
  readonly steps: number;
  readonly numbers: number;
}

/** What a handle needs on either side of the axis. */
const HANDLE = 12;

/** The chart in a box for so many hidden units; `labels` are the numbers beside its axis of losses. */
export const chartLayout = (
  { width, height }: { readonly width: number; readonly height: number },
  units: number,
  labels: readonly string[],
  isHeaded: boolean,
): ChartLayout => {
  const isWide = width >= 520;
  const type = isWide ? 14 : 13;
  const head = type + 2;
  const row = isWide && height >= 300 ? 21 : 14.5;
  const numbers = height - 4;
  const steps = numbers - type - (isWide ? 8 : 6);
  const rows = Array.from({ length: units }, (_, unit) => steps - row * (units - unit) - (isWide ? 3 : 2));
  const names = ['step', ...rows.map((_, unit) => `gate ${unit + 1}`)];
  const widest = Math.max(...[...labels, ...names].map((text) => widthOf(text, type - 1)));
  return {
    width,
    height,
    isWide,
    type,
    header: isHeaded ? head : undefined,
    left: Math.ceil(widest) + 14,
    right: width - HANDLE - 3,
    top: (isHeaded ? head : 0) + type + (isWide ? 22 : 17),
    bottom: (rows[0] ?? steps) - row * 0.85 - (isWide ? 6 : 3),
    rows,
    steps,
    numbers,
  };
};
