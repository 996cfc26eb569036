import { describe, expect, test } from 'vitest';
import { LEAST_TYPE } from '@/figures/layout/index.ts';
import { workedDrawing } from '@/figures/worked/drawing.ts';
import { knownIn, withShown, type Sheet } from '@/story/drill/sheet.ts';
import { DECIMALS, taskOf } from '@/story/drill/task.ts';
import { collisions, outside } from './drawn.ts';

const tasks = [1, 2, 3, 4, 5].map(taskOf);

describe.each([320, 440, 600, 860])('the drill’s network at %i px', (room) => {
  test.each(tasks)(
    'of seed $seed: no text on another at any blank, none small, every given number there',
    (task) => {
      let sheet: Sheet = {};
      for (const blank of task.blanks) {
        const known = knownIn(task, sheet);
        const drawing = workedDrawing(task, known, room, new Set([blank.id]), DECIMALS);
        const texts = [
          ...drawing.headings,
          ...drawing.weights,
          ...[...drawing.inputs, ...drawing.neurons].flatMap((one) => one.texts),
        ];
        expect(collisions(texts), blank.id).toEqual([]);
        expect(outside(texts, { ...drawing.geometry, width: drawing.width }), blank.id).toEqual([]);
        for (const { size, key } of texts) expect(size, key).toBeGreaterThanOrEqual(LEAST_TYPE);
        const written = new Map(texts.map(({ quantity, text }) => [quantity?.id, text]));
        if (blank.part === 'forward')
          for (const id of known.keys())
            if (/^(x|w|b)\./.test(id)) {
              const shown = Number(written.get(id)?.replace('−', '-'));
              expect(shown, `${blank.id} ${id}`).toBeCloseTo(known.get(id)!, 9);
            }
        for (const [id, text] of written)
          if (id !== undefined) expect(text.split('.')[1]?.length ?? 0, id).toBeLessThanOrEqual(DECIMALS);
        sheet = withShown(sheet, blank.id);
      }
    },
  );
});
