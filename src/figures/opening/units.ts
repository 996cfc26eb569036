import { at as nth } from '../../engine/index.ts';
import { textOf } from '../../story/symbol.ts';
import type { Point } from '../layout/shapes.ts';
import { oneOf, type Face, type Layout, type Word } from './layout.ts';
import { capsule, disc, type Mark } from './mark.ts';
import type { View } from './model.ts';
import { valueAt } from './value.ts';

// The units of the opening's network, with a row for each morning: its sign, what is summed, a gate, and what is given.

/** A unit: what it is called, and the names of its numbers. */
interface Unit {
  readonly at: Point;
  readonly face: Face;
  readonly name?: string;
  readonly gives: string;
  readonly sums?: string;
  readonly gate?: string;
}

/** The inputs first, the output last. */
const unitsOf = ({ inputs, hidden, output, faces }: Layout): readonly Unit[] => [
  ...inputs.map((at, k) => ({ at, face: faces.input, name: k ? 'wind' : 'cloud', gives: `x.${k + 1}` })),
  ...[1, 2, 3].map((j) => ({
    at: nth(hidden, j - 1),
    face: faces.hidden,
    gives: `a.1.${j}`,
    sums: `z.1.${j}`,
    gate: `gate.1.${j}`,
  })),
  { at: output, face: faces.output, name: 'prediction', gives: 'yhat', sums: 'z.2.1' },
];

/** The rows of all units, the rainy morning over the dry one. */
export const rowsOf = (g: Layout) =>
  unitsOf(g).flatMap((unit) =>
    [0, 1].map((day) => ({ ...unit, day, y: unit.at.y + (day ? g.row : -g.row) })),
  );

/** The names over a unit: with room, of its numbers. */
const namesOf = (g: Layout, { at: { x, y }, face, name = '', gives, sums }: Unit): readonly Word[] => {
  const over = y - g.tall / 2 - g.over;
  const given = textOf(gives);
  if (g.name === 'narrow') return [{ text: name, x, y: over }];
  if (!sums) return [{ text: `${name} ${given}`, x, y: over }];
  const one = oneOf(g, { x, y }, face.wide);
  return [
    { text: '1', x: one.x, y: one.y + 4.5 },
    { text: textOf(sums), x: x - 24, y: over },
    { text: given, x: x + 46, y: over },
  ];
};

/** The units as they are drawn, and the rows of numbers in them. */
export const unitMarks = (g: Layout, { all }: View): readonly Mark[] => {
  const isWide = g.name === 'wide';
  const units = unitsOf(g);
  const summing = units.filter(({ sums }) => sums);
  const capsules = units.map(({ at, face }) => capsule(at, face.wide, g.tall));
  const half = g.tall / 2;
  return [
    { look: 'one', d: summing.map(({ at, face }) => disc(oneOf(g, at, face.wide), g.one)).join('') },
    { look: 'capsule', d: capsules.slice(0, -1).join('') },
    { look: 'capsule out', d: capsules.slice(-1).join('') },
    {
      look: 'divider',
      d: isWide ? summing.map(({ at }) => `M${at.x} ${at.y - half}v${g.tall}`).join('') : '',
    },
    ...[...g.columns, ...units.flatMap((unit) => namesOf(g, unit))].map((word): Mark => ({
      ...word,
      size: g.words,
      anchor: 'middle',
    })),
    ...rowsOf(g).flatMap(({ at, y, face, gives, sums, gate, day }): readonly Mark[] => {
      const value = (name: string, dx: number, tone?: 'signal' | 'letter'): Mark =>
        valueAt(all, `${name}@${day}`, { x: at.x + dx, y, size: g.type }, tone);
      const q = gate && `${gate}@${day}`;
      const open = all.get(q ?? '');
      const x = at.x + (isWide ? 0 : -14);
      // Hinged to the edge: open it stands up against that, shut it bars the row.
      const shut = `M${x} ${y - g.row + 2}v${2 * g.row - 4}`;
      return [
        ...(isWide && sums ? [value(sums, -9)] : []),
        value(gives, face.gives, gives === 'yhat' ? 'signal' : open === 0 ? 'letter' : undefined),
        ...(q
          ? [
              open === 0
                ? { look: 'gate closed', d: shut, q, value: open }
                : {
                    look: 'gate',
                    d: `M${x} ${day ? at.y + half : at.y - half}v${day ? -6 : 6}`,
                    q,
                    value: open,
                  },
            ]
          : []),
      ];
    }),
  ];
};
