import type { RunEvent } from '../../story/run-events.ts';
import { boxOfText, grown, isWithin, shared, widthOf, type Box, type Point } from '../layout/index.ts';

/** An event on the curve: a pole from the curve, and its words beside the end of the pole. */
export interface Flag {
  readonly event: RunEvent;
  readonly text: string;
  readonly x: number;
  /** Where the pole meets the curve, and where its words stand. */
  readonly foot: number;
  readonly y: number;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  readonly box: Box;
}

/** What a flag must keep clear of, and where it may stand. */
export interface Ground {
  readonly room: Box;
  /** Points of the curves, close to one another, in px. */
  readonly curves: readonly Point[];
  /** Words that stand there already. */
  readonly taken: readonly Box[];
  readonly type: number;
}

/** Between pole and words, and around them. */
const GAP = 11;
const AIR = 3;

/** Points along a curve, close enough to one another that no word lies between two. */
export const dense = (points: readonly Point[]): readonly Point[] =>
  points.flatMap((to, i) => {
    const from = points[i - 1];
    if (!from) return [to];
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: count }, (_, k) => ({
      x: from.x + ((to.x - from.x) * (k + 1)) / count,
      y: from.y + ((to.y - from.y) * (k + 1)) / count,
    }));
  });

/** What a place costs: on other words most, then on curves, then how far it is. */
const COST = { words: 60, curve: 26, pole: 90, away: 0.35, over: 4 } as const;

/** A place that costs more is none. */
const DEAR = 600;

/** The room that the pole of a flag takes. */
const poleOf = ({ x, y, foot }: Flag): Box => ({
  left: x - 2,
  right: x + 2,
  top: Math.min(y, foot),
  bottom: Math.max(y, foot),
});

const placesFor = (event: RunEvent, text: string, at: Point, { room, type }: Ground): readonly Flag[] => {
  const width = widthOf(text, type);
  const rows = Math.max(1, Math.floor((room.bottom - room.top) / (type * 0.6)));
  return (['start', 'end'] as const).flatMap((anchor) => {
    const textX = at.x + (anchor === 'start' ? GAP : -GAP);
    return Array.from({ length: rows }, (_, row): Flag => {
      const y = room.top + type * 0.6 * (row + 0.5);
      return {
        event,
        text,
        x: at.x,
        foot: at.y,
        y,
        textX,
        anchor,
        box: grown(boxOfText({ x: textX, y }, width, type, anchor), AIR),
      };
    }).filter(
      ({ box }) =>
        box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom,
    );
  });
};

const costOf = (flag: Flag, placed: readonly Flag[], { curves, taken }: Ground): number => {
  if (placed.some(({ box }) => shared(box, flag.box) > 0)) return Infinity;
  const pole = poleOf(flag);
  const words = [...taken, ...placed.map(({ box }) => box)];
  const onWords = words.reduce((area, box) => area + shared(box, flag.box), 0);
  const crossed = words.filter((box) => shared(box, pole) > 0).length;
  const poles = placed.filter((other) => shared(poleOf(other), flag.box) > 0).length;
  const onCurve = curves.filter((point) => isWithin(point, flag.box)).length;
  return (
    onWords * COST.words +
    (crossed + poles) * COST.pole +
    onCurve * COST.curve +
    Math.abs(flag.y - flag.foot) * COST.away +
    (flag.anchor === 'end' ? COST.over : 0)
  );
};

/**
 * Flags for events, the ones that matter most first; one that finds no place is left out. `at` is the point of the curve at
 * a step. No two stand on one another.
 */
export const placeFlags = (
  events: readonly RunEvent[],
  most: number,
  words: (event: RunEvent) => string,
  at: (step: number) => Point,
  ground: Ground,
): readonly Flag[] =>
  events
    .toSorted((a, b) => a.rank - b.rank || a.step - b.step)
    .reduce<readonly Flag[]>((placed, event) => {
      if (placed.length >= most) return placed;
      const costed = placesFor(event, words(event), at(event.step), ground)
        .map((flag) => ({ flag, cost: costOf(flag, placed, ground) }))
        .filter(({ cost }) => cost < DEAR);
      const best = costed.reduce<(typeof costed)[number] | undefined>(
        (least, one) => (least && least.cost <= one.cost ? least : one),
        undefined,
      );
      return best ? [...placed, best.flag] : placed;
    }, [])
    .toSorted((a, b) => a.event.step - b.event.step);
