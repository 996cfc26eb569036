import { format, formatFit } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import { textOf } from '../../story/symbol.ts';
import { circlePath, pathOf, type Point } from '../layout/shapes.ts';
import type { Anchor } from '../layout/type.ts';
import { strandOf } from '../marks/strand.ts';
import type { Picture } from '../picture.ts';
import { nodePath, type Half } from '../sketch/sketch.ts';
import { lineAt, type Shape, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Experiment } from './model.ts';
import { rippleOf, signed, type Ripple } from './ripple.ts';

/** From the middle of a line of text down to its baseline. */
const base = (size: number): number => size * 0.36;

/** The lines of the network, the one in hand marked, and those lit that the nudge has gone along. */
const linesPicture = (
  { nudge: { parameter, before } }: Experiment,
  { sketch, isWide, loss }: Layout,
  { lit, hasLoss }: Ripple,
): Picture => {
  const { lines, ones, oneRadius, output, half } = sketch;
  const chosen = lines.get(parameter);
  return {
    lines: [
      ...(chosen ? [{ look: 'chosen', d: pathOf(chosen), width: isWide ? 14 : 11 }] : []),
      ...[...lines].map(([id, curve]) =>
        strandOf(curve, quantityIn(before, id), lit.has(id) ? 'signal' : 'idle'),
      ),
      {
        look: hasLoss ? 'to-loss lit' : 'to-loss',
        d: `M${output.x + half.output.width} ${loss.y}H${loss.x - loss.radius}`,
      },
      ...[...ones].map(([id, at]) => ({
        look: id === parameter ? 'one in-hand' : 'one',
        d: circlePath(at, oneRadius),
      })),
    ],
  };
};

