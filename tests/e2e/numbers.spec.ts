import { engineOf } from '../truth/engine.ts';
import { OWN } from '../truth/setting.ts';
import { wrongs } from '../truth/wrongs.ts';
import { numbersIn, stageOf } from './reading.ts';
import { expect, test } from './test.ts';
import { jump, open, settledStage } from './waiting.ts';

test.describe('what has not been computed', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test('is a dash and carries no value; a zero is 0 and does', async ({ page }) => {
    await open(page, '/#forward-inputs');
    await settledStage(page, 'passes');
    const before = await numbersIn(stageOf(page, 'passes'));
    const unknown = before.filter(({ value }) => value === undefined);
    expect(unknown.map(({ q }) => q)).toEqual(
      expect.arrayContaining(['z.1.1', 'a.1.3', 'yhat', 'loss', 'dw.1.1.1', 'db.2.1']),
    );
    for (const { q, text } of unknown) expect(text, q).toBe('—');
    await jump(page, 'backward-all');
    await settledStage(page, 'passes');
    const after = await numbersIn(stageOf(page, 'passes'));
    const zeros = after.filter(({ value, isWords }) => value === 0 && !isWords);
    expect(zeros.map(({ q }) => q)).toEqual(
      expect.arrayContaining(['a.1.3', 'dz.1.3', 'dw.1.3.1', 'dw.1.3.2', 'db.1.3', 'dw.2.1.3']),
    );
    for (const { q, text } of zeros) expect(text, q).toBe('0');
  });

  test('the reader of this test notices a wrong number', () => {
    const engine = engineOf(OWN);
    const shown = {
      q: 'loss',
      at: undefined,
      world: undefined,
      value: 0.6831971,
      text: '0.6832',
      isWords: false,
    };
    expect(wrongs([shown], engine, 0)).toHaveLength(1);
    const value = engine.valueOf('loss', 0)!;
    expect(wrongs([{ ...shown, value }], engine, 0)).toEqual([]);
    expect(wrongs([{ ...shown, value, text: '0.6842' }], engine, 0)).toHaveLength(1);
    expect(wrongs([{ ...shown, value: undefined, text: '0' }], engine, 0)).toHaveLength(1);
  });
});
