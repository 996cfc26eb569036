import { factorText, sizeText } from '../../story/depth/numbers.ts';
import { hasReached, SIDES } from '../../story/depth/settings.ts';
import type { Side } from '../../story/depth/side.ts';
import { BEND_NAMES } from '../../story/depth/words.ts';
import { format, formatPower, NOT_COMPUTED } from '../../story/format.ts';
import { held, rounded } from '../layout/shapes.ts';
import { widthOf, type Anchor } from '../layout/type.ts';
import { factorRows, type Frame } from './frame.ts';

/** A line of text; its number, if it is one. The middle of its digits is at `y`. */
export interface Label {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: Anchor;
  readonly size: number;
  readonly tone: 'muted' | 'ink' | 'gradient' | 'loss' | 'name';
  readonly isBold?: boolean;
  readonly number?: { readonly q: string; readonly value: number | undefined; readonly world: string };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor?: Anchor;
}

const label = (
  key: string,
  text: string,
  { x, y, anchor = 'middle' }: Place,
  rest: Partial<Label>,
  { size }: Frame,
): Label => ({ key, text, x: rounded(x), y: rounded(y), anchor, size, tone: 'muted', ...rest });

/** In px: for a factor beside its network. */
const UPRIGHT_ROOM = 56;

/** A factor with two digits that count at least: with its sign if there is room for it, and never without both. */
const factorLabel = (factor: number, room: number, { isUpright, size }: Frame): string => {
  if (factor === 0) return isUpright ? '×0' : '× 0';
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(factor)));
  const digits =
    factor >= 0.001 && factor < 1e4 ? format(factor, decimals, decimals) : formatPower(factor, 1);
  const signed = (text: string): string => (text.includes('×') ? text : `×${isUpright ? '' : ' '}${text}`);
  const forms = [...(factor >= 0.01 ? [factorText(factor)] : []), digits].flatMap((text) => [
    signed(text),
    signed(text).replace(' ', ''),
  ]);
  return forms.find((text) => widthOf(text, size) <= room) ?? formatPower(factor, 1);
};

/** The factor of each step between two layers, beside the lines that it is of; a dash where the message has not come. */
const factorsOf = (side: Side, frame: Frame, back: number, chosen: number): readonly Label[] => {
  const { name, layers } = side;
  const { depth, pitch } = frame;
  const rows = frame.isUpright ? 1 : factorRows(pitch);
  const isFirst = name === SIDES[0];
  const edge = isFirst ? Math.max(...frame.across[name]) : Math.min(...frame.across[name]);
  return layers.slice(0, depth - 1).map(({ layer, factor }) => {
    const isReached = hasReached(back, depth, layer);
    const along = frame.along(layer) + (frame.isUpright ? -1 : 1) * (pitch / 2);
    const row = layer % rows;
    const off = frame.isUpright ? frame.unit.broad / 2 + 6 : 26 + 17 * row;
    const place = frame.point(along, edge + (isFirst ? off : -off));
    const isChosen = layer === chosen;
    const text =
      !isReached || factor === undefined
        ? NOT_COMPUTED
        : factorLabel(factor, frame.isUpright ? UPRIGHT_ROOM : rows * pitch - 4, frame);
    return label(
      `factor ${name} ${layer}`,
      text,
      { ...place, anchor: frame.isUpright ? (isFirst ? 'start' : 'end') : 'middle' },
      {
        tone: isReached ? 'gradient' : 'muted',
        isBold: isChosen,
        number: {
          q: `depth.factor.${layer}`,
          value: isReached ? factor : undefined,
          world: name,
        },
      },
      frame,
    );
  });
};

/** What stands along the axis of sizes. */
const axisOf = (frame: Frame): readonly Label[] => {
  const { bars, isUpright, ticks, hasNothing, depth } = frame;
  const beside = (at: number): Place =>
    isUpright ? { x: at, y: frame.along(1) + 25 } : { x: 52, y: at, anchor: 'end' };
  return [
    ...ticks.map(({ decades, at, text }) =>
      label(`tick ${decades}`, text, beside(at), decades === 0 ? { tone: 'ink', isBold: true } : {}, frame),
    ),
    ...(hasNothing ? [label('nothing', '0', beside(bars.nothing), { tone: 'ink' }, frame)] : []),
    ...(isUpright
      ? []
      : [
          label(
            'as it left',
            'as it left',
            { x: frame.width, y: Math.max(bars.high + 2, bars.at(0) - 10), anchor: 'end' },
            {},
            frame,
          ),
          label(
            'left',
            `layer ${depth}`,
            { x: frame.width, y: Math.min(bars.low - 2, bars.at(0) + 11), anchor: 'end' },
            {},
            frame,
          ),
        ]),
  ];
};

