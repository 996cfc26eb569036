import { format } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import type { Text } from '../texts.ts';
import type { PredictionDials } from './dials.ts';
import type { Drawing } from './model.ts';

const NAMES = [
  { of: 'cloud', name: 'cloud cover', short: 'cloud', letter: 'x₁' },
  { of: 'wind', name: 'wind', short: 'wind', letter: 'x₂' },
] as const;

/** An input before the closed network, with its name over it. */
export interface Input {
  readonly q: string;
  readonly value: number;
  readonly of: 'cloud' | 'wind';
  readonly label: string;
  /** Where its sign stands, with room for one. */
  readonly sign: { readonly x: number; readonly y: number };
  /** The way into the network. */
  readonly line: string;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly rx: number;
  };
  readonly texts: readonly Text[];
}

export const inputsIn = (
  frame: Frame<PredictionDials>,
  { isWide, sketch, closed, type }: Drawing,
): readonly Input[] =>
  sketch.inputs.map((at, i) => {
    const { of, name, short, letter } = NAMES[i === 0 ? 0 : 1];
    const { width, height } = sketch.half.input;
    const [left, top] = [at.x - width, at.y - height];
    const size = type.letter;
    const q = `x.${i + 1}`;
    const value = quantityOf(frame, q);
    return {
      q,
      value,
      of,
      label: `${name}, ${letter}`,
      sign: { x: left + 12, y: top - 15 },
      line: `M${at.x + width} ${at.y}H${closed.left}`,
      box: { x: left, y: top, width: width * 2, height: height * 2, rx: height },
      texts: [
        ...(isWide
          ? [
              { text: name, x: left + 28, y: top - 10, size },
              {
                text: letter,
                x: at.x - width * 0.52,
                y: at.y + size * 0.36,
                size,
                anchor: 'middle' as const,
              },
            ]
          : [{ text: `${short} ${letter}`, x: left, y: top - 6, size }]),
        {
          text: format(value),
          look: 'number signal',
          x: at.x + (isWide ? width * 0.3 : 0),
          y: at.y + type.number * 0.36,
          size: type.number,
          anchor: 'middle',
          q,
          value,
        },
      ],
    };
  });
