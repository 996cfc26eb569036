import { textOf } from '../../story/symbol.ts';
import { oneOf, type Layout } from './layout.ts';
import type { Point } from '../layout/shapes.ts';

// What stands still in the opening's network: units, letters, and the places of its numbers, whatever they are.

/** A letter or a name. `anchor`: where in the text its place is. */
export interface Letter extends Point {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
}

/** Where a number ends that is of one morning. */
export interface Place extends Point {
  readonly id: string;
  readonly size: number;
  /** The gate that it is behind. */
  readonly gate?: string;
}

/** A gate: the middle of its opening, how far it reaches from there, and the edge that it is hinged to. */
export interface Gate extends Point {
  readonly id: string;
  readonly half: number;
  readonly edge: number;
}

export interface Marks {
  readonly letters: readonly Letter[];
  readonly places: readonly Place[];
  readonly gates: readonly Gate[];
  readonly weather: readonly (Point & { readonly day: number; readonly scale: number })[];
  /** The outlines of all units but the output, of the output, and the line between z and a. */
  readonly capsules: string;
  readonly output: string;
  readonly dividers: string;
  readonly ones: readonly Point[];
}

const DAYS = [0, 1] as const;

const capsule = ({ x, y }: Point, wide: number, tall: number): string => {
  const r = tall / 2;
  const straight = wide - tall;
  return `M${x - straight / 2} ${y - r}h${straight}a${r} ${r} 0 0 1 0 ${tall}h${-straight}a${r} ${r} 0 0 1 0 ${-tall}z`;
};

interface Unit {
  readonly at: Point;
  readonly wide: number;
  readonly name: string;
  readonly isOutput: boolean;
}

const lettersOf = (g: Layout, units: readonly Unit[]): readonly Letter[] => {
  const isWide = g.name === 'wide';
  const letter = (text: string, x: number, y: number): Letter => ({
    text,
    x,
    y,
    anchor: 'middle',
    size: isWide ? 13.5 : 13.75,
  });
  const over = isWide ? 9 : 6;
  const inputs = g.inputs.map(({ x, y }, k) =>
    letter(`${k ? 'wind' : 'cloud'}${isWide ? ` ${textOf(`x.${k + 1}`)}` : ''}`, x, y - g.tall / 2 - over),
  );
  const column = (text: string, x = 0): Letter => letter(text, x, isWide ? 18 : 15);
  if (!isWide)
    return [
      ...inputs,
      column('hidden', g.hidden[0]?.x),
      letter('prediction', g.output.x, g.output.y - g.tall / 2 - over),
    ];
  return [
    ...inputs,
    column('inputs', g.inputs[0]?.x),
    column('hidden', g.hidden[0]?.x),
    column('output', g.output.x),
    ...units.flatMap(({ at, wide, name, isOutput }) => {
      const one = oneOf(g, at, wide);
      const y = at.y - g.tall / 2 - over;
      return [
        letter('1', one.x, one.y + 4.5),
        letter(isOutput ? 'z' : textOf(`z.${name}`), at.x - 24, y),
        letter(textOf(isOutput ? 'yhat' : `a.${name}`), at.x + 46, y),
      ];
    }),
  ];
};

/** All of it, in one form. */
export const marksOf = (g: Layout): Marks => {
  const isWide = g.name === 'wide';
  const [input, hidden, output] = g.capsules;
  const units: readonly Unit[] = [
    ...g.hidden.map((at, j) => ({ at, wide: hidden, name: `1.${j + 1}`, isOutput: false })),
    { at: g.output, wide: output, name: '2.1', isOutput: true },
  ];
  const rowOf = ({ y }: Point, day: number): number => y + (day ? g.row : -g.row);
  const place = (id: string, x: number, y: number, gate?: string): Place => ({
    id,
    x,
    y,
    size: g.type,
    ...(gate !== undefined && { gate }),
  });
  const daily = <Mark>(of: (day: number) => Mark): readonly Mark[] => DAYS.map(of);
  return {
    letters: lettersOf(g, units),
    places: [
      ...g.inputs.flatMap((at, k) =>
        daily((day) => place(`x.${k + 1}@${day}`, at.x + (isWide ? 29 : 22), rowOf(at, day))),
      ),
      ...units.flatMap(({ at, name, isOutput }) =>
        daily((day) =>
          isOutput
            ? place(`yhat@${day}`, at.x + (isWide ? 66 : 33), rowOf(at, day))
            : place(`a.${name}@${day}`, at.x + (isWide ? 66 : 30), rowOf(at, day), `gate.${name}@${day}`),
        ),
      ),
      ...(isWide
        ? units.flatMap(({ at, name }) => daily((day) => place(`z.${name}@${day}`, at.x - 9, rowOf(at, day))))
        : []),
    ],
    gates: units
      .filter(({ isOutput }) => !isOutput)
      .flatMap(({ at, name }) =>
        daily((day) => ({
          id: `gate.${name}@${day}`,
          x: at.x - (isWide ? 0 : 14),
          y: rowOf(at, day),
          half: g.row - 2,
          edge: at.y + ((day ? 1 : -1) * g.tall) / 2,
        })),
      ),
    weather: [
      ...g.inputs.flatMap((at) =>
        daily((day) => ({
          day,
          x: at.x - (isWide ? 23 : 17),
          y: rowOf(at, day),
          scale: isWide ? 0.66 : 0.52,
        })),
      ),
      ...units.flatMap(({ at, isOutput }) =>
        daily((day) => ({
          day,
          x: at.x - (isWide ? 64 : isOutput ? 29 : 26),
          y: rowOf(at, day),
          scale: isWide ? 0.6 : 0.52,
        })),
      ),
    ],
    capsules: [
      ...g.inputs.map((at) => capsule(at, input, g.tall)),
      ...g.hidden.map((at) => capsule(at, hidden, g.tall)),
    ].join(''),
    output: capsule(g.output, output, g.tall),
    dividers: isWide ? units.map(({ at }) => `M${at.x} ${at.y - g.tall / 2}v${g.tall}`).join('') : '',
    ones: units.map(({ at, wide }) => oneOf(g, at, wide)),
  };
};
