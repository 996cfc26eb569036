import { at } from '../../engine/index.ts';
import { format } from '../../story/format.ts';
import { heightAt, pathOf, type Path, type Surface } from '../../story/surface.ts';
import { circlePath } from '../layout/shapes.ts';
import { fitted } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import type { Shape, Text } from '../texts.ts';
import type { SurfaceDials } from './dials.ts';
import { METHOD_WORDS } from './model.ts';

/** How a run is drawn on the map: a piece of its line. */
const sampleOf = (method: Path['method'], x: number, y: number, length: number): readonly Shape[] => [
  { look: `sample ${method}`, d: `M${x} ${y - 4}h${length}` },
  {
    look: 'bead',
    d:
      method === 'sgd' && length > 20
        ? [0, 0.5, 1].map((share) => circlePath({ x: x + length * share, y: y - 4 }, 2.4)).join('')
        : '',
  },
];

/** The room for where the runs have come to. */
interface Room {
  readonly x: number;
  /** The first baseline. */
  readonly y: number;
  readonly width: number;
  readonly line: number;
  readonly size: number;
  /** Between two runs, one under the other. */
  readonly gap: number;
  /** One under the other; side by side; side by side on a single line. */
  readonly form: 'rows' | 'abreast' | 'single';
}

/** Shares of the width at which each begins, side by side: the names differ in length. */
const SHARES = [0, 0.325, 0.7];

/**
 * Where the runs have come to: how each is drawn, what it is called, and the loss at its end. Where all parameters have moved,
 * what the map shows there is another number, and stands beside it.
 */
export const endsOf = (
  surface: Surface,
  { view }: Pick<SurfaceDials, 'view'>,
  { x, y, width, line, size, gap, form }: Room,
): Picture => {
  const isWide = width > 280;
  const isTable = surface.movesAll && form === 'abreast';
  const told = surface.methods.map((method, i): Picture => {
    const { loss, places, rate } = pathOf(surface, method);
    const number = (kind: 'end' | 'under', value: number | undefined, place: Partial<Text>): Text => ({
      text: value === undefined ? '—' : fitted(value, 58, size, 4, 4),
      look: kind === 'end' ? 'number loss' : 'loss',
      x,
      y,
      size,
      q: value === undefined ? undefined : `surface.${kind}:${view}/${method}`,
      value,
      ...place,
    });
    const end = (place: Partial<Text>): Text => number('end', loss, place);
    const under = (place: Partial<Text>): Text =>
      number('under', heightAt(surface, places.at(-1) ?? []), place);
    if (form !== 'rows') {
      const left = isTable ? x + 36 + ((width - 36) / 3) * i : x + width * at(SHARES, i);
      const name: Text = { text: METHOD_WORDS[method], look: 'letter ink', x: left + 18, y, size };
      return {
        lines: sampleOf(method, left, y, 14),
        texts: isTable
          ? [end({ x: left + 18 }), under({ x: left + 18, y: y + line })]
          : form === 'single'
            ? [end({ x: left + 18 })]
            : [name, end({ x: left + 18, y: y + line - 2 })],
      };
    }
    const top = y + i * line * (isWide ? 1 : 2) + (isWide ? 0 : i * gap);
    const low = isWide ? top : top + line - 2;
    return {
      lines: sampleOf(method, x, top, 26),
      texts: [
        { text: METHOD_WORDS[method], look: 'heading', x: x + 36, y: top, size },
        end({ x: x + width, y: top, anchor: 'end' }),
        ...(surface.movesAll
          ? [
              isWide
                ? { text: 'on the map', x: x + width - 152, y: low, size, anchor: 'end' as const }
                : { text: 'on the map', x: x + 36, y: low, size },
              under({ x: isWide ? x + width - 76 : x + width, y: low, anchor: 'end' }),
            ]
          : [
              {
                text: 'η = ',
                x: x + (isWide ? 120 : 36),
                y: low,
                size,
                parts: [{ text: format(rate, 4, 0), q: `surface.rate:${view}/${method}`, value: rate }],
              },
            ]),
      ],
    };
  });
  return {
    lines: told.flatMap(({ lines }) => lines ?? []),
    texts: [
      ...(isTable ? ['loss', 'map'].map((text, i) => ({ text, x, y: y + line * i, size })) : []),
      ...told.flatMap(({ texts = [] }) => texts),
    ],
  };
};
