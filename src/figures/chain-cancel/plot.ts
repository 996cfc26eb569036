import { END } from '../../story/saturation.ts';
import { scale, type Scale } from '../scale.ts';
import type { Layout } from './layout.ts';

type Plotted = Pick<Layout, 'plot'>;

export const zScale = ({ plot }: Plotted): Scale => scale([-END, END], [plot.x, plot.x + plot.width]);

/** From the bottom of the plot to its top. */
export const upScale = ({ plot }: Plotted, low: number, high: number): Scale =>
  scale([low, high], [plot.y + plot.height, plot.y]);

/** Where z is drawn: on the axis, at its end where the network is further out. */
export const held = (z: number): number => Math.min(END, Math.max(-END, z));

/** A z that can be turned to: in tenths. */
export const turnable = (z: number): number => 0 + Math.round(held(z) * 10) / 10;

/** A place on the plot, in px, as a z that can be turned to. */
export const zAt = ({ plot }: Plotted, px: number): number =>
  turnable(((px - plot.x) / plot.width) * 2 * END - END);

/** A number beside a dot. */
export interface Tag {
  readonly name: string;
  /** Of the dot, and of the number's middle. */
  readonly dot: number;
  readonly y: number;
}

/** Numbers stand on the inside of their dots, and never on each other. */
export const tagsFor = (
  dots: readonly { readonly name: string; readonly dot: number }[],
  { plot }: Plotted,
): readonly Tag[] => {
  const OFF = 15;
  const ROW = 18;
  const middle = plot.y + plot.height / 2;
  const down = dots.toSorted((a, b) => a.dot - b.dot);
  const [first, last] = [down[0], down.at(-1)];
  if (!first || !last) return [];
  if (last.dot - first.dot > 2 * OFF + ROW)
    return [
      { ...first, y: first.dot + OFF },
      { ...last, y: last.dot - OFF },
    ];
  const isUp = (first.dot + last.dot) / 2 < middle;
  return isUp
    ? [
        { ...first, y: last.dot + OFF },
        { ...last, y: last.dot + OFF + ROW },
      ]
    : [
        { ...first, y: first.dot - OFF - ROW },
        { ...last, y: first.dot - OFF },
      ];
};
