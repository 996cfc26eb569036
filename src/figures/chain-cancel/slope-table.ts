import { activations } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import { LOCKED, slopeAt, zOfSlope } from '../../story/saturation.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Compared } from './model.ts';
import { held, zScale } from './plot.ts';

const EDGE = zOfSlope(LOCKED);

/** The sigmoid and its slope at a few z, each under its place on the axis; and where the slope counts as locked. */
export const slopeTable = (at: Compared, layout: Layout): Picture => {
  const { plot, isLarge, isRoomy, locks, rows, ticks } = layout;
  const x = zScale(layout);
  const [from, to] = [x(-EDGE), x(EDGE)];
  const row = (name: string, fact: string, of: (z: number) => number, y: number): readonly Text[] => [
    { text: name, x: plot.x - (isLarge ? 34 : 6), y, size: 12, anchor: 'end' },
    ...ticks.map((z): Text => {
      const value = of(z);
      const tone = fact === 'slope' && value >= LOCKED ? 'gradient' : 'quiet';
      return {
        // Near 0 and 1 four decimals are too few.
        text: format(value, Math.abs(z) >= 8 ? 5 : 4, 4),
        look: `number ${tone} ${Math.abs(z - held(at.z)) < 1e-6 ? 'near' : ''}`,
        x: x(z),
        y,
        size: 12,
        anchor: 'middle',
        q: `fact:${fact}(${z})`,
        value,
      };
    }),
  ];
  const below = { y: locks + (isLarge ? 18 : 15), size: 12.5, anchor: 'middle' } as const;
  return {
    lines: [
      { look: 'locked', d: `M${plot.x} ${locks}H${from}M${to} ${locks}h${from - plot.x}` },
      { look: 'listening', d: `M${from} ${locks}H${to}` },
      { look: 'post', d: `M${from} ${locks - 7}v14M${to} ${locks - 7}v14` },
    ],
    texts: [
      ...row('σ(z)', 'sigmoid', activations.sigmoid.f, rows[0]),
      ...row('slope', 'slope', slopeAt, rows[1]),
      ...[-7.3, 7.3].map((z) => ({ ...below, text: 'locked', look: 'strong', x: x(z) })),
      {
        ...below,
        text: isRoomy ? 'listening: a slope of ' : 'listening, slope ≥ ',
        look: 'gradient strong',
        x: x(0),
        parts: [
          { text: format(LOCKED), q: 'fact:locked', value: LOCKED },
          { text: isRoomy ? ' or more' : '' },
        ],
      },
    ],
  };
};
