import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Keeps the punctuation after an inline formula on its line: browsers take a formula for a box and may break behind it. */
export const keptTogether = (html: string): string =>
  html.replace(
    /<math(?! display)[^>]*>(?:(?!<\/math>)[\s\S])*<\/math>[,.;:!?)’”]+/g,
    '<span class="together">$&</span>',
  );

export const keepTogether = (): AstroIntegration => ({
  name: 'keep-together',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const pages = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html'));
      for (const page of pages) {
        const path = join(root, page);
        await writeFile(path, keptTogether(await readFile(path, 'utf8')));
      }
    },
  },
});
