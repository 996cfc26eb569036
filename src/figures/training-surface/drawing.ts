import { format } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import type { Surface } from '../../story/surface.ts';
import { circlePath, rounded, type Point } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import { scale } from '../scale.ts';
import type { Shape, Text } from '../texts.ts';
import type { Crease } from './folds.ts';
import type { Box } from './layout.ts';
import type { Arrow, Marked, Moves, Trail } from './model.ts';
import type { Window } from './window.ts';

// The parts of the map as lines and words.

/** The names of the two axes, and the numbers along them. */
export const axesTexts = ({ pair }: Surface, window: Window, box: Box, size: number): readonly Text[] => {
  const bottom = box.y + box.height;
  const across = scale(window.across, [box.x, box.x + box.width]);
  const up = scale(window.up, [bottom, box.y]);
  const [a = '', b = ''] = pair.map((id) => textOf(id));
  const [right, over] = window.isTurned ? [b, a] : [a, b];
  const wide = (tick: number): number => widthOf(format(tick, 2, 0), LEAST_TYPE);
  /** Numbers that would run into the name of the axis, or past the edge, are left out. */
  const free = box.x + box.width - widthOf(`${right} →`, size + 1.5) - 6;
  const number = (tick: number): Pick<Text, 'text' | 'size'> => ({
    text: format(tick, 2, 0),
    size: LEAST_TYPE,
  });
  const name = { look: 'signal strong', size: size + 1.5 };
  return [
    ...across
      .ticks(box.width / 70)
      .filter((tick) => across(tick) - wide(tick) / 2 > box.x && across(tick) + wide(tick) / 2 < free)
      .map((tick): Text => ({ ...number(tick), x: across(tick), y: bottom + 13, anchor: 'middle' })),
    ...up
      .ticks(box.height / 45)
      .filter((tick) => up(tick) > box.y + 8 && up(tick) < bottom - 4 && wide(tick) < box.x - 6)
      .map((tick): Text => ({ ...number(tick), x: box.x - 6, y: up(tick), anchor: 'end', isCentred: true })),
    { ...name, text: `${right} →`, x: box.x + box.width, y: bottom + 14, anchor: 'end' },
    { ...name, text: `↑ ${over}`, x: box.x - 4, y: box.y - 7, anchor: 'start' },
  ];
};

/** The folds, each on a bed that keeps it off the contours. */
export const foldShapes = (creases: readonly Crease[]): readonly Shape[] => {
  const d = creases
    .map(({ from, to }) => `M${rounded(from.x)} ${rounded(from.y)}L${rounded(to.x)} ${rounded(to.y)}`)
    .join('');
  return ['fold-bed', 'fold'].map((look) => ({ look, d }));
};

/** Runs, each with a stroke of its own; plain descent with a bead for every step. */
export const trailShapes = (trails: readonly Trail[], isSmall: boolean): readonly Shape[] => {
  /** Steps that look at one day go to and fro: so close together that beads would hide them. */
  const isNoisy = trails.some(({ isPale }) => isPale);
  return trails.flatMap(({ method, isPale, path, beads, end }) => {
    const tone = isPale ? 'pale' : isNoisy ? 'noisy' : '';
    const shown = method !== 'sgd' || isNoisy ? [] : beads.filter((_, i) => !isSmall || i % 3 === 0);
    return [
      { look: `bed ${tone}`, d: path },
      { look: `trail ${method} ${tone}`, d: path },
      { look: 'bead', d: shown.map((bead) => circlePath(bead, isSmall ? 1.9 : 2.4)).join('') },
      { look: 'end', d: isPale ? '' : circlePath(end, isSmall ? 3.4 : 4.2) },
    ];
  });
};

/** The gradient at the point, drawn so far, and the next step, taken so far. */
export const arrowShapes = (
  { from, to, next, head, isLevel }: Arrow,
  { drawn, stepped }: Moves,
): readonly Shape[] => {
  if (drawn === 0 || isLevel) return [];
  const towards = (end: Point, share: number): Point => ({
    x: rounded(from.x + (end.x - from.x) * share),
    y: rounded(from.y + (end.y - from.y) * share),
  });
  const line = (end: Point): string => `M${rounded(from.x)} ${rounded(from.y)}L${end.x} ${end.y}`;
  const shaft = line(towards(to, drawn));
  const reached = towards(next, stepped);
  return [
    { look: 'shaft-bed', d: shaft },
    { look: 'shaft', d: shaft },
    { look: 'head', d: drawn === 1 ? head : '' },
    { look: 'step', d: line(reached) },
    { look: 'next', d: stepped > 0 ? circlePath(reached, 5) : '' },
  ];
};

/** A saddle: four ways from a point, two down and two up. */
export const saddleShapes = (saddles: readonly Marked[]): readonly Shape[] =>
  saddles.flatMap(({ at }) => [
    { look: 'ways', d: `M${rounded(at.x - 6.36)} ${rounded(at.y - 6.36)}l12.73 12.73m0 -12.73l-12.73 12.73` },
    { look: 'saddle', d: circlePath(at, 4.5) },
  ]);
