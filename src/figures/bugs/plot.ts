import { formatPower, formatTicks } from '../../story/format.ts';
import type { Check, Verdict } from '../../story/bugs/check.ts';
import { textOf } from '../../story/symbol.ts';
import type { Area } from '../layout/small-net.ts';
import { held, LEAST_TYPE, widthOf, type Size } from '../layout/index.ts';
import { enlargement, scale, type Scale } from '../scale.ts';
import { namesBeside, type Name } from './names.ts';

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

/** Round numbers beside an axis. */
interface Axis {
  readonly zero: number;
  readonly ticks: readonly { readonly value: number; readonly at: number; readonly text: string }[];
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
const FARTHEST = 2.1;
const FOOT = 44;
const HEAD = 24;
/** From the edge of the area to a dot held there. */
const INSET = 9;

const axisOf = (place: Scale, count: number): Axis => {
  const values = place.ticks(count);
  const texts = formatTicks(values);
  return {
    zero: place(0),
    ticks: values.map((value, i) => ({ value, at: place(value), text: texts[i] ?? '' })),
  };
};

/** The dots of a check in a box; the names of `first` are placed before all others. */
export const plotOf = ({ dots }: Check, { width, height }: Size, first: readonly string[] = []): Plot => {
  const size = width < 360 ? LEAST_TYPE : 13;
  const reach = Math.max(0, ...dots.map(({ truth }) => Math.abs(truth))) || 1;
  const isPast = (said: number): boolean => Math.abs(said) > FARTHEST * reach;
  const seen = dots.flatMap(({ said, truth }) => [
    truth,
    ...(Number.isFinite(said) ? [held(said, -FARTHEST * reach, FARTHEST * reach)] : []),
  ]);
  const low = Math.min(-reach * 0.2, ...seen);
  const high = Math.max(reach * 0.2, ...seen);
  const domain = [low - (high - low) * 0.05, high + (high - low) * 0.05] as const;
  const up = scale(domain, [height - FOOT - INSET, HEAD + INSET]);
  const beside = axisOf(up, 5);
  const widest = Math.max(...beside.ticks.map(({ text }) => widthOf(text, size)));
  const left = widest + 10;
  const area = { x: left, y: HEAD, width: width - left - 6, height: height - HEAD - FOOT };
  const across = scale(domain, [area.x + INSET, area.x + area.width - INSET]);
  const within = (y: number): number => held(y, area.y + INSET, area.y + area.height - INSET);
  const gaps = dots.flatMap(({ said, truth, verdict }) =>
    verdict === 'off' && !isPast(said) ? [Math.abs(up(said) - up(truth))] : [],
  );
  const power = dots.some(({ said }) => isPast(said)) ? 0 : enlargement(Math.max(0, ...gaps));
  const placed = dots.map(({ id, said, truth, verdict }): PlotDot => {
    const lineY = up(truth);
    const past = verdict === 'off' && isPast(said) ? (said > 0 ? 'up' : 'down') : undefined;
    const y =
      verdict === 'on'
        ? lineY
        : verdict === 'none' || past === 'down'
          ? area.y + area.height - INSET
          : past === 'up'
            ? area.y + INSET
            : within(lineY + (up(said) - lineY) * 10 ** power);
    return { id, x: across(truth), y, lineY, verdict, past };
  });
  const line = [across(domain[0]), up(domain[0]), across(domain[1]), up(domain[1])] as const;
  const enlarged =
    power === 0 ? '' : `gaps drawn ${formatPower(10 ** power, 0).replace(/^1(\.00)?×/, '')} times enlarged`;
  const foot = area.y + area.height;
  const stems = placed
    .filter(({ verdict }) => verdict === 'off')
    .map(({ x, y, lineY }) => ({
      left: x - 2,
      right: x + 2,
      top: Math.min(y, lineY),
      bottom: Math.max(y, lineY),
    }));
  const legend = { left: area.x, right: area.x + area.width, top: foot - 24, bottom: foot };
  return {
    area,
    dots: placed,
    names: namesBeside(
      placed.map(({ id, x, y }) => ({ id, text: textOf(id), x, y })),
      first,
      [...stems, ...(enlarged ? [legend] : [])],
      line,
      { left: area.x + 2, right: area.x + area.width, top: area.y - 2, bottom: foot - 2, size },
    ),
    across: axisOf(across, Math.min(5, area.width / (widest + 40))),
    up: beside,
    size,
    line,
    enlarged,
  };
};
