import { beforeEach, describe, expect, test, vi } from 'vitest';

/** Whether missing numbers are refused is kept for the whole page, so each test begins with a page of its own. */
const fresh = async () => {
  vi.resetModules();
  const { quantityIn, refuseMissing } = await import('@/story/quantity.ts');
  const { format } = await import('@/story/format.ts');
  return { quantityIn, refuseMissing, format };
};

describe('quantityIn(values, id)', () => {
  const values = new Map([
    ['loss', 0.5],
    ['dw.1.1.1', 0],
  ]);
  let page: Awaited<ReturnType<typeof fresh>>;
  beforeEach(async () => {
    page = await fresh();
  });

  test('is the quantity, a computed zero among them', () => {
    for (const isStrict of [false, true]) {
      if (isStrict) page.refuseMissing();
      expect(page.quantityIn(values, 'loss')).toBe(0.5);
      expect(page.quantityIn(values, 'dw.1.1.1')).toBe(0);
    }
  });

  test('where there is none shows as a dash, never as a number', () => {
    const missing = page.quantityIn(values, 'z.9.9');
    expect(missing).toBeNaN();
    expect(page.format(missing)).toBe('—');
  });

  test('where there is none is an error, by name, once that is asked for', () => {
    page.refuseMissing();
    expect(() => page.quantityIn(values, 'z.9.9')).toThrow(RangeError);
    expect(() => page.quantityIn(values, 'z.9.9')).toThrow('"z.9.9"');
  });
});
