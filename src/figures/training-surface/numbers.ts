import { heightAt, nextOf, slopeOf, SURFACE_STEPS, type Surface } from '../../story/surface.ts';
import { textOf } from '../../story/symbol.ts';
import { fitted } from '../layout/type.ts';
import type { Picture } from '../picture.ts';
import type { Text } from '../texts.ts';
import type { SurfaceDials } from './dials.ts';
import { endsOf } from './ends.ts';
import type { Layout } from './layout.ts';
import { movementsOf } from './model.ts';

/** What the map cannot say by itself: the loss at the point, the gradient there, and where each run has come to. */
export const numbersOf = (
  surface: Surface,
  dials: SurfaceDials,
  { isBeside, size, numbers: { x, y: top, width, height } }: Layout,
): Picture => {
  const slope = slopeOf(surface);
  const [a = '', b = ''] = surface.pair.map((id) => textOf(id));
  const moves = movementsOf(dials);
  /** On the way to where the text pulls the point, its numbers are those of no place that can be asked about. */
  const isStill = dials.view !== 'slope' || moves.pulled === 1;
  const hasRuns = dials.runs === 1;
  const right = x + width;
  const rows = [
    { name: a, value: surface.at[0], y: 34, look: 'signal' },
    { name: b, value: surface.at[1], y: 54, look: 'signal' },
    { name: 'mean loss', value: slope.loss, y: 76, look: 'loss', q: 'loss' },
    ...(moves.drawn === 1 || (isBeside && hasRuns)
      ? [
          { name: `∂L/∂${a}`, value: slope.a, y: 106, look: 'gradient', q: 'da' },
          { name: `∂L/∂${b}`, value: slope.b, y: 126, look: 'gradient', q: 'db' },
        ]
      : []),
    ...(moves.stepped === 1
      ? [{ name: 'one step on', value: heightAt(surface, nextOf(surface)), y: 148, look: 'loss', q: 'next' }]
      : []),
  ];
  const number = ({ value, look, q }: (typeof rows)[number], place: Partial<Text>): Text => ({
    text: value === undefined ? '—' : fitted(value, isBeside ? 92 : 58, size, 4, 4),
    look: `number ${look}`,
    x: right,
    y: top,
    size,
    anchor: 'end',
    ...(q && isStill && value !== undefined ? { q: `surface.${q}:${dials.view}`, value } : {}),
    ...place,
  });
  if (!isBeside && hasRuns)
    return endsOf(surface, dials, {
      x,
      y: top + 13,
      width,
      line: height > 60 ? 19 : 17,
      size,
      gap: 6,
      form: height < 30 ? 'single' : height <= 60 ? 'abreast' : 'rows',
    });
  if (!isBeside) {
    /** Two a line: at the left and at the right, the loss before the gradient. */
    const places = { loss: [0, 13], next: [1, 13], da: [0, 30], db: [1, 30] } as Readonly<
      Record<string, [number, number]>
    >;
    return {
      lines: [],
      texts: rows.flatMap((row) => {
        const [column, down] = places[row.q ?? ''] ?? [];
        if (column === undefined || down === undefined || (down > 13 && height < 30)) return [];
        const y = top + down;
        return column
          ? [{ text: row.name, x: right - 60, y, size, anchor: 'end' as const }, number(row, { y })]
          : [{ text: row.name, x, y, size }, number(row, { x: x + 68, y, anchor: 'start' })];
      }),
    };
  }
  /** Once there are runs, their ends come first where there is little room. */
  const room = height >= 340 ? 'all' : height >= 250 ? 'some' : 'none';
  const shown = !hasRuns || room === 'all' ? rows : rows.slice(0, room === 'some' ? 3 : 0);
  const heading = (text: string, y: number): Text => ({ text, look: 'heading', x, y, size });
  const point = [
    ...(shown.length > 0 ? [heading('at the point', top + 10)] : []),
    ...shown.flatMap((row) => [{ text: row.name, x, y: top + row.y, size }, number(row, { y: top + row.y })]),
  ];
  if (!hasRuns) return { lines: [], texts: point };
  const runsTop = top + { all: 176, some: 102, none: 10 }[room];
  const ends = endsOf(surface, dials, {
    x,
    y: runsTop + (room === 'all' ? 24 : 21),
    width,
    line: room === 'all' ? 20 : 18,
    size,
    gap: room === 'all' ? 6 : 2,
    form: 'rows',
  });
  return {
    lines: ends.lines,
    texts: [...point, heading(`loss after ${SURFACE_STEPS} steps`, runsTop), ...(ends.texts ?? [])],
  };
};
