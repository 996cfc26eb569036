import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const INLINE = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * Moves every inline script (Astro's island loader) into a file, and drops its inline style (the same rule stands in
 * base.css), so that the pages hold under `script-src 'self'; style-src 'self'` with no exception and no hash.
 * Deferred scripts run in order, and the loader waits for its directives by event, so nothing depends on running early.
 */
export const externalScripts = (): AstroIntegration => ({
  name: 'external-scripts',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      await mkdir(join(root, '_astro'), { recursive: true });
      const pages = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html'));
      for (const page of pages) {
        const html = await readFile(join(root, page), 'utf8');
        const files = new Map<string, string>();
        const seen = new Set<string>();
        const moved = html
          .replace(/<style>astro-island,[^<]*<\/style>/g, '')
          .replace(INLINE, (whole, attributes: string, code: string) => {
            if (/type="(?!module|text\/javascript)/.test(attributes)) return whole;
            const name = `${createHash('sha256').update(code).digest('hex').slice(0, 10)}.js`;
            files.set(name, code);
            if (seen.has(name)) return '';
            seen.add(name);
            return `<script${attributes} src="/_astro/${name}" defer></script>`;
          });
        for (const [name, code] of files) await writeFile(join(root, '_astro', name), code);
        await writeFile(join(root, page), moved);
      }
    },
  },
});
