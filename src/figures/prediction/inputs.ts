import { format } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import type { Point } from '../layout/shapes.ts';
import type { SignAt } from '../marks/weather.ts';
import type { Picture } from '../picture.ts';
import { nodePath } from '../sketch/sketch.ts';
import { lineAt, type Text } from '../texts.ts';
import type { PredictionDials } from './dials.ts';
import type { Drawing } from './model.ts';

/** A number of the network around its place. */
export const numberAround = (q: string, value: number, text: string, { x, y }: Point, size: number): Text =>
  lineAt(text, 'number signal', x, y + size * 0.36, size, q, value);

const NAMES = [
  { of: 'cloud', name: 'cloud cover', short: 'cloud', letter: 'x₁' },
  { of: 'wind', name: 'wind', short: 'wind', letter: 'x₂' },
] as const;

/** An input before the closed network, with its name over it. */
export interface Input {
  readonly q: string;
  readonly value: number;
  readonly label: string;
  /** Its sign, where there is room for one. */
  readonly sign: SignAt;
  /** What it is turned by: its node, a little larger. */
  readonly handle: string;
  /** Its node, its number and name, and the way into the network. */
  readonly picture: Picture;
}

export const inputsIn = (
  frame: Frame<PredictionDials>,
  { isWide, sketch, type, closed, seen, way }: Drawing,
): readonly Input[] =>
  sketch.inputs.map((at, i) => {
    const { of, name, short, letter } = NAMES[i === 0 ? 0 : 1];
    const { width, height } = sketch.half.input;
    const [left, top] = [at.x - width, at.y - height];
    const size = type.letter;
    const q = `x.${i + 1}`;
    const value = quantityOf(frame, q);
    const middle = { x: at.x + (isWide ? width * 0.3 : 0), y: at.y };
    return {
      q,
      value,
      label: `${name}, ${letter}`,
      sign: { of, x: left + 12, y: top - 15 },
      handle: nodePath(at, { width: width + 2, height: height + 2 }),
      picture: {
        parts: [
          { opacity: seen.cover, lines: [{ look: way, d: `M${at.x + width} ${at.y}H${closed.left}` }] },
          { lines: [{ look: 'node', d: nodePath(at, sketch.half.input) }] },
        ],
        texts: [
          ...(isWide
            ? [
                { text: name, x: left + 28, y: top - 10, size },
                lineAt(letter, 'letter', at.x - width * 0.52, at.y + size * 0.36, size),
              ]
            : [{ text: `${short} ${letter}`, x: left, y: top - 6, size }]),
          numberAround(q, value, format(value), middle, type.number),
        ],
      },
    };
  });
