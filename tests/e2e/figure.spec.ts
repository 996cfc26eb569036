import { engineOf } from '../truth/engine.ts';
import { OWN, PARAMETERS } from '../truth/setting.ts';
import { widthFor } from '../../src/figures/layout/shapes.ts';
import { scenes, stageOf } from './reading.ts';
import { expect, test, type Locator, type Page } from './test.ts';
import { jump, open, settledStage } from './waiting.ts';

const at = engineOf(OWN).at(0);
const UNITS = [1, 2, 3];

/** The network on the stage of chapter 2, at a scene of it. */
const networkAt = async (page: Page, scene: string): Promise<Locator> => {
  await jump(page, scene);
  await settledStage(page, 'passes');
  return stageOf(page, 'passes').locator('svg.network');
};

/** The middle of what shows a quantity. */
const middleOf = async (figure: Locator, q: string): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await figure.locator(`text[data-q="${q}"]`).first().boundingBox();
  if (!box) throw new Error(`Expected ${q} in the figure, found nothing`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test('layers, lines and gradients are told by names, forms and places', async ({ page }) => {
      await open(page, '/');
      const start = await networkAt(page, 'forward-inputs');
      const headings = start.locator('.heading');
      expect((await headings.allTextContents()).slice(0, 3)).toEqual(['inputs', 'hidden', 'output']);
      const fromTheLeft = await headings.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().x),
      );
      expect(fromTheLeft).toEqual(fromTheLeft.toSorted((a, b) => a - b));

      // A line is dashed for a negative number, dotted for zero, thick for a large one; what goes back has another colour.
      const figure = await networkAt(page, 'backward-all');
      const strands = await figure.locator('.strand').evaluateAll((all) =>
        all.map((strand) => {
          const path = strand.querySelector('path')!;
          const { stroke, strokeDasharray } = getComputedStyle(path);
          return {
            id: strand.getAttribute('data-edge'),
            width: Number(path.getAttribute('stroke-width')),
            dashes: strokeDasharray.split(', ').map(parseFloat),
            stroke,
            isBack: strand.querySelector('.tip') !== null,
          };
        }),
      );
      const looksLike = (value: number, dashes: readonly number[]): void => {
        if (value > 0) expect(dashes).toEqual([NaN]);
        else if (value < 0) expect(dashes[0]).toBeGreaterThan(3);
        else expect(dashes[0]).toBeLessThan(1);
      };
      const edges = strands.filter(({ id }) => id !== null);
      expect(edges.map(({ id }) => id).toSorted()).toEqual([...PARAMETERS].toSorted());
      for (const { id, width, dashes } of edges) {
        const value = at.get(id!)!;
        expect(width, id!).toBe(widthFor(value));
        looksLike(value, dashes);
      }
      // Nine messages go back, in the order of the weights: each is the weight times what came to the sum it leads into.
      const back = strands.filter(({ isBack }) => isBack);
      const messages = PARAMETERS.filter((id) => id.startsWith('w.')).map((id) => {
        const [, layer, to] = id.split('.');
        return at.get(id)! * at.get(`dz.${layer}.${to}`)!;
      });
      expect(back).toHaveLength(messages.length);
      back.forEach(({ width, dashes }, i) => {
        expect(width).toBe(widthFor(messages[i]!));
        looksLike(messages[i]!, dashes);
      });
      const zeros = back.filter((_, i) => messages[i] === 0);
      const least = Math.min(...back.filter((_, i) => messages[i] !== 0).map(({ width }) => width));
      expect(zeros.length).toBeGreaterThan(0);
      for (const { width } of zeros) expect(width).toBeLessThan(least);
      expect(edges.map(({ stroke }) => stroke)).not.toContain(back[0]!.stroke);

      // A gradient stands by the number that it belongs to: above its own cell, and nearer to it than to any other.
      const cells = [...UNITS.flatMap((j) => [`z.1.${j}`, `a.1.${j}`]), 'z.2.1', 'yhat'];
      const places = await Promise.all(cells.map((q) => middleOf(figure, q)));
      for (const [i, q] of cells.entries()) {
        const gradient = await middleOf(figure, `d${q}`);
        expect(gradient.y, q).toBeLessThan(places[i]!.y);
        const distances = places.map(({ x, y }) => Math.hypot(x - gradient.x, y - gradient.y));
        expect(distances.indexOf(Math.min(...distances)), q).toBe(i);
      }
      const biases = PARAMETERS.filter((id) => id.startsWith('b.'));
      const beside = await Promise.all(biases.map((q) => middleOf(figure, q)));
      for (const [i, q] of biases.entries()) {
        const gradient = await middleOf(figure, `d${q}`);
        const distances = beside.map(({ x, y }) => Math.hypot(x - gradient.x, y - gradient.y));
        expect(distances.indexOf(Math.min(...distances)), q).toBe(i);
      }
      expect(await figure.locator('.one').count()).toBe(biases.length);
    });

    test('a jump to a scene leaves its title in view', async ({ page }) => {
      await open(page, '/');
      for (const { id } of scenes) {
        await jump(page, id);
        await expect
          .poll(() =>
            page.evaluate((scene) => {
              const { top, bottom } = document.getElementById(`${scene}-title`)!.getBoundingClientRect();
              const covered = [...document.querySelectorAll('.side')].filter((side) => {
                const box = side.getBoundingClientRect();
                return (
                  getComputedStyle(side).position === 'sticky' && box.width === innerWidth && box.top <= 0
                );
              });
              const under = Math.max(0, ...covered.map((side) => side.getBoundingClientRect().bottom));
              return top >= under && bottom <= innerHeight;
            }, id),
          )
          .toBe(true);
      }
    });
  });
}
