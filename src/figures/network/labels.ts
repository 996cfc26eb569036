import { at, type ActivationName } from '../../engine/index.ts';
import type { Geometry } from '../layout/geometry.ts';
import { held } from '../layout/shapes.ts';
import { LEAST_TYPE, widthOf } from '../layout/type.ts';
import { aside, gradientAt } from './gradient.ts';
import { idFor, isInPlay, knownOf, type Seen } from './seen.ts';
import { weightsOf } from './strands.ts';
import { lettered, moved, number, word, type Text } from './text.ts';

const NAMES: Readonly<Record<ActivationName, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  identity: 'linear',
};

/** The names of the layers over their columns, as long as there is room for, and with the activations that have been met. */
export const headingsOf = (g: Geometry, { hidden, met }: Pick<Seen, 'hidden' | 'met'>): readonly Text[] => {
  const { xs, y, loss } = g.headings;
  const last = xs.length - 1;
  const size = g.type.letter;
  const forms = xs.map((_, i): readonly string[] => {
    if (i === 0) return ['inputs'];
    if (i === last) return met === 'all' ? ['output · sigmoid', 'output · σ', 'output'] : ['output'];
    const layer = last > 2 ? `hidden ${i}` : 'hidden';
    return met === 'sums' ? [layer] : [`${layer} · ${NAMES[hidden]}`, layer];
  });
  const longest = Math.max(...forms.map(({ length }) => length));
  /** Every name in its n-th form, or its last. */
  const inForm = (n: number): readonly Text[] =>
    forms.map((names, i) => {
      const text = names[Math.min(n, names.length - 1)] ?? '';
      const half = widthOf(text, size) / 2;
      const x = held(at(xs, i), half + 1, g.width - half - 1);
      return word(`heading ${i}`, text, { x, y }, size, { look: 'letter heading' });
    });
  const choices = Array.from({ length: longest }, (_, n) => inForm(n));
  const isApart = (texts: readonly Text[]): boolean =>
    texts.every(({ box }, i) => box.right + 6 <= (texts[i + 1]?.box.left ?? Infinity));
  const names = choices.find(isApart) ?? choices.at(-1) ?? [];
  return loss === undefined
    ? names
    : [...names, word('heading loss', 'loss', { x: loss, y }, size, { look: 'letter heading' })];
};

const isOperand = ({ op }: Seen, id: string): boolean =>
  op !== undefined && [op.id.slice(1), ...op.operands.map((operand) => operand.id)].includes(id);

/** Weights beside their edges, each with its gradient beside it, or in its place while that is what is being measured. */
export const weightLabels = (seen: Seen, g: Geometry): readonly Text[] =>
  weightsOf(g).flatMap((id): readonly Text[] => {
    const slot = g.weights.get(id);
    if (!slot) return [];
    const { room } = slot;
    const gradient = gradientAt(seen, g, `d${id}`, slot.gradient, { room });
    const isBeside = slot.gradient !== slot.at;
    const isInPlace = !isBeside && gradient && isInPlay(seen, `d${id}`) && seen.op?.kind !== 'update';
    const look = seen.inPlay.has(id) ? 'signal' : 'quiet';
    const weight = number(id, seen.known.get(id), slot.at, g.type.letter, {
      room,
      decimals: g.labelDecimals,
      look,
      isCovering: true,
    });
    const isWritten = (slot.isAlways || isOperand(seen, id)) && !isInPlace;
    return aside(isWritten ? weight : undefined, isBeside || isInPlace ? gradient : undefined);
  });

/** An input in its circle, and its gradient under it. */
export interface Input {
  readonly key: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly isLit: boolean;
  readonly texts: readonly Text[];
}

export const inputsOf = (seen: Seen, g: Geometry): readonly Input[] =>
  g.inputs.map((at, i) => {
    const id = `x.${i + 1}`;
    const off = g.density === 'dense' ? 0 : g.radius * 0.37;
    return {
      key: id,
      at,
      isLit: isInPlay(seen, id) || seen.op === undefined,
      texts: [
        ...lettered(g, [id, idFor(id, seen.example)], knownOf(seen, id), {
          letter: { x: at.x, y: at.y - off },
          number: { x: at.x, y: at.y + off * 0.9 },
          room: 2 * g.radius - 7,
          decimals: 3,
          size: Math.max(LEAST_TYPE, g.type.number - 1),
        }).map((text) => moved(text, Math.max(0, 1 - text.box.left))),
        ...aside(gradientAt(seen, g, `d${id}`, { x: at.x, y: at.y + g.radius + g.pill.height / 2 + 3 })),
      ],
    };
  });
