import { quantityOf, type Frame } from '../../story/frame.ts';
import { format, formatPercent } from '../../story/format.ts';
import { bent, pointOn, type Curve, type Point } from '../layout/shapes.ts';
import { sketchIn, type Sketch } from '../sketch/sketch.ts';
import type { PredictionDials } from './dials.ts';

/** The scale from 0 to 1 on which prediction and target meet: upright, at `x`. */
export interface Scale01 {
  readonly x: number;
  readonly zero: number;
  readonly one: number;
  /** Where a share from 0 to 1 stands. */
  readonly at: (share: number) => number;
}

/** What is drawn of one prediction in a box. */
export interface Drawing {
  readonly isWide: boolean;
  /** Of letters and of numbers, in px. */
  readonly type: { readonly letter: number; readonly number: number };
  readonly sketch: Sketch;
  /** The closed network: its outline, and where lines lead in and out. */
  readonly closed: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly scale: Scale01;
  /** From 0 to 1: how much of the network, of its cover, and of the large scale is seen. */
  readonly seen: { readonly network: number; readonly cover: number; readonly large: number };
  /** The line on which the prediction comes out; and the look of that and of the ways in. */
  readonly out: Curve;
  readonly way: string;
  /** Values under way: on the lines into the network, or on the one out of it. */
  readonly packets: readonly Point[];
  readonly isWorking: boolean;
  readonly isDone: boolean;
  /** The parameters counted so far. */
  readonly counted: readonly string[];
  readonly weights: number;
  readonly biases: number;
  readonly description: string;
}

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** The run has three parts: into the network, within it, out of it. */
const IN = 0.4;
const OUT = 0.6;

/** The small closed box grows to all that it holds while it is opened. */
const closedIn = (
  { inputs, hidden, output, half }: Sketch,
  open: number,
  isWide: boolean,
): Drawing['closed'] => {
  const [first, , last] = hidden;
  const air = isWide ? 30 : 14;
  const from = inputs[0].x + half.input.width;
  const middle = (from + output.x + half.output.width) / 2;
  const reach = isWide ? 104 : 56;
  const left = mix(middle - reach, first.x - (isWide ? 130 : 66), open);
  const right = mix(middle + reach, output.x + half.output.width + air * 0.6, open);
  const top = mix(inputs[0].y - air * 1.6, first.y - half.hidden.height - air * 0.6, open);
  const bottom = mix(inputs[1].y + air * 1.6, last.y + half.hidden.height + air * 0.6, open);
  return { left, top, width: right - left, height: bottom - top };
};

const scaleIn = (width: number, height: number, isWide: boolean, large: number): Scale01 => {
  const small = { x: isWide ? width * 0.88 : width - 42, zero: height * 0.76, one: height * 0.22 };
  const whole = { x: width * (isWide ? 0.46 : 0.44), zero: height * 0.86, one: height * 0.14 };
  const x = mix(small.x, whole.x, large);
  const zero = mix(small.zero, whole.zero, large);
  const one = mix(small.one, whole.one, large);
  return { x, zero, one, at: (share) => mix(zero, one, share) };
};

/** From the box, or from the output once it is open, to where the prediction stands. */
const wayOut = ({ output, half }: Sketch, closed: Drawing['closed'], open: number, to: Point): Curve => {
  const x = mix(closed.left + closed.width, output.x + half.output.width, open);
  return bent({ x, y: output.y }, to, 0.5);
};

const packetsAt = (
  ran: number,
  { inputs, half }: Sketch,
  closed: Drawing['closed'],
  out: Curve,
): readonly Point[] => {
  if (ran <= 0 || ran >= 1) return [];
  if (ran < IN)
    return inputs.map((input) => ({
      x: mix(input.x + half.input.width, closed.left, ran / IN),
      y: input.y,
    }));
  if (ran < OUT) return [];
  return [pointOn(out, (ran - OUT) / (1 - OUT))];
};

/** What is drawn of a frame in a box of this size, in px. */
export const drawingOf = (frame: Frame<PredictionDials>, width: number, height: number): Drawing => {
  const { ran, day, open } = frame.dials;
  const isWide = width >= 560;
  const large = day * (1 - open);
  const sketch = sketchIn(
    {
      left: isWide ? 8 : 2,
      right: isWide ? width * 0.72 : width - 84,
      top: height * (isWide ? 0.13 : 0.1),
      bottom: height * (isWide ? 0.78 : 0.72),
    },
    isWide
      ? {
          input: { width: 40, height: 25 },
          hidden: { width: 25, height: 25 },
          output: { width: 42, height: 25 },
        }
      : {
          input: { width: 25, height: 16 },
          hidden: { width: 15, height: 15 },
          output: { width: 26, height: 16 },
        },
    isWide ? { at: { x: -46, y: 46 }, radius: 10 } : { at: { x: -20, y: 25 }, radius: 8 },
    // More numbers stand on the lines before the hidden units than after them.
    0.55,
  );
  const closed = closedIn(sketch, open, isWide);
  const scale = scaleIn(width, height, isWide, large);
  const out = wayOut(sketch, closed, open, { x: scale.x, y: scale.at(quantityOf(frame, 'yhat')) });
  const { parameters } = frame.run;
  const counted = parameters.slice(0, Math.floor(open * parameters.length + 1e-9));
  const yhat = quantityOf(frame, 'yhat');
  const inputs = ['x.1', 'x.2'].map((id) => format(quantityOf(frame, id)));
  return {
    isWide,
    type: isWide ? { letter: 15, number: 17 } : { letter: 12.5, number: 13.5 },
    sketch,
    closed,
    scale,
    seen: { network: 1 - large, cover: 1 - open, large },
    out,
    way: ran >= 1 ? 'way done' : 'way',
    packets: packetsAt(ran, sketch, closed, out),
    isWorking: ran >= IN && ran <= OUT,
    isDone: ran >= 1,
    counted,
    weights: counted.filter((id) => id.startsWith('w')).length,
    biases: counted.filter((id) => id.startsWith('b')).length,
    description: [
      `Cloud cover ${inputs[0] ?? ''} and wind ${inputs[1] ?? ''} go into the network`,
      ran < 1 ? '.' : `; out comes a prediction of ${formatPercent(yhat)}.`,
      day > 0 ? ` The target is ${format(quantityOf(frame, 'y'), 2, 0)}.` : '',
      open > 0 ? ` Inside are ${counted.length} numbers: weights on the lines, biases at the units.` : '',
    ].join(''),
  };
};
