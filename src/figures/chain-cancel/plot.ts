import { format } from '../../story/format.ts';
import { END } from '../../story/saturation.ts';
import { scale, type Scale } from '../scale.ts';
import { wordsAt, type Text } from '../texts.ts';
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

/** The numbers that a plot is read by, before it. */
export const tickTexts = (
  { plot, type }: Pick<Layout, 'plot' | 'type'>,
  y: Scale,
  count: number,
  decimals: number,
): readonly Text[] =>
  y.ticks(count).map((tick) =>
    wordsAt(format(tick, decimals, 0), plot.x - 8, y(tick), Math.max(12, type.text - 0.5), {
      anchor: 'end',
    }),
  );
