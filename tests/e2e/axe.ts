import axe from 'axe-core';
import type { Page } from '@playwright/test';

/** Which rules: all, or only that of contrast, where nothing but colours can have changed. */
export type Rules = 'all' | 'contrast';

/** What axe finds in a part of the page, a line each. axe stays in the page, so that it is read only once. */
export const violationsIn = async (
  page: Page,
  part: string,
  rules: Rules = 'all',
): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([where, isAll]) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(where, {
        resultTypes: ['violations'],
        ...(isAll ? {} : { runOnly: ['color-contrast'] }),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
      );
    },
    [part, rules === 'all'] as const,
  );
};

/** The same, by all rules in the light, and in the dark, where nothing but colours is another, by that of contrast. */
export const violationsInBoth = async (page: Page, part: string): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page, part);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await violationsIn(page, part, 'contrast')).map((found) => `in the dark, ${found}`)];
};
