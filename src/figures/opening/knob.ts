import { SPAN } from '../../story/turns.ts';
import { held, rounded } from '../layout/shapes.ts';
import type { Shape } from '../texts.ts';
import { disc } from './mark.ts';

const MIDDLE = { x: 22, y: 20 };
const RADIUS = 16;
/** Of the arc around the scale, for where it is turned next. */
const OUTER = 19.5;
/** Degrees from the top to either end. */
const SWING = 135;

const angleOf = (value: number): number => (held(value / SPAN, -1, 1) * SWING * Math.PI) / 180;
const on = (radius: number, angle: number): string =>
  `${rounded(MIDDLE.x + radius * Math.sin(angle))} ${rounded(MIDDLE.y - radius * Math.cos(angle))}`;
const arc = (radius: number, a: number, b: number): string =>
  `M${on(radius, a)}A${radius} ${radius} 0 ${Number(Math.abs(b - a) > Math.PI)} ${Number(b > a)} ${on(radius, b)}`;

/**
 * The face of a dial: its pointer, and an arc from zero, dashed below it; an arrow for the `step` that the machine turns it
 * next.
 */
export const knobOf = (value: number, step = 0): readonly Shape[] => {
  const angle = angleOf(value);
  const next = value + step;
  const goes = angleOf(next);
  const shapes = [
    { look: 'halo', d: disc(MIDDLE, 18) },
    { look: 'scale', d: arc(RADIUS, angleOf(-SPAN), angleOf(SPAN)) },
    { look: value < 0 ? 'amount below' : 'amount', d: Math.abs(angle) > 0.01 ? arc(RADIUS, 0, angle) : '' },
    { look: 'pointer', d: `M${on(4, angle)}L${on(11.5, angle)}` },
  ];
  if (next === value) return shapes;
  const tip = on(OUTER, goes + (goes > angle ? 0.36 : -0.36));
  return [
    ...shapes,
    { look: 'next', d: arc(OUTER, angle, goes) },
    { look: 'tip', d: `M${on(OUTER - 4, goes)}L${on(OUTER + 4, goes)}L${tip}z` },
  ];
};
