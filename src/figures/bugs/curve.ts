import { STEPS } from '../../story/bugs/cases.ts';
import type { Descent } from '../../story/bugs/descent.ts';
import { evenAxis, type Axis } from '../axis.ts';
import type { Area } from '../layout/small-net.ts';
import { LEAST_TYPE, type Size } from '../layout/index.ts';
import { polyline } from '../scale.ts';

/** Two losses over the same steps. */
export interface LossPair {
  readonly area: Area;
  readonly across: (step: number) => number;
  readonly up: Axis;
  readonly broken: string;
  readonly sound: string;
  readonly size: number;
  readonly at: (run: Descent, step: number) => readonly [x: number, y: number];
}

const FOOT = 22;
const tenth = (px: number): number => Math.round(px * 10) / 10;
const LEFT = 40;

export const lossPair = (broken: Descent, sound: Descent, { width, height }: Size): LossPair => {
  const size = width < 400 ? LEAST_TYPE : 13;
  const area = { x: LEFT, y: 10, width: width - LEFT - 8, height: height - 10 - FOOT };
  const most = Math.max(...broken.losses, ...sound.losses);
  const up = evenAxis(0, most, [area.y + area.height, area.y], height < 140 ? 2 : 3);
  const across = (step: number): number => area.x + (step / STEPS) * area.width;
  const pathOf = ({ losses }: Descent): string =>
    polyline(losses.map((loss, step) => [tenth(across(step)), tenth(up.place(loss))]));
  return {
    area,
    across,
    up,
    broken: pathOf(broken),
    sound: pathOf(sound),
    size,
    at: ({ losses }, step) => [across(step), up.place(losses[step] ?? NaN)],
  };
};
