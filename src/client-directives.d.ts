import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** See src/browser/wake.ts. */
    'client:wake'?: import('./browser/wake.ts').When;
  }
}
