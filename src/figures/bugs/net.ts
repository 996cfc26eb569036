import { PARAMETERS } from '../../story/essay.ts';
import {
  held,
  LEAST_TYPE,
  rounded,
  widthOf,
  type Anchor,
  type Curve,
  type Point,
  type Size,
} from '../layout/index.ts';

/** Where the number of a parameter stands, with its mark before it. */
export interface Slot extends Point {
  readonly anchor: Exclude<Anchor, 'middle'>;
}

/** A 2-3-1 network whose thirteen numbers have places of their own, whatever they are. px. */
export interface BugNet {
  readonly size: number;
  readonly radius: number;
  readonly capsule: Size;
  /** The output's, which has one cell where there is little room. */
  readonly last: Size;
  readonly isNarrow: boolean;
  /** For a number beside its mark. */
  readonly room: number;
  readonly inputs: readonly Point[];
  readonly hidden: readonly Point[];
  readonly output: Point;
  readonly lines: readonly { readonly id: string; readonly curve: Curve }[];
  readonly slots: ReadonlyMap<string, Slot>;
}

const bent = (from: Point, to: Point): Curve => {
  const reach = (to.x - from.x) * 0.45;
  return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
};

/** Under this width the numbers of the output weights stand over the units, not beside them. */
const NARROW = 440;
/** From the middle of a capsule's lower edge to the row of its bias. */
const ROW = 17;

export const bugNet = ({ width, height }: Size): BugNet => {
  const isNarrow = width < NARROW;
  const size = isNarrow ? LEAST_TYPE : 13;
  const radius = isNarrow ? 16 : 23;
  const capsule = { width: isNarrow ? 78 : held(width * 0.25, 96, 116), height: isNarrow ? 34 : 42 };
  const last = isNarrow ? { width: 50, height: 34 } : capsule;
  const pitch = height / 3;
  const rowOf = (row: number): number => rounded(pitch * (row + 0.5) - 3);
  const left = radius + 2;
  const outX = width - last.width / 2 - 2;
  const hiddenX = isNarrow
    ? rounded(Math.min(width * 0.575, width - last.width - 30 - capsule.width / 2))
    : rounded(
        left + radius + (outX - last.width / 2 - left - radius - capsule.width) * 0.54 + capsule.width / 2,
      );
  const hidden = [0, 1, 2].map((row) => ({ x: hiddenX, y: rowOf(row) }));
  const inputs = [0, 1].map((k) => ({ x: left, y: rounded(rowOf(1) + (k - 0.5) * pitch * 1.15) }));
  const output = { x: rounded(outX), y: rowOf(1) };
  const lineOf = (id: string): Curve => {
    const [letter, layer, to = '1', from = '1'] = id.split('.');
    const unit = layer === '1' ? (hidden[Number(to) - 1] ?? output) : output;
    const own = layer === '1' ? capsule : last;
    if (letter === 'b') {
      const x = unit.x - own.width / 2 + 11;
      const y = unit.y + own.height / 2 - 1;
      return [
        { x, y: y + ROW - 7 },
        { x, y: y + ROW * 0.5 },
        { x, y: y + ROW * 0.3 },
        { x, y },
      ];
    }
    const source = layer === '1' ? inputs[Number(from) - 1] : hidden[Number(from) - 1];
    const port = (Number(from) - (layer === '1' ? 1.5 : 2)) * own.height * (layer === '1' ? 0.4 : 0.27);
    const start = source ?? output;
    return bent(
      { x: start.x + (layer === '1' ? radius : capsule.width / 2), y: start.y },
      { x: unit.x - own.width / 2, y: unit.y + port },
    );
  };
  const slotOf = (id: string): Slot => {
    const [letter, layer, to = '1', from = '1'] = id.split('.');
    if (letter === 'b') {
      const unit = layer === '1' ? (hidden[Number(to) - 1] ?? output) : output;
      const own = layer === '1' ? capsule : last;
      const y = unit.y + own.height / 2 + ROW;
      return layer === '2' && isNarrow
        ? { x: width - 1, y: y + ROW, anchor: 'end' }
        : { x: unit.x - own.width / 2 + 22, y, anchor: 'start' };
    }
    const { x, y } = hidden[Number(layer === '1' ? to : from) - 1] ?? output;
    if (layer === '1')
      return { x: x - capsule.width / 2 - 10, y: y + (Number(from) - 1.5) * 26, anchor: 'end' };
    return isNarrow
      ? { x: x + capsule.width / 2, y: y - capsule.height / 2 - 12, anchor: 'end' }
      : { x: x + capsule.width / 2 + 9, y: y - 15, anchor: 'start' };
  };
  return {
    size,
    radius,
    capsule,
    last,
    isNarrow,
    room: widthOf('−0.0000', size),
    inputs,
    hidden,
    output,
    lines: PARAMETERS.map((id) => ({ id, curve: lineOf(id) })),
    slots: new Map(PARAMETERS.map((id) => [id, slotOf(id)])),
  };
};
