import { gaugeNames, onGauge, predictionNameAt } from '../layout/gauge.ts';
import type { Geometry } from '../layout/geometry.ts';
import { boxOfText, fitted, widthOf } from '../layout/type.ts';
import { held, type Point } from '../layout/shapes.ts';
import { idFor, knownOf, type Seen } from './seen.ts';
import { moved, number, word, type Text } from './text.ts';

/** The gauge as it is drawn: marks of target and prediction where these are there, and what is written by them. */
export interface Meter {
  readonly goal: Point | undefined;
  readonly dot: Point | undefined;
  /** The loss is known: the gap between the two has its price. */
  readonly isPriced: boolean;
  readonly ticks: readonly Point[];
  readonly texts: readonly Text[];
}

/** A name and the number after it, as one line within the width of the figure. */
const named = (
  g: Geometry,
  name: string,
  q: { readonly id: string; readonly value: number; readonly key: string },
  text: string,
  at: Point,
  look: string,
): readonly Text[] => {
  const size = g.type.letter;
  const [before, after] = [widthOf(name, size), widthOf(text, size)];
  const start = g.gauge.isUpright ? at.x : at.x - (before + after) / 2;
  const left = held(start, 1, g.width - 1 - before - after);
  const middle = { x: left + before, y: at.y };
  return [
    word(`${q.key} name`, name, { x: left, y: at.y }, size, { anchor: 'start', look }),
    {
      key: q.key,
      text,
      at: middle,
      anchor: 'start',
      size,
      look: `number ${look}`,
      quantity: { id: q.id, value: q.value },
      box: boxOfText(middle, after, size, 'start'),
    },
  ];
};

/** The loss under its name, or after it where the gauge lies flat. */
const lossLine = (id: string, price: number | undefined, g: Geometry): readonly Text[] => {
  const { isUpright, loss } = g.gauge;
  const size = g.type.letter;
  const style = { decimals: 4, least: 4, look: 'loss' };
  if (isUpright)
    return [
      word('loss name', 'loss L', loss.name, size, { look: 'letter loss' }),
      number(id, price, loss.number, g.type.loss, { ...style, room: 2 * (g.width - loss.number.x) - 6 }),
    ];
  const after = number(id, price, loss.number, g.type.loss, {
    ...style,
    room: widthOf('0.683197', g.type.loss),
    anchor: 'start',
  });
  const past = Math.min(0, g.width - 2 - after.box.right);
  const name = word('loss name', 'loss', loss.name, size, { anchor: 'end', look: 'letter loss' });
  return [{ ...moved(name, past), yields: 'away' }, moved(after, past)];
};

export const meterOf = (seen: Seen, g: Geometry): Meter => {
  const { gauge } = g;
  const { isUpright, zero } = gauge;
  const size = g.type.letter;
  const target = knownOf(seen, 'y');
  const prediction = knownOf(seen, 'yhat');
  const price = knownOf(seen, 'loss');
  const goal = target === undefined ? undefined : onGauge(gauge, target);
  const dot = prediction === undefined ? undefined : onGauge(gauge, prediction);
  const targetText = target === undefined ? '—' : fitted(target, 48, size, 2, 0);
  const names = goal && gaugeNames(g, goal.x, (dot ?? zero).x, widthOf(`y = ${targetText}`, size) / 2);
  const ticks = [0, 0.5, 1];
  return {
    goal,
    dot,
    isPriced: price !== undefined,
    ticks: ticks.map((share) => onGauge(gauge, share)),
    texts: [
      ...ticks.map((share) => {
        const { x, y } = onGauge(gauge, share);
        const text = share === 0.5 ? '½' : String(share);
        const at = isUpright ? { x: x - 10, y } : { x, y: y + 8 + size * 0.5 };
        const tick = word(`tick ${text}`, text, at, size, { anchor: isUpright ? 'end' : 'middle' });
        return { ...tick, yields: 'away' as const };
      }),
      ...(goal && target !== undefined && names
        ? named(
            g,
            'y = ',
            { id: idFor('y', seen.example), value: target, key: 'y' },
            targetText,
            isUpright ? { x: goal.x + 16, y: goal.y } : { x: names.target, y: goal.y - 18 },
            'letter',
          )
        : []),
      ...(dot && prediction !== undefined && isUpright
        ? named(
            g,
            'ŷ ',
            { id: idFor('yhat', seen.example), value: prediction, key: 'gauge yhat' },
            fitted(prediction, g.width - dot.x - 30, size, 3),
            { x: dot.x + 16, y: predictionNameAt(g, (goal ?? zero).y, dot.y) },
            'signal',
          )
        : []),
      ...(dot && !isUpright
        ? [
            {
              ...word('gauge yhat', 'ŷ', { x: names?.prediction ?? dot.x, y: dot.y - 18 }, size, {
                look: 'letter signal',
              }),
              yields: 'away' as const,
            },
          ]
        : []),
      ...lossLine(idFor('loss', seen.example), price, g),
    ],
  };
};
