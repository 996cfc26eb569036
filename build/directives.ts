import type { AstroIntegration } from 'astro';

/** Adds the directive `client:wake`, which is src/browser/wake.ts. */
export const directives = (): AstroIntegration => ({
  name: 'directives',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      addClientDirective({ name: 'wake', entrypoint: './src/browser/wake.ts' });
    },
  },
});
