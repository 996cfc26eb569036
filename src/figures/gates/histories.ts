import { parameterIds } from '../../engine/index.ts';
import { rowAt, type Box } from '../../story/gates/box.ts';
import type { Course } from '../../story/gates/course.ts';
import { textOf } from '../../story/symbol.ts';
import { evenAxis, type Axis } from '../axis.ts';
import { polyline } from '../scale.ts';
import { epochAxis, type Frame } from './curve.ts';

/** One quantity over the epochs, on the chosen row. */
export interface Series {
  readonly id: string;
  readonly path: string;
  /** It belongs to the chosen line. */
  readonly isLit: boolean;
  /** Its name at its end, where there is room for one. */
  readonly label: { readonly text: string; readonly y: number } | undefined;
}

export interface History {
  readonly kind: 'a' | 'delta' | 'w';
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** At most so many epochs of a run are looked at, and its last. */
const SAMPLES = 128;
/** More names than these would stand on one another. */
const MOST_NAMES = 7;
const LINE = 14;

/** Evenly, at a distance that is a power of two: as a run goes on, most of what was looked at is looked at again. */
const epochsTo = (end: number): readonly number[] => {
  const apart = 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, end / SAMPLES))));
  return [...Array.from({ length: Math.ceil(end / apart) }, (_, i) => i * apart), end];
};

type Values = ReadonlyMap<string, number>;
const seen = new WeakMap<Course, Map<string, Values>>();
/** So many rows of a run are kept at most. */
const MOST_KEPT = 600;

const valuesAt = ({ course, row }: Box, epochs: readonly number[]): readonly Values[] => {
  const kept = seen.get(course) ?? new Map<string, Values>();
  seen.set(course, kept);
  if (kept.size > MOST_KEPT) kept.clear();
  return epochs.map((epoch) => {
    const key = `${row} ${epoch}`;
    const values = kept.get(key) ?? rowAt(course, epoch, row).values;
    kept.set(key, values);
    return values;
  });
};

/** Names side by side, no two within a line of each other, in the order of where they belong. */
const spreadOut = (wanted: readonly number[], { top, bottom }: Frame): readonly number[] => {
  const order = wanted.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y);
  let last = top - LINE;
  const down = order.map(({ y, i }) => ({ i, y: (last = Math.max(y, last + LINE)) }));
  let next = bottom + LINE;
  const up = down.toReversed().map(({ i, y }) => ({ i, y: (next = Math.min(y, next - LINE)) }));
  return up.toSorted((a, b) => a.i - b.i).map(({ y }) => y);
};

const idsOf = (kind: History['kind'], sizes: readonly number[]): readonly string[] => {
  if (kind === 'w') return parameterIds(sizes).filter((id) => id.startsWith('w.'));
  const last = sizes.length - 1;
  return sizes.slice(1).flatMap((size, l) =>
    Array.from({ length: size }, (_, j) => {
      if (kind === 'delta') return `dz.${l + 1}.${j + 1}`;
      return l + 1 === last ? 'yhat' : `a.${l + 1}.${j + 1}`;
    }),
  );
};

const isOfLine = (id: string, line: string, sizes: readonly number[]): boolean => {
  if (id === line) return true;
  const [, layer = '', unit = ''] = line.split('.');
  const own = `${layer}.${unit}`;
  return id === `a.${own}` || id === `dz.${own}` || (id === 'yhat' && Number(layer) === sizes.length - 1);
};

const nameOf = (id: string, sizes: readonly number[]): string =>
  id.startsWith('dz.') ? textOf(id.slice(1), sizes).replace('z', 'δ') : textOf(id, sizes);

/** Activations, deltas and weights over a run as far as an epoch. */
export const historiesOf = (box: Box, to: number, end: number, frame: Frame): readonly History[] => {
  const { sizes, line } = box;
  const epochs = epochsTo(to);
  const values = valuesAt(box, epochs);
  const x = epochAxis(end, frame);
  return (['a', 'delta', 'w'] as const).map((kind): History => {
    const ids = idsOf(kind, sizes);
    const rows = ids.map((id) => values.map((found) => found.get(id) ?? NaN));
    const all = rows.flat();
    const y = evenAxis(Math.min(0, ...all), Math.max(1e-6, ...all), [frame.bottom, frame.top], 2);
    const lit = ids.map((id) => isOfLine(id, line, sizes));
    const isNamed = ids.map((_, i) => ids.length <= MOST_NAMES || lit[i] === true);
    const named = ids.flatMap((_, i) => (isNamed[i] ? [i] : []));
    const places = spreadOut(
      named.map((i) => y.place(rows[i]?.at(-1) ?? NaN)),
      frame,
    );
    return {
      kind,
      x,
      y,
      series: ids.map((id, i) => {
        const place = places[named.indexOf(i)];
        return {
          id,
          path: polyline(
            (rows[i] ?? []).map((value, e) => [x.place(epochs[e] ?? NaN), y.place(value)] as const),
          ),
          isLit: lit[i] === true,
          label: place === undefined ? undefined : { text: nameOf(id, sizes), y: place },
        };
      }),
    };
  });
};
