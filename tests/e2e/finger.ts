import type { CDPSession, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger put down at a point, moved in small steps by a distance once something has happened, and lifted. */
export const drag = async (
  session: CDPSession,
  { x, y }: Point,
  by: Point,
  until: () => Promise<unknown> = () => Promise.resolve(),
  steps = 10,
): Promise<void> => {
  const touch = (type: string, points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points } as never);
  await touch('touchStart', [{ x, y }]);
  await until();
  for (let i = 1; i <= steps; i++)
    await touch('touchMove', [{ x: x + (by.x * i) / steps, y: y + (by.y * i) / steps }]);
  await touch('touchEnd', []);
};

/** The middle of a box, or of a line. */
export const midOf = (page: Page, selector: string): Promise<Point> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      if (element instanceof SVGGeometryElement) {
        const { x, y } = element.getPointAtLength(element.getTotalLength() / 2);
        const point = new DOMPoint(x, y).matrixTransform(element.getScreenCTM() ?? undefined);
        return { x: point.x, y: point.y };
      }
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
