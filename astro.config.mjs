// @ts-check
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { directives } from './build/directives.ts';
import { files } from './build/files.ts';
import { externalScripts } from './build/external-scripts.ts';
import { keepTogether } from './build/keep-together.ts';
import { math } from './build/math.ts';

export default defineConfig({
  output: 'static',
  // Where the essay is published; only absolute addresses (canonical link, sitemap) use it.
  ...(process.env.SITE && { site: process.env.SITE }),
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: { math: true }, hastPlugins: [math()] }),
  },
  build: { inlineStylesheets: 'never' },
  vite: {
    environments: {
      client: {
        build: {
          // Once more over what the bundler has made small: some 2 % less to fetch.
          minify: 'terser',
          terserOptions: { module: true, ecma: 2022, compress: { passes: 3, keep_fargs: false } },
          rolldownOptions: { output: { minify: true } },
        },
      },
    },
    plugins: [files(fileURLToPath(new URL('content/chapters', import.meta.url)))],
    build: {
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        // Engine, story and Svelte do nothing when they are loaded: who asks for one thing of them is not given the rest.
        treeshake: {
          moduleSideEffects: [
            { test: /\/src\/(engine|story)\/.*\.ts$|\/node_modules\/svelte\//, sideEffects: false },
          ],
        },
        output: {
          // What draws is called as soon as it is here: a browser that knows this compiles it while it comes, not while the
          // reader scrolls. What a first visit wakes is better off without: there, all of it comes at once.
          postBanner: ({ moduleIds }) =>
            moduleIds.some((id) => /\/src\/(figures|components\/(lab|Stage))/.test(id))
              ? '//# allFunctionsCalledOnLoad'
              : '',
        },
        // Astro's own marker in MDX modules; it has done its work before bundling.
        onwarn: (warning, next) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') next(warning);
        },
      },
    },
  },
  integrations: [mdx(), svelte(), directives(), keepTogether(), externalScripts()],
});
