import { format } from '../../story/format.ts';
import { END } from '../../story/saturation.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Compared } from './model.ts';
import { held, zScale } from './plot.ts';

/** The axis of z. */
export const dialPicture = (at: Compared, layout: Layout): Picture => {
  const { plot, axis, isLarge, ticks } = layout;
  const x = zScale(layout);
  const spot = x(held(at.z));
  /** z may lie further out than the axis goes: then an arrow says so, and words on the side where there is room. */
  const beyond = Math.abs(at.z) > END ? Math.sign(at.z) : 0;
  const y = axis + (isLarge ? 22 : 20);
  const notches = ticks.map((tick) => `M${x(tick)} ${axis - 4}v8`).join('');
  return {
    lines: [
      { look: 'axis', d: `M${plot.x} ${axis}h${plot.width}${notches}` },
      { look: 'own', d: at.place === 'own' ? '' : `M${x(held(at.own))} ${axis - 9}v18` },
      {
        look: 'beyond',
        d: beyond
          ? `M${spot + beyond * (isLarge ? 17 : 12)} ${axis - 5}l${beyond * 5} 5l${-beyond * 5} 5`
          : '',
      },
    ],
    texts: [
      { text: 'z', x: plot.x - (isLarge ? 30 : 18), y, size: 12.5, anchor: 'end' },
      ...ticks.map((tick): Text => ({
        text: format(tick, 0, 0),
        x: x(tick),
        y,
        size: 12,
        anchor: 'middle',
      })),
      {
        text: beyond ? 'z lies beyond' : '',
        look: 'letter haloed',
        x: spot - beyond * (isLarge ? 19 : 15),
        y: axis - 5,
        size: 12,
        anchor: beyond > 0 ? 'end' : 'start',
      },
    ],
  };
};
