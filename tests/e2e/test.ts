import { expect, test as base } from '@playwright/test';
import { complaintsOf } from './complaints.ts';

export { expect, type Locator, type Page } from '@playwright/test';

interface Options {
  /** For a test that provokes the browser to complain. */
  readonly mayComplain: boolean;
}

/** A test that also fails where its page complains: on the console, by an exception, by a request that leads nowhere. */
export const test = base.extend<Options>({
  mayComplain: [false, { option: true }],
  page: async ({ page, mayComplain }, use) => {
    const complaints = complaintsOf(page);
    await use(page);
    if (!mayComplain) expect(complaints).toEqual([]);
  },
});
