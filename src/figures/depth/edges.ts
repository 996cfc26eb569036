import { hasReached } from '../../story/depth/settings.ts';
import type { Side } from '../../story/depth/side.ts';
import { held, type Curve, type Point } from '../layout/shapes.ts';
import type { Frame } from './frame.ts';

// The lines of a network as the message passes them: width by size, dashed where it is negative, dotted where nothing goes.

/** Lines that are drawn alike, as one mark. */
export interface Strand {
  readonly key: string;
  readonly tone: 'loud' | 'quiet' | 'whisper' | 'none' | 'waiting';
  readonly width: number;
  readonly isNegative: boolean;
  readonly d: string;
}

/** One line from a unit of the layer above to one of the layer below. */
export interface Line {
  /** The layer below. */
  readonly layer: number;
  /** The unit above, from 0. */
  readonly from: number;
  readonly curve: Curve;
  readonly d: string;
  readonly tone: Strand['tone'];
  readonly width: number;
  readonly isNegative: boolean;
}

const curveOf = (frame: Frame, layer: number, from: number, to: number): Curve => {
  const reach = (frame.unit.long / 2) * (frame.isUpright ? -1 : 1);
  const [a, b] = [frame.along(layer + 1) - reach, frame.along(layer) + reach];
  const middle = (a + b) / 2;
  return [frame.point(a, from), frame.point(middle, from), frame.point(middle, to), frame.point(b, to)];
};

/** A place as it is written: there are many, and none is looked at by itself. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

const pathOf = ([a, b, c, d]: Curve): string =>
  `M${tenth(a.x)} ${tenth(a.y)}C${[b, c, d].map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join(' ')}`;

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

/** A curve up to a share of it. Source: de Casteljau (1959). */
export const begun = ([a, b, c, d]: Curve, t: number): Curve => {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  return [a, ab, abc, between(abc, bcd, t)];
};

const toneOf = (decades: number): Strand['tone'] =>
  decades === -Infinity ? 'none' : decades > -0.5 ? 'loud' : decades > -2 ? 'quiet' : 'whisper';

/** Half a px more or less is seen by nobody, and fewer marks are drawn sooner. */
const widthOf = (decades: number, { isUpright }: Frame): number =>
  decades === -Infinity
    ? 1
    : Math.max(0.75, Math.round(2 * held(2.1 + 0.9 * decades, 0.75, 5.5) * (isUpright ? 0.75 : 1)) / 2);

/** Every line of a network, with what comes down it once the message has passed. */
export const linesOf = (side: Side, frame: Frame): readonly Line[] => {
  const { name, layers } = side;
  const across = frame.across[name];
  return layers.flatMap(({ layer, arrivals }) => {
    const above = layers[layer];
    const own = layers[layer - 1];
    // The output's δ as a share of the last hidden layer's.
    const loudness = above?.decades ?? (own?.factor ? -Math.log10(own.factor) : 0);
    return arrivals.flatMap((sent, k) =>
      sent.map((value, j) => {
        // |δ·w| as a share of the message's size in the last hidden layer.
        const decades = Math.log10(Math.abs(value)) + loudness;
        const curve = curveOf(
          frame,
          layer,
          (above ? across[j] : undefined) ?? frame.middle[name],
          across[k] ?? frame.middle[name],
        );
        return {
          layer,
          from: j,
          curve,
          d: pathOf(curve),
          tone: toneOf(decades),
          width: widthOf(decades, frame),
          isNegative: value < 0,
        };
      }),
    );
  });
};

/** How far along its lines unit `from` of `count` has passed the message, when a share of the step between two layers is over. */
export const passedBy = (from: number, count: number, share: number): number =>
  held(share * (count + 1) - from, 0, 1);

type Piece = Pick<Strand, 'tone' | 'width' | 'isNegative' | 'd'>;

/** Lines drawn alike put together; thick ones last, so that none is covered. */
const together = (pieces: readonly Piece[]): readonly Strand[] => {
  const strands = new Map<string, Strand & { readonly parts: string[] }>();
  for (const { tone, width, isNegative, d } of pieces) {
    const key = `${tone} ${width} ${isNegative}`;
    const known = strands.get(key) ?? { key, tone, width, isNegative, d: '', parts: [] };
    known.parts.push(d);
    strands.set(key, known);
  }
  const order = ['waiting', 'none', 'whisper', 'quiet', 'loud'];
  return [...strands.values()]
    .map(({ parts, ...strand }) => ({ ...strand, d: parts.join('') }))
    .sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone) || a.width - b.width);
};

/** The lines that a message has passed that has gone so far back, and those that wait for it. */
export const strandsOf = (lines: readonly Line[], { depth }: Frame, back: number): readonly Strand[] =>
  together(
    lines.map((line) =>
      hasReached(back, depth, line.layer)
        ? line
        : { tone: 'waiting', width: 1, isNegative: false, d: line.d },
    ),
  );

/** The lines that it is just passing, as far as it has. */
export const frontOf = (
  lines: readonly Line[],
  { depth, across }: Frame,
  back: number,
): readonly Strand[] => {
  const layer = depth + 1 - Math.floor(back);
  const count = layer === depth ? 1 : across.filled.length;
  const share = back - Math.floor(back);
  return together(
    lines.flatMap((line) => {
      const passed = line.layer === layer ? passedBy(line.from, count, share) : 0;
      return passed === 0 ? [] : [passed === 1 ? line : { ...line, d: pathOf(begun(line.curve, passed)) }];
    }),
  );
};

/** The units of a network as few marks: capsules that the message has come to or not, and their gates. */
export interface Units {
  readonly reached: string;
  readonly waiting: string;
  readonly shut: string;
  /** Gates that are neither shut nor quite open: by as much as the slope is, a sigmoid’s by a quarter at most. */
  readonly open: string;
}

/** A box with round ends. */
const capsule = (x: number, y: number, width: number, height: number): string => {
  const r = tenth(Math.min(width, height) / 2);
  const [across, down] = [tenth(width - 2 * r), tenth(height - 2 * r)];
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${tenth(x - width / 2 + r)} ${tenth(y - height / 2)}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
};

export const unitsOf = ({ name, layers }: Side, frame: Frame, back: number): Units => {
  const { long, broad } = frame.unit;
  const marks = { reached: '', waiting: '', shut: '', open: '' };
  const put = (layer: number, across: number): void => {
    const { x, y } = frame.point(frame.along(layer), across);
    const [width, height] = frame.isUpright ? [broad, long] : [long, broad];
    marks[hasReached(back, frame.depth, layer) ? 'reached' : 'waiting'] += capsule(x, y, width, height);
  };
  const stroke = (layer: number, from: number, to: number): string => {
    const { x, y } = frame.point(frame.along(layer), from);
    return `M${tenth(x)} ${tenth(y)}${frame.isUpright ? 'h' : 'v'}${tenth(to - from)}`;
  };
  for (const { layer, slopes } of layers)
    slopes.forEach((slope, k) => {
      const middle = frame.across[name][k] ?? frame.middle[name];
      const [from, to] = [middle - broad / 2, middle + broad / 2];
      const gap = (broad / 2) * Math.min(1, slope);
      put(layer, middle);
      if (slope === 0) marks.shut += stroke(layer, from, to);
      else if (slope < 1) marks.open += stroke(layer, from, middle - gap) + stroke(layer, middle + gap, to);
    });
  put(frame.depth + 1, frame.middle[name]);
  return marks;
};
