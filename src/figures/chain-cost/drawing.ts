import { formatCount } from '../../story/format.ts';
import { bent, pathOf, type Point } from '../layout/shapes.ts';
import type { Text } from '../texts.ts';
import type { ChainCostDials } from './dials.ts';
import { columnsOf, fanOf, foldOf, onLogScale } from './layout.ts';
import type { CostPicture } from './model.ts';

/** A line or an area. */
interface Shape {
  readonly look: string;
  readonly d: string;
  readonly opacity?: number;
}

/** What the cost study draws in a box of some size. */
export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly units: readonly (Point & { readonly r: number; readonly look: string })[];
  readonly texts: readonly Text[];
}

const LEFT = 4;

export const drawingOf = (
  picture: CostPicture,
  folded: ChainCostDials['folded'],
  width: number,
  height: number,
): Drawing => {
  const { depth, paths, ways, isWhole } = picture;
  const isRoomy = width >= 520 && height >= 360;
  /** High enough for a scale under the bars, too. */
  const isTall = isRoomy && height >= 500;
  const size = isRoomy ? 14 : 12.5;
  const start = LEFT + (isRoomy ? 46 : 26);
  const end = width - (isRoomy ? 26 : 18);
  // The bars take what they need; the fan gets most of the rest.
  const row = isTall ? 62 : isRoomy ? 38 : 34;
  const barsTop = height - row * 3 - (isTall ? 42 : 0);
  const fanTop = size * 1.9;
  const foldHeight = Math.min(isTall ? 74 : isRoomy ? 56 : 44, (barsTop - fanTop) * 0.3);
  const fanHeight = Math.max(30, barsTop - fanTop - foldHeight - size * (isRoomy ? 7.4 : 2.6));
  const foldTop = fanTop + fanHeight + size * (isRoomy ? 4.4 : 1.2);
  const fanMiddle = fanTop + fanHeight / 2;
  const fan = fanOf(picture, { left: start, right: end, top: fanTop, height: fanHeight });
  const fold = foldOf(picture, { left: start, right: end, top: foldTop, height: foldHeight });
  const columns = columnsOf(depth, { left: start, right: end });

  const most = Math.max(10, ...ways.map(({ count }) => count));
  const barWidth = width - LEFT - (isRoomy ? 150 : 96);
  const barHeight = isTall ? 14 : 10;
  const along = (count: number): number => LEFT + onLogScale(count, most, barWidth);
  const axisY = barsTop + row * 3 - 6;
  const decades = Array.from({ length: Math.ceil(Math.log10(most)) + 1 }, (_, i) => 10 ** i);

  const isKept = folded === 'kept';
  const isOn = ({ isWalked }: { readonly isWalked: boolean }): boolean => isWalked && folded !== '';
  const shapes = [
    { look: 'road', d: `M${LEFT} ${fanMiddle}H${start}` },
    ...fan.links.map(({ from, to }) => ({ look: 'road', d: pathOf(bent(from, to, 0.5)) })),
    ...fan.blocks.map(({ x, width: wide, density }) => ({
      look: 'block',
      d: `M${x} ${fanTop}h${wide}v${fanHeight}h${-wide}z`,
      opacity: 0.35 + 0.6 * density,
    })),
    { look: 'goal', d: `M${end} ${fanTop}v${fanHeight}` },
    { look: 'road', d: `M${LEFT} ${fold.start.y}H${start}` },
    ...fold.links.map(({ from, to }) => ({
      look: isOn(from) ? 'road' : 'other',
      d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
    })),
  ];
  const units = [
    { x: start, y: fanMiddle, r: isRoomy ? 5 : 4, look: '' },
    ...fold.units.map((unit) => ({
      ...unit,
      r: isRoomy ? 5 : 3.5,
      look: `${isOn(unit) ? '' : 'other'} ${isKept ? 'kept' : ''}`,
    })),
    { ...fold.end, r: isRoomy ? 6 : 4.5, look: 'last' },
  ];

  const small = (text: string | undefined, x: number, y: number, anchor: Text['anchor'] = 'start'): Text => ({
    text,
    x,
    y,
    size: size - 1,
    anchor,
  });
  const title = (text: string, y: number, parts: Text['parts'] = [], look = 'ink'): Text => ({
    text,
    look: `strong ${look}`,
    x: LEFT,
    y,
    size,
    parts,
  });
  /** A count that can be asked about where it is the study's own. */
  const counted = (count: number, q: string, look: string) => ({
    text: formatCount(count),
    look: `number ${look}`,
    q: isWhole ? q : undefined,
    value: isWhole ? count : undefined,
  });
  const loss = (x: number, y: number): Text => ({ text: 'L', look: 'loss', x, y: y + size * 0.35, size });
  /** What stands under the hidden layers. */
  const underLayers = (name: string, bottom: number, numbers: readonly string[]): readonly Text[] => [
    ...numbers.map((text, i) => small(text, columns[i] ?? NaN, bottom + size * 1.3, 'middle')),
    small(name, LEFT, bottom + size * 1.3),
  ];
  const ends = paths.at(-1) ?? NaN;
  /** A number under a column has room beside the one before it. */
  const every = Math.ceil(((formatCount(ends).length + 2) * size * 0.6) / ((end - start) / depth));
  const texts = [
    title(isRoomy ? 'One weight, every path to the loss by itself: ' : 'paths of one weight: ', size, [
      counted(ends, 'cost.ways', 'gradient'),
    ]),
    loss(end + 8, fanMiddle),
    loss(end + 10, fold.end.y),
  ];
  if (isRoomy)
    texts.push(
      ...underLayers(
        'paths',
        fanTop + fanHeight,
        paths.map((count, i) => ((depth - 1 - i) % every === 0 ? formatCount(count) : '')),
      ),
      title(
        'The same paths, every shared road drawn once',
        foldTop - size * 0.9,
        isKept
          ? [
              { text: '; kept for the way back: ', look: 'letter' },
              counted(picture.kept, 'cost.kept', 'signal'),
              { text: ' numbers', look: 'letter' },
            ]
          : [],
      ),
      ...underLayers(
        'layer',
        foldTop + foldHeight,
        paths.map((_, i) => `${i + 1}`),
      ),
    );
  for (const [i, { name, q, text, count, milestones }] of ways.entries()) {
    const top = barsTop + row * i;
    const bar = top + size * 1.5;
    const wide = Math.max(1, along(count) - LEFT);
    const look = name === 'backprop' ? 'gradient' : 'ink';
    shapes.push(
      { look: `bar ${name}`, d: `M${LEFT} ${bar}h${wide}v${barHeight}h${-wide}z` },
      ...milestones
        .slice(0, -1)
        .map((before) => ({ look: 'milestone', d: `M${along(before)} ${bar}v${barHeight}` })),
    );
    texts.push(title(text, top + size, [], look), {
      ...counted(count, q, look),
      x: width - 2,
      y: bar + barHeight,
      size: isTall ? 22 : isRoomy ? 17 : 15,
      anchor: 'end',
    });
  }
  if (isTall) {
    const ticks = decades.map((decade) => `M${along(decade)} ${axisY}v5`).join('');
    shapes.push({ look: 'axis', d: `M${LEFT} ${axisY}h${barWidth}${ticks}` });
    texts.push(
      ...decades
        .filter((_, i) => barWidth / decades.length > 66 || i % 2 === 0)
        .map((decade, i) =>
          small(formatCount(decade), along(decade), axisY + size * 1.6, i === 0 ? 'start' : 'middle'),
        ),
      small('multiplications', width - 2, axisY + size * 1.6, 'end'),
      small(
        'A gap in a bar: the same count with one hidden layer fewer. Each stretch of the scale is ten times the one before.',
        LEFT,
        axisY + size * 2.9,
      ),
    );
  }
  return { shapes, units, texts };
};
