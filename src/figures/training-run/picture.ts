import { circlePath } from '../layout/index.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { Drawing } from './drawing.ts';
import type { Flag } from './flags.ts';

// The chart as lines and words, in the order in which one lies over the other.

/** The lines and numbers that the chart is read by and, if it is to be drawn on, an invitation to. */
export const axesPicture = ({ layout, y, ticks, levels, rows }: Drawing, isInviting: boolean): Picture => {
  const { left, right, top, bottom, type, steps, numbers, isWide } = layout;
  const across = (at: number): string => `M${left} ${at}H${right}`;
  const aside = (text: string, at: number): Text => ({
    text,
    x: left - 13,
    y: at,
    size: type - 1,
    anchor: 'end',
    isCentred: true,
  });
  const middle = { x: (left + right) / 2, anchor: 'middle' } as const;
  const paper = (top + bottom) / 2;
  return {
    lines: [
      { look: 'grid', d: y.ticks.map(({ at }) => across(at)).join('') },
      { look: 'level', d: levels.map((level) => across(level.y)).join('') },
    ],
    texts: [
      { text: 'loss L', look: 'letter loss', x: left, y: top - type + 1, size: type },
      ...y.ticks.map(({ at, text }) => aside(text, at)),
      ...rows.map((row) => aside(`gate ${row.unit}`, row.y)),
      aside('step', steps),
      ...levels.map(({ words, q, value, text, textX, textY }) => ({
        ...aside(words, textY),
        look: 'letter loss haloed',
        x: textX,
        parts: [{ text, q, value }],
      })),
      ...ticks.map(({ step, x }): Text => ({ text: step, x, y: numbers, size: type - 1, anchor: 'middle' })),
      ...(isInviting
        ? [
            {
              ...middle,
              text: 'draw here the loss you expect',
              look: 'own',
              y: paper,
              size: isWide ? 19 : 15,
            },
            {
              ...middle,
              text: isWide ? 'from the dot to the last step, then press Run' : 'then press Run',
              y: paper + type * 1.7,
              size: type - 0.5,
            },
          ]
        : []),
    ],
  };
};

/** The axis, and what the reader has added, as far as it lies under the run's own curve. */
export const underPicture = ({ layout: { left, right, bottom }, noted }: Drawing): Picture => ({
  lines: [{ look: 'axis', d: `M${left} ${bottom}H${right}` }, ...(noted?.under ?? [])],
});

/** The run's own curve, and the rest of what has been added. */
export const curvePicture = ({ layout, ahead, done, dots, noted }: Drawing): Picture => ({
  lines: [
    { look: 'ahead', d: ahead },
    { look: 'done', d: done },
    { look: 'dot', d: dots.map((dot) => circlePath(dot, layout.isWide ? 3.2 : 2.6)).join('') },
    ...(noted?.over ?? []),
  ],
  texts: noted?.texts ?? [],
});

/**
 * The gate of each hidden unit over the steps: a thick line while it is open, a bar where it shuts. And through all of it the
 * step that the page shows.
 */
export const nowPicture = ({ layout, rows, now }: Drawing, isAsking: boolean): Picture => {
  const { left, right, top, steps, isWide } = layout;
  const half = isWide ? 6.5 : 5;
  return {
    lines: [
      { look: 'track', d: rows.map(({ y }) => `M${left} ${y}H${right}`).join('') },
      {
        look: isWide ? 'open' : 'open thin',
        d: rows
          .flatMap(({ y, open }) => open.map(([from, to]) => `M${from} ${y}H${Math.max(to, from + 0.01)}`))
          .join(''),
      },
      {
        look: 'shut',
        d: rows.flatMap(({ y, shuts }) => shuts.map((x) => `M${x} ${y - half}v${2 * half}`)).join(''),
      },
      ...rows.map(({ unit, y, isOpen }) => ({
        look: isOpen ? 'gate-now' : 'gate-now is-shut',
        d: circlePath({ x: now.x, y }, isWide ? 5.5 : 4.5),
        q: `gate.1.${unit}`,
        value: isOpen ? 1 : 0,
      })),
      ...(isAsking
        ? [{ look: 'dot', d: circlePath(now, isWide ? 6 : 5) }]
        : [
            { look: 'line', d: `M${now.x} ${top - 6}V${steps}` },
            { look: 'point', d: circlePath(now, isWide ? 6.5 : 5.5) },
          ]),
      { look: 'way', d: `M${left} ${steps}H${right}` },
      { look: 'gone', d: `M${left} ${steps}H${now.x}` },
    ],
    texts: rows.flatMap(({ words, wordsX, y }) =>
      words
        ? [{ text: words, look: 'letter haloed', x: wordsX, y, size: isWide ? 12.5 : 12, isCentred: true }]
        : [],
    ),
  };
};

/** What happened at a step: a flag on the curve. */
export const flagPicture = ({ text, x, foot, y, textX, anchor }: Flag, type: number): Picture => {
  const tip = anchor === 'start' ? 7 : -7;
  return {
    lines: [
      { look: 'pole', d: `M${x} ${foot}V${y}` },
      { look: 'cloth', d: `M${x} ${y - 5}l${tip} 4.5l${-tip} 4.5z` },
    ],
    texts: [{ text, look: 'haloed strong', x: textX, y, size: type - 0.5, anchor, isCentred: true }],
  };
};
