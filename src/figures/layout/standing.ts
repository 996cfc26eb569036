import type { Geometry } from './geometry.ts';
import { boxAround, type Box, type Point, type Size } from './shapes.ts';
import { widthOf } from './type.ts';

/** A box around its middle, moved to the left as far as it is past the right edge. */
const heldWithin = (at: Point, size: Size, width: number): Box =>
  boxAround({ x: Math.min(at.x, width - 1 - size.width / 2), y: at.y }, size);

/** The boxes of all that may stand in the figure but weights and edges, its small numbers so wide, in px. */
export const standing = (g: Geometry, number: number): readonly Box[] => {
  const { capsule, pill, type } = g;
  const pillWidth = Math.max(number + 2 * pill.padding, capsule.width / 2);
  const units = g.neurons.flat().flatMap((neuron): readonly Box[] => {
    const { at, one, bias, biasGradient } = neuron;
    const row = { top: bias.y - pill.height / 2, bottom: bias.y + pill.height / 2 };
    const right = biasGradient ? bias.x + number : bias.x + 2 * number + 2 * pill.padding + 5;
    return [
      boxAround(at, capsule),
      heldWithin(
        { x: at.x, y: at.y + pill.above },
        { width: 2 * pillWidth + 2, height: pill.height },
        g.width,
      ),
      ...(g.density === 'dense' ? [] : [{ left: one.x - g.oneRadius, right, ...row }]),
      ...(g.hasWords
        ? [
            heldWithin(
              neuron.word,
              { width: widthOf('slope 0.0000', type.letter) + 6, height: type.letter },
              g.width,
            ),
          ]
        : []),
      ...(biasGradient
        ? [
            boxAround(
              { x: biasGradient.x + pillWidth / 2, y: biasGradient.y },
              { width: pillWidth, height: pill.height },
            ),
          ]
        : []),
    ];
  });
  const inputs = g.inputs.flatMap((at) => [
    boxAround(at, { width: 2 * g.radius, height: 2 * g.radius }),
    boxAround(
      { x: Math.max(at.x, pillWidth / 2 + 1), y: at.y + g.radius + pill.height / 2 + 3 },
      { width: pillWidth, height: pill.height },
    ),
  ]);
  const { zero, one, loss, isUpright } = g.gauge;
  const gauge: Box = isUpright
    ? { left: zero.x - 24, right: g.width, top: one.y - 12, bottom: loss.number.y + type.loss }
    : {
        left: zero.x - 8,
        right: g.width,
        top: zero.y - 18 - type.letter * 0.6,
        bottom: loss.number.y + type.loss * 0.6,
      };
  const heading: Box = { left: 0, right: g.width, top: 0, bottom: g.headings.y + type.letter * 0.55 };
  return [...units, ...inputs, gauge, heading];
};
