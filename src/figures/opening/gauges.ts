import { at as nth } from '../../engine/index.ts';
import { quantityIn } from '../../story/quantity.ts';
import { held, rounded, type Point } from '../layout/shapes.ts';
import type { Text } from '../texts.ts';
import type { Layout } from './layout.ts';
import { disc, type Mark } from './mark.ts';
import type { View } from './model.ts';
import { valueAt } from './value.ts';

// Two gauges: how far each morning's prediction is from what happened, where it stood before, and what it costs; and the mean.

const line = (from: Point, to: Point): string => `M${from.x} ${from.y}L${to.x} ${to.y}`;

const ofDay = (g: Layout, { all, other, sweeps }: View, day: number): readonly Mark[] => {
  const isWide = g.name === 'wide';
  const isMachine = sweeps !== undefined;
  const { zero, one } = nth(g.gauges, day);
  const { names, name, loss, verdict, target, words: size, ...radii } = g.gauge;
  const from = <Place extends Point>(place: Place): Place => ({
    ...place,
    x: zero.x + place.x,
    y: zero.y + place.y,
  });
  const at = (value: number): Point => ({
    x: rounded(zero.x + (one.x - zero.x) * value),
    y: rounded(zero.y + (one.y - zero.y) * value),
  });
  const now = at(quantityIn(all, `yhat@${day}`));
  const then = at(quantityIn(other, `yhat@${day}`));
  const goal = at(quantityIn(all, `y@${day}`));
  const change = quantityIn(all, `loss@${day}`) - quantityIn(other, `loss@${day}`);
  const word = change === 0 ? '' : change > 0 === isMachine ? 'better' : 'worse';
  // A sweep leads on from now; a turn has led up to now.
  const [start, end] = isMachine ? [now.y, then.y] : [then.y, now.y];
  const way = Math.sign(end - start) * 6;
  return [
    { look: 'axis', d: line(zero, one) },
    { look: 'lack', d: line(now, goal) },
    { look: 'target', d: `M${goal.x} ${goal.y}${target}` },
    ...(word ? [{ look: 'other', d: disc(then, radii.other) }] : []),
    ...(isWide && Math.abs(end - start) > 14
      ? [
          {
            look: isMachine ? 'went will-go' : 'went',
            d: `M${zero.x - 16} ${start}V${end}m-4 ${-way}l4 ${way}l4 ${-way}`,
          },
        ]
      : []),
    { look: 'now-at', d: disc(now, radii.now) },
    { text: names[day], size, ...from(name) },
    valueAt(
      all,
      `yhat@${day}`,
      isWide
        ? { x: zero.x + 52, y: held(now.y, one.y + 2, zero.y - 2), size: 14 }
        : { x: held(now.x + 18, 98, 264), y: zero.y - 17, size },
      'signal',
    ),
    valueAt(all, `loss@${day}`, from(loss), 'loss'),
    {
      text: isMachine ? (isWide && word ? `next: ${word}` : '') : word,
      look: word === 'worse' ? 'strong' : 'letter',
      size,
      anchor: 'middle',
      ...from(verdict),
    },
  ];
};

/** What a gauge goes by, and the mean of both, in the wide form. */
const wideMean = (g: Layout, { all }: View): readonly Mark[] => {
  const middle = (nth(g.gauges, 0).zero.x + nth(g.gauges, 1).zero.x) / 2;
  const ticks = [286, 187, 88];
  return [
    { look: 'axis', d: ticks.map((y) => `M620 ${y}h5`).join('') },
    ...ticks.map((y, i): Text => ({ text: '0½1'[i], x: 616, y: y + 4.5, size: 13.75, anchor: 'end' })),
    { look: 'brace', d: `M${middle - 44} 352q0 8 11 8h22q11 0 11 7q0-7 11-7h22q11 0 11-8` },
    { text: 'mean loss', look: 'loss', x: middle - 12, y: 399, size: 14, anchor: 'end' },
    valueAt(all, 'loss', { x: middle + 34, y: 393, size: 24 }, 'loss'),
  ];
};

export const gaugeMarks = (g: Layout, view: View): readonly Mark[] => [
  ...[0, 1].flatMap((day) => ofDay(g, view, day)),
  ...(g.name === 'wide'
    ? wideMean(g, view)
    : [
        { text: 'mean loss', look: 'loss', x: 8, y: 364, size: 13.75 },
        valueAt(view.all, 'loss', { x: 111, y: 359, size: 19 }, 'loss'),
      ]),
];
