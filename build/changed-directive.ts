import type { AstroIntegration } from 'astro';

/** Adds the directive `client:changed` of src/components/changed.ts. */
export const changedDirective = (): AstroIntegration => ({
  name: 'changed-directive',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      addClientDirective({ name: 'changed', entrypoint: './src/components/changed.ts' });
    },
  },
});
