import { pillOf, rounded } from '../layout/shapes.ts';
import { numberAt, wordsAt, type Text } from '../texts.ts';
import type { Box } from './layout.ts';
import type { Day, View } from './model.ts';
import { gateShapes, type Part } from './part.ts';

/** Before the units of a line stands its day. */
const LEFT = 58;

/** One day's pass on little room: its three gates with what goes through them, the prediction, the loss. */
export const dayLineIn = (view: View, day: Day, box: Box, size: number): Part => {
  const { of, weather } = day;
  const y = box.y + box.height / 2;
  const tall = Math.min(11, box.height / 2 - 2);
  const pitch = rounded((box.width - LEFT - 142) / 3);
  const width = rounded(pitch - 6);
  const units = [1, 2, 3].map((unit, j) => ({ unit, x: rounded(box.x + LEFT + pitch * j + 3) }));
  const number = (id: string, x: number, characters: number, decimals: number, tone?: string): Text =>
    numberAt(of(id), view.valueOf(of(id)), { x, y, size }, { characters, decimals, tone });
  return {
    shapes: units.flatMap(({ unit, x }) => {
      const q = of(`gate.1.${unit}`);
      const gate = view.valueOf(q);
      return [
        {
          look: gate ? 'unit lit' : 'unit',
          d: pillOf({ x: x + width / 2, y }, { width, height: tall * 2 }),
        },
        ...gateShapes(q, gate, x + 8, [y - tall + 1, y + tall - 1], 4),
      ];
    }),
    texts: [
      wordsAt(day.name, box.x + (weather ? 20 : 0), y, size, {
        look: view.day === day.index ? 'strong' : 'heading',
      }),
      ...units.map(({ unit, x }) => number(`a.1.${unit}`, x + width / 2 + 4.5, 4, 2, 'ink')),
      wordsAt('ŷ', box.width - 134, y, size, { anchor: 'middle' }),
      number('yhat', box.width - 106, 5, 3),
      wordsAt('loss', box.width - 62, y, size, { anchor: 'middle' }),
      number('loss', box.width - 22, 6, 3),
    ],
    signs: weather ? [{ of: weather, x: box.x + 8, y, scale: 0.85 }] : [],
  };
};
