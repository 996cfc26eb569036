/** Points, boxes and curves, in CSS px; y grows downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A cubic curve: where it begins, its two handles, where it ends. */
export type Curve = readonly [Point, Point, Point, Point];

export const held = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/** The box of a size around its middle. */
export const boxAround = ({ x, y }: Point, { width, height }: Size): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

/** A box with so much air around it; less than none takes some away. */
export const grown = ({ left, right, top, bottom }: Box, air: number): Box => ({
  left: left - air,
  right: right + air,
  top: top - air,
  bottom: bottom + air,
});

/** The same box elsewhere. */
export const offset = ({ left, right, top, bottom }: Box, { x, y }: Point): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y,
});

/** The least box around several. */
export const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  top: Math.min(...boxes.map(({ top }) => top)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** The area that two boxes share, in px²; 0 where they only touch. */
export const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Two boxes that share less than this, in px, either way, only touch. */
const TOUCH = 0.4;

export const isOn = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;

export const isWithin = ({ x, y }: Point, { left, right, top, bottom }: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** How far a point is from a box; 0 within it. */
export const distanceTo = ({ x, y }: Point, { left, right, top, bottom }: Box): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/** A curve that sets out level and comes in level, each for a share of its width. */
export const bent = (from: Point, to: Point, share: number): Curve => {
  const reach = (to.x - from.x) * share;
  return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
};

/** A point on a curve, t from 0 (start) to 1 (end). */
export const pointOn = ([a, b, c, d]: Curve, t: number): Point => {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
};

/** `count` + 1 points along a curve, both ends among them. */
export const pointsOn = (curve: Curve, count: number): readonly Point[] =>
  Array.from({ length: count + 1 }, (_, i) => pointOn(curve, i / count));

/** A coordinate as it is written into the drawing. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A curve as SVG path data. */
export const pathOf = ([a, b, c, d]: Curve): string =>
  `M${rounded(a.x)} ${rounded(a.y)}C${[b, c, d].map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join(' ')}`;

/** A circle as SVG path data. */
export const circlePath = ({ x, y }: Point, radius: number): string => {
  const [r, across] = [rounded(radius), rounded(2 * radius)];
  return `M${rounded(x - radius)} ${rounded(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 ${-across} 0z`;
};

/** Stroke width for a magnitude: grows with it, never past 7, whatever the reader sets; least for an exact zero. */
export const widthFor = (value: number): number => {
  const size = Math.abs(value);
  return value === 0 ? 1 : rounded(1.2 + 5.8 * (size / (size + 1)));
};

/** How the line of a number is drawn: dashed for negative, dotted for exactly zero. */
export const formOf = (value: number): 'zero' | 'negative' | 'positive' =>
  value === 0 ? 'zero' : value < 0 ? 'negative' : 'positive';

/**
 * A box with round corners around its middle, as SVG path data. Unless a radius is said they are as round as can be: a capsule,
 * or a circle where it is as wide as high.
 */
export const pillOf = (
  { x, y }: Point,
  { width, height }: Size,
  radius = Math.min(width, height) / 2,
): string => {
  const r = rounded(radius);
  const [across, down] = [rounded(width - 2 * r), rounded(height - 2 * r)];
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${rounded(x - across / 2)} ${rounded(y - height / 2)}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
};
