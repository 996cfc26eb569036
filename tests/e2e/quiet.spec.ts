import { expect, test } from './test.ts';
import { frames, jump, open } from './waiting.ts';

// Nothing on the console, nothing from elsewhere, nothing that the policy forbids.

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  // Scrolling through, at either width, is in budget.spec.ts: there, too, a word on the console fails the test.
  test(`trying everything at ${viewport.width} px leaves the console empty, and stores nothing of another’s`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize(viewport);
    await open(page, '/');
    await page.getByRole('slider', { name: 'the bias of the output unit' }).fill('1.25');
    await jump(page, 'training-run');
    await page.getByRole('button', { name: 'One step', exact: true }).click();
    await page.locator('.reader .changed').getByRole('button', { name: 'Undo' }).click();
    await jump(page, 'chain-one-path');
    await page.locator('#chain-one-path .picker label').nth(8).click();
    await page.locator('.predict label').first().click();
    const questions = page.locator('.question summary');
    await questions.evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
    await expect(page.locator('.question:not([open])')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await frames(page);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.reload();
    await frames(page);
    expect(await context.cookies()).toEqual([]);
    const stored = await page.evaluate(() => Object.keys(localStorage));
    expect(stored.filter((name) => !name.startsWith('backward-pass:'))).toEqual([]);
  });
}

test.describe('a page that is told to break its own policy', () => {
  test.use({ mayComplain: true });
  test('the policy allows no inline script or style, and the page has none', async ({ page, request }) => {
    const html = await (await request.get('/')).text();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/\ssrc="\//);
    expect(html).not.toMatch(/<style\b/);
    expect(html.match(/<[^>]+\sstyle="[^"]*"/g) ?? []).toEqual([]);
    expect(html.match(/<[^>]+\son[a-z]+="/g) ?? []).toEqual([]);
    expect(html).not.toMatch(
      /(?:src|href)="(?:https?:)?\/\/(?!127\.0\.0\.1)[^"]*\.(?:js|css|woff2|png|svg)"/,
    );

    const refused = page.waitForEvent('console', {
      predicate: (message) => /Content Security Policy|TrustedScript/.test(message.text()),
    });
    await open(page, '/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'window.wasRun = true';
      } catch {
        // Refused at once by trusted types: try by a node.
        script.append(document.createTextNode('window.wasRun = true'));
      }
      document.body.append(script);
    });
    await refused;
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
  });
});
