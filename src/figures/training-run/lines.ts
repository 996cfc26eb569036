import { at } from '../../engine/index.ts';
import { formatFit } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import type { Run } from '../../story/run.ts';
import { seriesOf } from '../../story/series.ts';
import { circlePath, widthOf, type Point } from '../layout/index.ts';
import type { Picture } from '../picture.ts';
import { polyline } from '../scale.ts';
import { unitsIn } from './gate-rows.ts';
import { shareAt, type RunModel } from './model.ts';

/** A parameter over the steps: its value as a line, the size of its gradient as an area under it. */
export interface LineCell {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** As long as it moves, and from where it stands still. */
  readonly path: string;
  readonly rest: string;
  readonly now: Point;
  /** The size of its gradient, and the line on which it stands. */
  readonly gradient: string;
  readonly base: number;
  /** Its gradient is exactly 0 as far as the run has been told. */
  readonly isZero: boolean;
  /** At the step shown it stands still, for as long as the run has been told. */
  readonly isStill: boolean;
  readonly value: number;
  readonly numberY: number;
  /** As many as its number may have: a sign comes on top, so that there are as many digits with one. */
  readonly characters: number;
}

export interface LineGroup {
  readonly name: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

export interface Lines {
  readonly height: number;
  readonly groups: readonly LineGroup[];
  readonly cells: readonly LineCell[];
  readonly words: string;
}

/** Heights within a cell, in px: name, line, area, number; and of the heading over a row of them. */
const CELL = { name: 13, line: 24, area: 13, number: 16, heading: 19 } as const;

/** From this width on all cells stand in one row. */
const ONE_ROW = 500;

/** The size that the name of a group takes, in px: set in 13, but semibold, and maybe in a browser's own wider font. */
const NAME = 15.5;

/** From this width on groups stand well apart: below it a number with its sign needs the room. */
const LOOSE = 560;

/** The parameters of each hidden unit, what goes in and what goes out, and those of the output alone. */
const groupsIn = (
  parameters: readonly string[],
  units: number,
): readonly (readonly [string, readonly string[]])[] => {
  const hidden = Array.from({ length: units }, (_, i): readonly [string, readonly string[]] => [
    `unit ${i + 1}`,
    parameters.filter((id) => {
      const [name, layer, to, from] = id.split('.');
      return layer === '1' ? to === String(i + 1) : name === 'w' && from === String(i + 1);
    }),
  ]);
  const rest = parameters.filter((id) => !hidden.some(([, ids]) => ids.includes(id)));
  return [...hidden, ['output', rest]];
};

/** When something moved last, as far as a run has been told. */
const movedWords = (moved: readonly number[], reached: number, isOver: boolean): string => {
  if (reached === 0) return '';
  const last = Math.max(...moved);
  if (last === 0) return isOver ? 'never moves' : 'not moved yet';
  return last === reached ? (isOver ? 'moves to the end' : 'moving') : `still since step ${last}`;
};

/** The thirteen small charts in a width. */
export const linesOf = (run: Run, model: RunModel, width: number): Lines => {
  const series = seriesOf(run);
  const reached = Math.floor(model.told + 1e-9);
  const theta = series.theta().map((values) => values.slice(0, reached + 1));
  const sizes = series.gradients().map((values) => values.slice(0, reached + 1).map(Math.abs));
  const lastMove = theta.map((values) =>
    Math.max(
      0,
      values.findLastIndex((value, step) => step > 0 && value !== values[step - 1]),
    ),
  );
  const spans = series.theta().map((values) => Math.max(...values) - Math.min(...values));
  // One scale for all, so that what moves far looks so.
  const span = Math.max(...spans) || 1;
  const largest = Math.max(...series.gradients().flat().map(Math.abs)) || 1;

  const units = unitsIn(series);
  const groups = groupsIn(run.parameters, units);
  const isOneRow = width >= ONE_ROW;
  const perRow = isOneRow ? run.parameters.length : 4;
  const gap = width >= LOOSE ? 20 : 10;
  const between = isOneRow ? 8 : 12;
  const cellWidth = isOneRow
    ? (width - gap * (groups.length - 1)) / perRow - between
    : width / perRow - between;
  const rowHeight = CELL.heading + CELL.name + CELL.line + CELL.area + CELL.number + (isOneRow ? 10 : 20);

  const placed = groups.flatMap(([name, ids], g) => {
    const before = groups.slice(0, g).reduce((count, [, all]) => count + all.length, 0);
    const left = isOneRow ? before * (cellWidth + between) + g * gap : 0;
    const top = isOneRow ? 0 : g * rowHeight;
    return ids.map((id, i) => ({ id, name, x: left + i * (cellWidth + between), top }));
  });
  const cells = placed.map(({ id, x, top }): LineCell => {
    const p = run.parameters.indexOf(id);
    const values = theta[p] ?? [];
    const whole = series.theta()[p] ?? [];
    const middle = (Math.max(...whole) + Math.min(...whole)) / 2;
    const y = top + CELL.heading + CELL.name;
    const lineMiddle = y + 5 + CELL.line / 2;
    const base = y + 9 + CELL.line + CELL.area;
    const place = (step: number): number => x + shareAt(model, step) * cellWidth;
    const height = (value: number): number => lineMiddle - ((value - middle) / span) * (CELL.line - 4);
    const areaHeight = (size: number): number => base - (size / largest) * CELL.area;
    const gradients = sizes[p] ?? [];
    const outline = gradients.map((size, step) => [place(step), areaHeight(size)] as const);
    const end = place(reached);
    const value = values[Math.min(model.step, values.length - 1)] ?? NaN;
    const moved = at(lastMove, p);
    const points = values.map((of, step) => [place(step), height(of)] as const);
    return {
      id,
      x,
      y,
      width: cellWidth,
      path: moved > 0 ? polyline(points.slice(0, moved + 1)) : '',
      rest: reached > moved ? polyline(points.slice(moved)) : '',
      now: { x: place(Math.min(model.step, reached)), y: height(value) },
      gradient: polyline([[x, base], ...outline, [end, base]]),
      base,
      isZero: gradients.every((size) => size === 0),
      isStill: reached > moved && model.step >= moved,
      value,
      numberY: base + CELL.number,
      characters: Math.max(4, Math.floor(cellWidth / 7.4)) + Number(value < 0),
    };
  });
  const told = groups.map(([name, ids]) => ({
    name,
    ids,
    how: movedWords(
      ids.map((id) => at(lastMove, run.parameters.indexOf(id))),
      reached,
      model.isOver,
    ),
  }));
  const words = told.map(
    ({ name, ids, how }) => `${name} (${ids.map((id) => textOf(id)).join(', ')})${how && `: ${how}`}`,
  );
  return {
    height: isOneRow ? rowHeight : rowHeight * groups.length,
    groups: told.map(({ name, ids, how }, g) => ({
      name,
      words: isOneRow && ids.length < 2 ? '' : how,
      // The last group may be narrower than its name.
      x: Math.min(placed.find((cell) => cell.name === name)?.x ?? NaN, width - widthOf(name, NAME)),
      y: isOneRow ? 13 : g * rowHeight + 13,
    })),
    cells,
    words: `The parameters over the steps, and the sizes of their gradients. ${words.join('; ')}.`,
  };
};

/** The same as they are drawn. */
export const linesPicture = ({ groups, cells }: Lines): Picture => {
  const all = (look: string, path: (cell: LineCell) => string) => ({ look, d: cells.map(path).join('') });
  return {
    lines: [
      all('rest', ({ rest }) => rest),
      all('value', ({ path }) => path),
      all('dot', ({ isStill, now }) => (isStill ? '' : circlePath(now, 3))),
      all('dot still', ({ isStill, now }) => (isStill ? circlePath(now, 3) : '')),
      all('none', ({ isZero, x, base, width }) => (isZero ? `M${x} ${base}h${width}` : '')),
      all('gradient-size', ({ isZero, gradient }) => (isZero ? '' : gradient)),
    ],
    texts: [
      ...groups.map(({ name, words, x, y }) => ({
        text: name,
        look: 'strong',
        x,
        y,
        size: 13,
        parts: [{ text: words, look: 'plain', dx: '0.5em' }],
      })),
      ...cells.flatMap(({ id, x, y, isStill, numberY, value, characters }) => [
        { text: textOf(id), x, y, size: 12.5 },
        {
          text: formatFit(value, characters, 3),
          look: isStill ? 'number letter' : 'number signal',
          x,
          y: numberY,
          size: 12.5,
          q: id,
          value,
        },
      ]),
    ],
  };
};
