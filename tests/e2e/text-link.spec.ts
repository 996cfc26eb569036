import { expect, test } from './test.ts';
import { idle, open } from './waiting.ts';

test.use({ viewport: { width: 1440, height: 900 } });

// A browser goes to the words that such a link names, on a page that is still waking.
for (const address of [
  '/#:~:text=Then%20the%20gradients%20are%20cleared',
  '/#update-step:~:text=Rates%20in%20a%20row%20multiply',
]) {
  test(`a link to words of the page stays at them: ${address}`, async ({ page }) => {
    await open(page, address);
    await page.waitForTimeout(1500);
    await idle(page);
    const words = address.includes('cleared') ? 'Then the gradients are cleared' : 'Rates in a row multiply';
    await expect(page.locator('.step p', { hasText: words })).toBeInViewport();
  });
}
