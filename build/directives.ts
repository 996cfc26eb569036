import type { AstroIntegration } from 'astro';

/** Adds the directives `client:changed`, `client:near` and `client:soon` of src/components. */
export const directives = (): AstroIntegration => ({
  name: 'directives',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      for (const name of ['changed', 'near', 'soon'])
        addClientDirective({ name, entrypoint: `./src/components/${name}.ts` });
    },
  },
});
