import { format, formatFit } from '../../story/format.ts';
import { quantityOf, type Frame } from '../../story/frame.ts';
import { circlePath, pathOf, pillOf } from '../layout/shapes.ts';
import { widthOf } from '../layout/type.ts';
import { strandOf } from '../marks/strand.ts';
import type { Picture } from '../picture.ts';
import { labelAt } from '../sketch/label.ts';
import { nodePath } from '../sketch/sketch.ts';
import { lineAt, type Part } from '../texts.ts';
import type { PredictionDials } from './dials.ts';
import { numberAround } from './inputs.ts';
import type { Drawing } from './model.ts';

/** In the lower corners of a narrow stage stand the buttons from step to step, so wide, px. */
const STEPPER = 40;

/** The opened network: lines and units, and the numbers on them as they are counted. */
const insideOf = (
  frame: Frame<PredictionDials>,
  { sketch, type, isWide, counted, seen, weights, biases }: Drawing,
  width: number,
  height: number,
): Picture => {
  const { hidden, output, half, oneRadius } = sketch;
  const ones = [...sketch.ones.values()];
  const size = type.letter;
  const numbers = counted.map((q) => {
    const value = quantityOf(frame, q);
    const text = formatFit(value, isWide ? 7 : 5);
    const wide = widthOf(text, size);
    return { q, value, text, wide, at: labelAt(sketch, q, wide) };
  });
  const yhat = quantityOf(frame, 'yhat');
  const count = (text: number): Part => ({ text, look: 'signal' });
  return {
    opacity: 1 - seen.cover,
    lines: [
      ...[...sketch.lines].map(([id, curve]) =>
        strandOf(curve, quantityOf(frame, id), counted.includes(id) ? 'signal' : 'idle'),
      ),
      ...ones.map((at) => ({ look: 'one', d: circlePath(at, oneRadius) })),
      ...hidden.map((at) => ({ look: 'node', d: circlePath(at, half.hidden.width) })),
      { look: 'plus', d: hidden.map(({ x, y }) => `M${x - 6} ${y}h12M${x} ${y - 6}v12`).join('') },
      { look: 'node', d: nodePath(output, half.output) },
      ...numbers.map(({ at, wide }) => ({
        look: 'chip',
        d: pillOf(at, { width: wide + 2, height: size * 1.24 }, 4),
      })),
    ],
    texts: [
      ...ones.map(({ x, y }) => lineAt(1, 'letter', x, y + size * 0.36, size)),
      numberAround('yhat', yhat, format(yhat, 3), output, type.number),
      ...numbers.map(({ q, value, text, at }) => numberAround(q, value, text, at, size)),
      {
        look: 'heading',
        x: isWide ? STEPPER : width / 2,
        y: isWide ? height * 0.95 : height - 6,
        size: isWide ? 19 : 13,
        anchor: isWide ? 'start' : 'middle',
        parts: [
          count(weights),
          { text: ' weights + ' },
          count(biases),
          { text: ' biases = ' },
          count(counted.length),
          { text: ' parameters' },
        ],
      },
    ],
  };
};

/** The network as it is opened: what is in it, the cover over that, the way out, and values on their way in or out. */
export const networkPicture = (
  frame: Frame<PredictionDials>,
  drawing: Drawing,
  width: number,
  height: number,
): Picture => {
  const { closed, seen, isWide, isWorking, packets, out, way } = drawing;
  const middle = { x: closed.left + closed.width / 2, y: closed.top + closed.height / 2 };
  const cover: Picture = {
    opacity: seen.cover,
    lines: [{ look: isWorking ? 'cover working' : 'cover', d: pillOf(middle, closed, isWide ? 28 : 16) }],
    parts: [
      {
        opacity: Math.max(0, 1 - 4 * frame.dials.open),
        texts: [lineAt('the network', 'name', middle.x, middle.y + 6, isWide ? 25 : 17)],
      },
    ],
  };
  return {
    lines: [{ look: way, d: pathOf(out) }],
    parts: [
      ...(seen.cover < 0.99 ? [insideOf(frame, drawing, width, height)] : []),
      ...(seen.cover > 0.01 ? [cover] : []),
      { lines: packets.map((at) => ({ look: 'packet', d: circlePath(at, isWide ? 7 : 5) })) },
    ],
  };
};
