import { hasReached } from '../../story/depth/settings.ts';
import type { Side } from '../../story/depth/side.ts';
import { held, pathOf, rounded, type Curve, type Point } from '../layout/shapes.ts';
import type { Frame } from './frame.ts';

// The lines of a network as the message passes them: width by size, dashed where it is negative, dotted where nothing goes.

/** Lines that are drawn alike, as one mark. */
export interface Strand {
  readonly tone: 'loud' | 'quiet' | 'whisper' | 'none' | 'waiting';
  readonly width: number;
  readonly isNegative: boolean;
  readonly d: string;
}

interface Line {
  readonly layer: number;
  readonly from: number;
  readonly curve: Curve;
  /** log₁₀ of |δ·w| as a share of the message's size in the last hidden layer. */
  readonly decades: number;
  readonly isNegative: boolean;
}

const curveOf = (frame: Frame, layer: number, from: number, to: number): Curve => {
  const reach = (frame.unit.long / 2) * (frame.isUpright ? -1 : 1);
  const [a, b] = [frame.along(layer + 1) - reach, frame.along(layer) + reach];
  const middle = (a + b) / 2;
  return [frame.point(a, from), frame.point(middle, from), frame.point(middle, to), frame.point(b, to)];
};

const between = (a: Point, b: Point, t: number): Point => ({
  x: rounded(a.x + (b.x - a.x) * t),
  y: rounded(a.y + (b.y - a.y) * t),
});

/** A curve up to a share of it. Source: de Casteljau (1959). */
export const begun = ([a, b, c, d]: Curve, t: number): Curve => {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  return [a, ab, abc, between(abc, bcd, t)];
};

/** Every line of a network, from a unit of the layer above to one of the layer below. */
const linesOf = (side: Side, frame: Frame): readonly Line[] => {
  const { name, layers } = side;
  const across = frame.across[name];
  return layers.flatMap(({ layer, arrivals }) => {
    const above = layers[layer];
    const own = layers[layer - 1];
    // The output's δ as a share of the last hidden layer's.
    const loudness = above?.decades ?? (own && own.factor > 0 ? -Math.log10(own.factor) : 0);
    return arrivals.flatMap((sent, k) =>
      sent.map((value, j) => ({
        layer,
        from: j,
        curve: curveOf(
          frame,
          layer,
          (above ? across[j] : undefined) ?? frame.middle[name],
          across[k] ?? frame.middle[name],
        ),
        decades: Math.log10(Math.abs(value)) + loudness,
        isNegative: value < 0,
      })),
    );
  });
};

const toneOf = (decades: number): Strand['tone'] =>
  decades === -Infinity ? 'none' : decades > -0.5 ? 'loud' : decades > -2 ? 'quiet' : 'whisper';

/** Half a px more or less is seen by nobody, and fewer marks are drawn sooner. */
const widthOf = (decades: number, { isUpright }: Frame): number =>
  decades === -Infinity
    ? 1
    : Math.max(0.75, Math.round(2 * held(2.1 + 0.9 * decades, 0.75, 5.5) * (isUpright ? 0.75 : 1)) / 2);

/** How far along its lines unit `from` of `count` has passed the message, when a share of the step between two layers is over. */
export const passedBy = (from: number, count: number, share: number): number =>
  held(share * (count + 1) - from, 0, 1);

/** The strands of a network when its message has gone so far back; thick ones last, so that none is covered. */
export const strandsOf = (side: Side, frame: Frame, back: number): readonly Strand[] => {
  const strands = new Map<string, Strand>();
  const add = (strand: Strand): void => {
    const key = `${strand.tone} ${strand.width} ${strand.isNegative}`;
    const known = strands.get(key);
    strands.set(key, known ? { ...known, d: known.d + strand.d } : strand);
  };
  const share = back - Math.floor(back);
  for (const { layer, from, curve, decades, isNegative } of linesOf(side, frame)) {
    const isOver = hasReached(back, frame.depth, layer);
    const isFront = !isOver && hasReached(back, frame.depth, layer + 1);
    const count = layer === frame.depth ? 1 : frame.across[side.name].length;
    const passed = isOver ? 1 : isFront ? passedBy(from, count, share) : 0;
    if (passed < 1) add({ tone: 'waiting', width: 1, isNegative: false, d: pathOf(curve) });
    if (passed > 0)
      add({
        tone: toneOf(decades),
        width: widthOf(decades, frame),
        isNegative,
        d: pathOf(passed === 1 ? curve : begun(curve, passed)),
      });
  }
  const order = ['waiting', 'none', 'whisper', 'quiet', 'loud'];
  return [...strands.values()].sort(
    (a, b) => order.indexOf(a.tone) - order.indexOf(b.tone) || a.width - b.width,
  );
};

/** A unit's capsule and its gate: open by its slope, so that a sigmoid never opens it more than a quarter. */
export interface Capsule {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isReached: boolean;
}

/** The capsules of a network, and its gates as two marks: those that are shut, and those that are open by so much. */
export const unitsOf = (
  { name, layers }: Side,
  frame: Frame,
  back: number,
): { readonly capsules: readonly Capsule[]; readonly shut: string; readonly open: string } => {
  const { long, broad } = frame.unit;
  const capsuleAt = (key: string, layer: number, across: number): Capsule => {
    const { x, y } = frame.point(frame.along(layer), across);
    const [width, height] = frame.isUpright ? [broad, long] : [long, broad];
    const isReached = hasReached(back, frame.depth, layer);
    return { key, x: rounded(x - width / 2), y: rounded(y - height / 2), width, height, isReached };
  };
  const gates = { shut: '', open: '' };
  const stroke = (layer: number, from: number, to: number): string => {
    const [a, b] = [from, to].map((across) => frame.point(frame.along(layer), across));
    return a && b ? `M${rounded(a.x)} ${rounded(a.y)}L${rounded(b.x)} ${rounded(b.y)}` : '';
  };
  const capsules = layers.flatMap(({ layer, slopes }) =>
    slopes.map((slope, k) => {
      const middle = frame.across[name][k] ?? frame.middle[name];
      const [from, to] = [middle - broad / 2, middle + broad / 2];
      const gap = (broad / 2) * Math.min(1, slope);
      if (slope === 0) gates.shut += stroke(layer, from, to);
      else if (slope < 1) gates.open += stroke(layer, from, middle - gap) + stroke(layer, middle + gap, to);
      return capsuleAt(`${layer}.${k + 1}`, layer, middle);
    }),
  );
  const output = capsuleAt('output', frame.depth + 1, frame.middle[name]);
  return { capsules: [...capsules, output], ...gates };
};
