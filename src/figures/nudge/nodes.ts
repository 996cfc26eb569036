import { format, formatFit } from '../../story/format.ts';
import { quantityIn } from '../../story/quantity.ts';
import { textOf } from '../../story/symbol.ts';
import type { Point } from '../layout/shapes.ts';
import type { Anchor } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import { nodePath, type Half } from '../sketch/sketch.ts';
import { lineAt, type Shape, type Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import type { Experiment } from './model.ts';
import { signed, type Ripple } from './ripple.ts';

/** From the middle of a line of text down to its baseline. */
const base = (size: number): number => size * 0.36;

/** What a part of the picture is drawn from. */
interface Scene {
  readonly experiment: Experiment;
  readonly layout: Layout;
  readonly ripple: Ripple;
  /** How much of the nudge has gone through. */
  readonly share: number;
}
interface Drawn {
  readonly lines: readonly Shape[];
  readonly texts?: readonly Text[];
}

const node = (look: string, at: Point, half: Half): Shape => ({
  look: `node ${look}`,
  d: nodePath(at, half),
});

const halfOf = ({ sketch: { half } }: Layout, id: string): Half =>
  id === 'yhat' ? half.output : half.hidden;

/** Words beside the network. */
const remark = (text: string, x: number, y: number, anchor: Anchor, size: number): Text => ({
  text,
  look: 'letter ink haloed',
  x,
  y,
  size,
  anchor,
});

/** Waves around a node, paler further out. */
const rings = (
  look: string,
  at: Point,
  { width, height }: Half,
  radii: readonly number[],
  growth: number,
  fading: number,
): readonly Shape[] =>
  radii.map((radius) => ({
    look: `ring ${look}`,
    d: nodePath(at, { width: width + radius * growth, height: height + radius * growth }),
    opacity: 1 - radius / (radii.length * fading),
  }));

/** Waves around all that the nudge has reached. */
const wavesIn = ({ layout, ripple }: Scene): Drawn => {
  const { isWide, loss } = layout;
  const radii = isWide ? [6, 12, 18] : [4, 8];
  const reached = ripple.nodes.filter(({ isReached }) => isReached);
  const ofLoss = { width: loss.radius, height: loss.radius };
  return {
    lines: [
      ...reached.flatMap(({ id, at }) => rings('', at, halfOf(layout, id), radii, 1, isWide ? 8 : 6)),
      ...(ripple.hasLoss ? rings('loss', loss, ofLoss, radii, 0.6, 8) : []),
    ],
  };
};

/** The inputs, and the ones of the biases. */
const inputsIn = ({ experiment: { nudge }, layout: { sketch, type, isWide } }: Scene): Drawn => {
  const { half, inputs, ones } = sketch;
  const edge = half.input.width - 12;
  return {
    lines: inputs.map((at) => node('', at, half.input)),
    texts: [
      ...[...ones.values()].map(({ x, y }) => lineAt(1, 'letter', x, y + base(12), 12)),
      ...inputs.flatMap(({ x, y }, i): readonly Text[] => {
        const q = `x.${i + 1}`;
        const value = quantityIn(nudge.before, q);
        const number = lineAt(formatFit(value, 5), 'number ink', x, y, type.number, q, value);
        return isWide
          ? [
              { text: i === 0 ? 'cloud' : 'wind', x: x - edge, y: y + base(13), size: 13 },
              { ...number, x: x + edge, y: y + base(type.number), anchor: 'end' },
            ]
          : [
              lineAt(i === 0 ? 'x₁' : 'x₂', 'letter', x, y - half.input.height * 0.24, 12),
              { ...number, y: y + half.input.height * 0.66 },
            ];
      }),
    ],
  };
};

/** The units, with what they hold before the nudge has come and after. */
const unitsIn = ({ layout, ripple: { nodes } }: Scene): Drawn => ({
  lines: nodes.map(({ id, at, isReached }) => node(isReached ? 'reached' : '', at, halfOf(layout, id))),
  texts: nodes.flatMap(({ id, name, at, isReached, value }) => {
    const { height } = halfOf(layout, id);
    const text = formatFit(value, layout.isWide ? 7 : 6, layout.isWide ? 4 : 3);
    const q = isReached ? `nudge.after:${id}` : id;
    return [
      lineAt(name, 'letter', at.x, at.y - height * 0.24, 12),
      lineAt(text, 'number ink', at.x, at.y + height * 0.66, layout.type.number, q, value),
    ];
  }),
});

/** The loss; once the nudge has come to it, a question until its answer is told. */
const lossIn = ({ experiment, layout: { type, isWide, loss }, share }: Scene): Drawn => {
  const { nudge, isTold } = experiment;
  const { x, y, radius } = loss;
  const now = quantityIn(isTold ? nudge.after : nudge.before, 'loss');
  const written = formatFit(now, isWide ? 8 : 6, 4, 4);
  return {
    lines: [node('loss', loss, { width: radius, height: radius })],
    texts: [
      lineAt(isWide ? 'loss L' : 'L', 'letter loss', x, y - (isWide ? 8 : 5), type.letter),
      lineAt(
        written,
        'number loss',
        x,
        y + (isWide ? 13 : 12),
        type.number,
        isTold ? 'nudge.raised' : 'loss',
        now,
      ),
      ...(share > 0.9 && !isTold ? [lineAt('?', 'strong loss', x, y - radius - 8, isWide ? 22 : 16)] : []),
    ],
  };
};

/** By how much a number has changed: a signed number on a ground of its colour. */
interface Change {
  readonly tone: string;
  readonly q: string;
  readonly value: number;
  readonly at: Point;
  readonly characters: number;
}

/** How much every number has changed that the nudge has reached, and where it has come to an end. */
const changesIn = ({ experiment, layout, ripple }: Scene): Drawn => {
  const { isWide, loss, sketch, type } = layout;
  const { half, hidden } = sketch;
  const size = type.letter;
  /** Between one hidden unit and the next: what a unit says of its change stands in it, in its middle where it is narrow. */
  const gap = hidden[1].y - hidden[0].y - 2 * half.hidden.height;
  const over = isWide ? 13 : 10;
  const changes: readonly Change[] = [
    ...ripple.nodes.flatMap(({ id, at, change, isReached }) => {
      const up = halfOf(layout, id).height + (/^a\.1\.[23]$/.test(id) ? Math.min(over, gap / 2) : over);
      const there = { x: at.x, y: at.y - up };
      return isReached
        ? [{ tone: 'signal', q: `nudge.change:${id}`, value: change, at: there, characters: isWide ? 9 : 6 }]
        : [];
    }),
    ...(experiment.isTold
      ? [
          {
            tone: 'loss',
            q: 'nudge.outcome',
            value: experiment.nudge.outcome,
            at: { x: loss.x, y: loss.y - loss.radius - (isWide ? 18 : 13) },
            characters: isWide ? 9 : 7,
          },
        ]
      : []),
  ];
  const written = changes.map((change) => ({ ...change, text: signed(change.value, change.characters) }));
  const { stop } = ripple;
  const end = isWide ? 'passes on 0, before and after' : 'stops here';
  return {
    lines: written.map(({ tone, at, text }) => ({
      look: `pill ${tone}`,
      d: nodePath(at, { width: text.length * size * 0.29 + 7, height: size * 0.72 }),
    })),
    texts: [
      ...written.map(({ tone, q, value, at, text }) =>
        lineAt(text, `number ${tone}`, at.x, at.y + base(size), size, q, value),
      ),
      ...(stop
        ? [remark(end, stop.x + half.hidden.width + 8, stop.y + (isWide ? 32 : 28), 'start', size)]
        : []),
    ],
  };
};

/** The parameter and its nudge, on a ground of their own. */
const riseIn = ({
  experiment: { nudge },
  layout: { sketch, type, isWide },
  ripple: { rise },
}: Scene): Drawn => {
  const { parameter, before, epsilon } = nudge;
  const size = type.letter;
  const own = quantityIn(before, parameter);
  const [ownText, by] = [format(own), format(epsilon, 4, 0)];
  const reach = `${ownText} + ${by}`.length * size * 0.27 + 8;
  const line = rise.y + base(size);
  return {
    lines: [{ look: 'held', d: nodePath(rise, { width: reach, height: size * 0.8 }) }],
    texts: [
      ...(isWide && !sketch.ones.has(parameter)
        ? [remark(textOf(parameter), rise.x - reach - 8, line, 'end', size)]
        : []),
      {
        ...lineAt('', 'on-select', rise.x, line, size),
        parts: [
          { text: ownText, look: 'number', q: parameter, value: own },
          { text: ' + ' },
          { text: by, look: 'number', q: 'nudge.eps', value: epsilon },
        ],
      },
    ],
  };
};

/** The nodes of the network, waves around those that the nudge has reached, and the numbers that it has changed. */
export const nodesPicture = (scene: Scene): Picture => {
  const parts = [wavesIn, inputsIn, unitsIn, lossIn, changesIn, riseIn].map((draw) => draw(scene));
  return {
    lines: parts.flatMap(({ lines }) => lines),
    texts: parts.flatMap(({ texts }) => texts ?? []),
  };
};
