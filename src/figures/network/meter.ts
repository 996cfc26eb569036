import { gaugeNames, onGauge, predictionNameAt } from '../layout/gauge.ts';
import type { Geometry } from '../layout/geometry.ts';
import { fitted, widthOf } from '../layout/type.ts';
import type { Point } from '../layout/shapes.ts';
import { idFor, knownOf, type Seen } from './seen.ts';
import { moved, named, number, word, type Text } from './text.ts';

/** The gauge as it is drawn: marks of target and prediction where these are there, and what is written by them. */
export interface Meter {
  readonly goal: Point | undefined;
  readonly dot: Point | undefined;
  /** The loss is known: the gap between the two has its price. */
  readonly isPriced: boolean;
  readonly ticks: readonly Point[];
  readonly texts: readonly Text[];
}

/** Room for the number of the target, in px. */
const TARGET = 48;

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
  const targetText = target === undefined ? '—' : fitted(target, TARGET, size, 2, 0);
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
      ...(goal && names
        ? [
            named(
              g,
              'y = ',
              number(
                idFor('y', seen.example),
                target,
                isUpright ? { x: goal.x + 16, y: goal.y } : { x: names.target, y: goal.y - 18 },
                size,
                {
                  room: TARGET,
                  decimals: 2,
                  least: 0,
                  look: 'letter',
                  anchor: isUpright ? 'start' : 'middle',
                },
              ),
            ),
          ]
        : []),
      ...(dot && isUpright
        ? [
            {
              ...named(
                g,
                'ŷ ',
                number(
                  idFor('yhat', seen.example),
                  prediction,
                  { x: dot.x + 16, y: predictionNameAt(g, (goal ?? zero).y, dot.y) },
                  size,
                  { room: g.width - dot.x - 30, decimals: 3, look: 'signal', anchor: 'start' },
                ),
                'letter signal',
              ),
              key: 'gauge yhat',
            },
          ]
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
