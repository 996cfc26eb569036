import 'astro';

declare module 'astro' {
  /** See the files of these names in src/components. */
  interface AstroClientDirectives {
    'client:changed'?: boolean | string;
    'client:near'?: string;
    'client:soon'?: boolean;
  }
}
