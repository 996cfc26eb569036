import { format } from '../../story/format.ts';
import { boxOfText, clearest, isOn, widthOf, type Anchor, type Box, type Point } from '../layout/index.ts';
import type { Picture } from '../picture.ts';
import { polyline, scale } from '../scale.ts';
import type { Text } from '../texts.ts';
import { LARGEST, powerText, VALLEY_ASIDE, type Disagreement } from './model.ts';

/** What is exactly right has no power of ten; it is drawn at the floor. */
const FLOOR = -14;

const powerOf = (value: number): number => Math.max(FLOOR, Math.log10(value));

const boxOf = ({ text, x, y, size, anchor }: Text): Box =>
  boxOfText({ x, y: y - 0.364 * size }, widthOf(String(text), size), size, anchor);

interface Shown {
  readonly curve: readonly Disagreement[];
  /** The power of ten of the finest nudge whose part of the curve is drawn. */
  readonly drawnTo: number;
  readonly epsilon: number;
  readonly worst: number;
  /** Whether the nudge is the one that is set: then the number that stands there is the one that the text has. */
  readonly isSet: boolean;
}

/**
 * The largest disagreement for every size of the nudge, both on scales of powers of ten: a valley between two slopes; and
 * over it the dot where the nudge is.
 */
export const valleyPictures = (
  { curve, drawnTo, epsilon, worst, isSet }: Shown,
  { left: edge, right, top: head, bottom }: Box,
  size: number,
): readonly Picture[] => {
  const top = head + size * 1.4;
  const foot = bottom - size * 0.2;
  const left = edge + VALLEY_ASIDE.left;
  const isRoomy = right - edge >= 460;
  const small = Math.max(12, size - 1);
  const tops = Math.max(-1, Math.ceil(Math.max(...curve.map(({ oneSided }) => powerOf(oneSided)))));
  const sx = scale([Math.log10(LARGEST), -12], [left, right - VALLEY_ASIDE.right]);
  const sy = scale([FLOOR, tops], [foot - size * 2.6, top + size * 0.8]);
  const pointsOf = (name: 'central' | 'oneSided'): readonly Point[] =>
    curve.map((point) => ({ x: sx(Math.log10(point.epsilon)), y: sy(powerOf(point[name])) }));
  const [central, oneSided] = [pointsOf('central'), pointsOf('oneSided')];
  const isDrawn = (power: number): boolean => power >= drawnTo - 1e-9;
  const pathOf = (points: readonly Point[]): string =>
    polyline(
      points.flatMap(({ x, y }, i) =>
        isDrawn(Math.log10(curve[i]?.epsilon ?? NaN)) ? [[x, y] as const] : [],
      ),
    );
  const every = isRoomy ? 3 : 5;
  const levels = Array.from({ length: Math.floor((tops - FLOOR) / every) + 1 }, (_, i) => FLOOR + every * i);
  const here = { x: sx(Math.log10(epsilon)), y: sy(powerOf(worst)) };
  const word = (text: string, x: number, y: number, anchor: Anchor, look = 'letter'): Text => ({
    text,
    look,
    x,
    y,
    size: small,
    anchor,
  });

  /** The number of the dot: beside it, where no line runs. */
  const places = [1.7, -0.7, 3, -2, 0.4].flatMap((down) =>
    (['start', 'end'] as const).flatMap((anchor) => {
      const place: Text = {
        text: format(worst, 2, 0),
        look: 'number haloed',
        q: isSet ? 'check.worst' : undefined,
        value: isSet ? worst : undefined,
        size: size + 1,
        anchor,
        x: here.x + (anchor === 'start' ? 12 : -12),
        y: Math.min(sy(FLOOR) - 2, Math.max(top + size * 0.8, here.y + down * size)),
      };
      const box = boxOf(place);
      return box.left >= left && box.right <= right ? [{ place, box }] : [];
    }),
  );
  const number = clearest(places, [central, oneSided]);
  /** What the parts of the valley are, where there is room for it and the number does not stand. */
  const low = sy(FLOOR + 1.2);
  const high = sy(powerOf(curve[8]?.oneSided ?? NaN)) - size * 0.8;
  const taken = [number.box];
  const words = (
    [
      [-5, word('one nudge instead of two', sx(-3.1), high, 'start', 'letter haloed')],
      [-3, word('too crude: the loss bends', sx(-1.2), low, 'start', 'haloed')],
      [-12, word('too fine: rounding', sx(-11.9), low, 'end', 'haloed')],
    ] as const
  ).flatMap(([from, one]) => {
    const box = boxOf(one);
    const isFree = isRoomy && isDrawn(from) && !taken.some((other) => isOn(other, box));
    if (!isFree) return [];
    taken.push(box);
    return [one];
  });
  return [
    {
      lines: [
        { look: 'grid', d: levels.map((level) => `M${left} ${sy(level)}H${right}`).join('') },
        { look: 'one-sided', d: pathOf(oneSided) },
        { look: 'central', d: pathOf(central) },
      ],
      texts: [
        {
          text: 'the largest disagreement, as ε shrinks',
          look: 'strong',
          x: edge,
          y: head + size * 0.8,
          size,
        },
        ...levels.map((level) =>
          word(level === FLOOR ? 'less' : powerText(level), left - 6, sy(level) + size * 0.35, 'end'),
        ),
        ...[-1, -3, -5, -7, -9, -11].map((power) =>
          word(powerText(power), sx(power), foot - size * 1.2, 'middle'),
        ),
        word('ε, finer to the right', right, foot, 'end'),
        ...words,
      ],
    },
    {
      lines: [{ look: 'drop', d: `M${here.x} ${here.y}V${sy(FLOOR)}` }],
      dots: [{ look: 'here', ...here, r: 6.5 }],
      texts: [number.place],
    },
  ];
};