/** Names of the layers, and which way is which. */
const waysOf = (frame: Frame, chosen: number): readonly Label[] => {
  const { isUpright, depth, bars, width, pitch, size } = frame;
  const first = Math.max(...frame.across.filled);
  const every = isUpright ? 1 : Math.ceil(20 / pitch);
  const layers = Array.from({ length: depth }, (_, l) => l + 1).filter(
    (layer) => layer === chosen || (layer - 1) % every === 0,
  );
  const numberAt = (layer: number): Place =>
    isUpright
      ? { x: first + frame.unit.broad / 2 + 6, y: frame.along(layer), anchor: 'start' }
      : { x: frame.along(layer), y: Math.max(...frame.across.outlined) + 22 };
  const numbers = layers.map((layer) =>
    label(
      `layer ${layer}`,
      String(layer),
      numberAt(layer),
      layer === chosen ? { tone: 'ink', isBold: true } : {},
      frame,
    ),
  );
  if (isUpright) {
    const one = bars.at(0);
    const room = widthOf('louder →', size) + 1;
    const [from, to] = [first + frame.unit.broad / 2 + 8, Math.min(...frame.across.outlined) - 14];
    const fainter = held(one - 6, from + room, to - room - 12);
    const louder = Math.max(fainter + 12, Math.min(one + 6, to - room));
    return [
      ...numbers,
      label('fainter', '← fainter', { x: fainter, y: 34, anchor: 'end' }, {}, frame),
      label('louder', 'louder →', { x: louder, y: 34, anchor: 'start' }, {}, frame),
      label('output side', 'output side', { x: width / 2, y: 12 }, {}, frame),
      label(
        'input side',
        'input side ↓',
        { x: width / 2, y: frame.along(1) + 46 },
        { tone: 'gradient' },
        frame,
      ),
    ];
  }
  const y = Math.max(...frame.across.outlined) + 44;
  return [
    ...numbers,
    label('louder', '↑ louder', { x: width, y: bars.high - 12, anchor: 'end' }, {}, frame),
    label('fainter', '↓ fainter', { x: width, y: bars.low + 12, anchor: 'end' }, {}, frame),
    label('input side', 'input side', { x: 62, y, anchor: 'start' }, {}, frame),
    label('output side', 'output side', { x: frame.along(depth + 1) + 30, y, anchor: 'end' }, {}, frame),
  ];
};

/** The letter of the loss, and the names of the two networks where they have no heading of their own. */
const namesOf = (sides: readonly Side[], frame: Frame): readonly Label[] =>
  sides.map(({ name, bend }, i) =>
    frame.isUpright
      ? label(
          `name ${name}`,
          BEND_NAMES[bend],
          { x: i === 0 ? 16 : frame.width - 16, y: 12, anchor: i === 0 ? 'start' : 'end' },
          { tone: 'name', size: 14 },
          frame,
        )
      : label(
          `name ${name}`,
          BEND_NAMES[bend],
          { x: 56, y: frame.middle[name], anchor: 'end' },
          { tone: 'name', size: 14 },
          frame,
        ),
  );

/** Every text of the picture. */
export const labelsOf = (
  sides: readonly Side[],
  frame: Frame,
  { back, chosen }: { readonly back: number; readonly chosen: number },
): readonly Label[] => [
  ...namesOf(sides, frame),
  ...axisOf(frame),
  ...waysOf(frame, chosen),
  ...sides.flatMap((side) => factorsOf(side, frame, back, chosen)),
];

/** The picture in words: what a screen reader says of it. */
export const inWords = (sides: readonly Side[], back: number): string =>
  sides
    .map(({ bend, layers }) => {
      const heard = layers.filter(({ layer }) => hasReached(back, layers.length, layer)).reverse();
      const sizes = heard.map(({ layer, decades }) => `layer ${layer} ${sizeText(decades)}`);
      return `${BEND_NAMES[bend]}: ${sizes.length > 0 ? sizes.join(', ') : 'nothing has left yet'}.`;
    })
    .join(' ');