/** The nodes of the network, rings around those that the nudge has reached, and the numbers that it has changed. */
const nodesPicture = (
  { nudge, isTold }: Experiment,
  { sketch, type, isWide, loss }: Layout,
  share: number,
  { nodes, stop, rise, hasLoss }: Ripple,
): Picture => {
  const { half, inputs, hidden, ones } = sketch;
  const { parameter, before, after, epsilon, outcome } = nudge;
  const size = type.letter;
  const halfOf = (id: string): Half => (id === 'yhat' ? half.output : half.hidden);
  const lossHalf = { width: loss.radius, height: loss.radius };
  const reached = nodes.filter(({ isReached }) => isReached);
  const lines: Shape[] = [];
  const texts: Text[] = [];

  const node = (look: string, at: Point, own: Half): void => {
    lines.push({ look: `node ${look}`, d: nodePath(at, own) });
  };
  const ring = (look: string, at: Point, { width, height }: Half, growth: number, fading: number): void => {
    const radii = isWide ? [6, 12, 18] : [4, 8];
    for (const radius of radii) {
      const grown = { width: width + radius * growth, height: height + radius * growth };
      lines.push({
        look: `ring ${look}`,
        d: nodePath(at, grown),
        opacity: 1 - radius / (radii.length * fading),
      });
    }
  };
  /** By how much a number has changed: a signed number on a ground of its colour. */
  const pill = (tone: string, q: string, value: number, x: number, y: number, characters: number): void => {
    const text = signed(value, characters);
    const ground = { width: text.length * size * 0.29 + 7, height: size * 0.72 };
    lines.push({ look: `pill ${tone}`, d: nodePath({ x, y }, ground) });
    texts.push(lineAt(text, `number ${tone}`, x, y + base(size), size, q, value));
  };
  const remark = (text: string, x: number, y: number, anchor: Anchor): void => {
    texts.push({ text, look: 'letter ink haloed', x, y, size, anchor });
  };

  for (const { id, at } of reached) ring('', at, halfOf(id), 1, isWide ? 8 : 6);
  if (hasLoss) ring('loss', loss, lossHalf, 0.6, 8);
  for (const { x, y } of ones.values()) texts.push(lineAt(1, 'letter', x, y + base(12), 12));
  for (const [i, at] of inputs.entries()) {
    const { x, y } = at;
    const q = `x.${i + 1}`;
    const value = quantityIn(before, q);
    const edge = half.input.width - 12;
    const number = lineAt(formatFit(value, 5), 'number ink', x, y, type.number, q, value);
    node('', at, half.input);
    if (isWide)
      texts.push(
        { text: i === 0 ? 'cloud' : 'wind', x: x - edge, y: y + base(13), size: 13 },
        { ...number, x: x + edge, y: y + base(type.number), anchor: 'end' },
      );
    else
      texts.push(lineAt(i === 0 ? 'x₁' : 'x₂', 'letter', x, y - half.input.height * 0.24, 12), {
        ...number,
        y: y + half.input.height * 0.66,
      });
  }
  for (const { id, name, at, isReached, value } of nodes) {
    const { height } = halfOf(id);
    const text = formatFit(value, isWide ? 7 : 6, isWide ? 4 : 3);
    const q = isReached ? `nudge.after:${id}` : id;
    node(isReached ? 'reached' : '', at, halfOf(id));
    texts.push(
      lineAt(name, 'letter', at.x, at.y - height * 0.24, 12),
      lineAt(text, 'number ink', at.x, at.y + height * 0.66, type.number, q, value),
    );
  }
  node('loss', loss, lossHalf);
  const lossNow = quantityIn(isTold ? after : before, 'loss');
  const lossText = formatFit(lossNow, isWide ? 8 : 6, 4, 4);
  const lossQ = isTold ? 'nudge.raised' : 'loss';
  const top = loss.y - loss.radius;
  texts.push(
    lineAt(isWide ? 'loss L' : 'L', 'letter loss', loss.x, loss.y - (isWide ? 8 : 5), size),
    lineAt(lossText, 'number loss', loss.x, loss.y + (isWide ? 13 : 12), type.number, lossQ, lossNow),
  );
  if (share > 0.9 && !isTold) texts.push(lineAt('?', 'strong loss', loss.x, top - 8, isWide ? 22 : 16));
  /** Between one hidden unit and the next: what a unit says of its change stands in it, in its middle where it is narrow. */
  const gap = hidden[1].y - hidden[0].y - 2 * half.hidden.height;
  const over = isWide ? 13 : 10;
  for (const { id, at, change } of reached) {
    const up = halfOf(id).height + (/^a\.1\.[23]$/.test(id) ? Math.min(over, gap / 2) : over);
    pill('signal', `nudge.change:${id}`, change, at.x, at.y - up, isWide ? 9 : 6);
  }
  if (isTold) pill('loss', 'nudge.outcome', outcome, loss.x, top - (isWide ? 18 : 13), isWide ? 9 : 7);
  if (stop) {
    const words = isWide ? 'passes on 0, before and after' : 'stops here';
    remark(words, stop.x + half.hidden.width + 8, stop.y + (isWide ? 32 : 28), 'start');
  }
  // The parameter and its nudge, on a ground of their own.
  const own = quantityIn(before, parameter);
  const [ownText, by] = [format(own), format(epsilon, 4, 0)];
  const reach = `${ownText} + ${by}`.length * size * 0.27 + 8;
  const line = rise.y + base(size);
  lines.push({ look: 'held', d: nodePath(rise, { width: reach, height: size * 0.8 }) });
  if (isWide && !ones.has(parameter)) remark(textOf(parameter), rise.x - reach - 8, line, 'end');
  texts.push({
    ...lineAt('', 'on-select', rise.x, line, size),
    parts: [
      { text: ownText, look: 'number', q: parameter, value: own },
      { text: ' + ' },
      { text: by, look: 'number', q: 'nudge.eps', value: epsilon },
    ],
  });
  return { lines, texts };
};

/** What is drawn when so much of a nudge (0 to 1) has gone through the network: its lines, and over them its nodes. */
export const ripplingOf = (
  experiment: Experiment,
  layout: Layout,
  share: number,
): { readonly lines: Picture; readonly nodes: Picture } => {
  const ripple = rippleOf(experiment.nudge, share, experiment.isTold, layout);
  return {
    lines: linesPicture(experiment, layout, ripple),
    nodes: nodesPicture(experiment, layout, share, ripple),
  };
};
