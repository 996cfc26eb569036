import { formatPower } from '../../story/format.ts';
import type { Check, Verdict } from '../../story/bugs/check.ts';
import { textOf } from '../../story/symbol.ts';
import { evenAxis, type Axis } from '../axis.ts';
import { namesFor, type Name } from '../chain-check/names.ts';
import { enlargement } from '../enlargement.ts';
import type { Area } from '../layout/small-net.ts';
import { held, LEAST_TYPE, type Size } from '../layout/index.ts';

/** One parameter: what is true across, what the code says upwards. */
export interface PlotDot {
  readonly id: string;
  readonly x: number;
  /** Where it is drawn, and where the line is. */
  readonly y: number;
  readonly lineY: number;
  readonly verdict: Verdict;
  /** It lies past the edge, in this direction. */
  readonly past: 'up' | 'down' | undefined;
}

export interface Plot {
  readonly area: Area;
  readonly dots: readonly PlotDot[];
  readonly names: readonly Name[];
  readonly across: Axis;
  readonly up: Axis;
  readonly size: number;
  /** Both ends of the line. */
  readonly line: readonly [number, number, number, number];
  /** Said of gaps that are drawn larger than they are; "" where they are as they are. */
  readonly enlarged: string;
}

/** What a code may say, in sizes of the largest truth, before its dot is held at the edge. */
const FARTHEST = 1.6;
const LEFT = 46;
const FOOT = 44;
const HEAD = 24;
/** From the edge of the area to a dot held there. */
const INSET = 9;

/** The thirteen dots of a check in a box. */
export const plotOf = ({ dots }: Check, { width, height }: Size): Plot => {
  const size = width < 360 ? LEAST_TYPE : 13;
  const area = { x: LEFT, y: HEAD, width: width - LEFT - 6, height: height - HEAD - FOOT };
  const reach = Math.max(0, ...dots.map(({ truth }) => Math.abs(truth))) || 1;
  const seen = dots.flatMap(({ said, truth }) => [
    truth,
    ...(Number.isFinite(said) ? [held(said, -FARTHEST * reach, FARTHEST * reach)] : []),
  ]);
  const low = Math.min(-reach * 0.2, ...seen) * 1.12;
  const high = Math.max(reach * 0.2, ...seen) * 1.12;
  const across = evenAxis(low, high, [area.x + INSET, area.x + area.width - INSET], area.width < 300 ? 3 : 5);
  const up = evenAxis(low, high, [area.y + area.height - INSET, area.y + INSET], 5);
  const isPast = (said: number): boolean => Math.abs(said) > FARTHEST * reach;
  const gaps = dots.flatMap(({ said, truth, verdict }) =>
    verdict === 'off' && !isPast(said) ? [Math.abs(up.place(said) - up.place(truth))] : [],
  );
  const power = dots.some(({ said }) => isPast(said)) ? 0 : enlargement(Math.max(0, ...gaps));
  const placed = dots.map(({ id, said, truth, verdict }): PlotDot => {
    const lineY = up.place(truth);
    const gap = verdict === 'off' && !isPast(said) ? (up.place(said) - lineY) * 10 ** power : 0;
    const past = verdict === 'off' && isPast(said) ? (said > 0 ? 'up' : 'down') : undefined;
    const edge = past === 'up' ? area.y + INSET : area.y + area.height - INSET;
    const y =
      verdict === 'none'
        ? area.y + area.height - INSET
        : past
          ? edge
          : held(lineY + gap, area.y + INSET, area.y + area.height - INSET);
    return { id, x: across.place(truth), y, lineY, verdict, past };
  });
  return {
    area,
    dots: placed,
    names: namesFor(
      placed.map(({ id, x, y }) => ({ text: textOf(id), x, y })),
      {
        left: area.x + 2,
        right: area.x + area.width,
        top: area.y + 2,
        bottom: area.y + area.height - 2,
        size,
      },
    ),
    across,
    up,
    size,
    line: [
      across.place(across.domain[0]),
      up.place(across.domain[0]),
      across.place(across.domain[1]),
      up.place(across.domain[1]),
    ],
    enlarged:
      power === 0
        ? ''
        : `gaps drawn ${formatPower(10 ** power, 0).replace(/^1(\.00)?×/, '')} times enlarged`,
  };
};
