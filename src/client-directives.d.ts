import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** See components/changed.ts. */
    'client:changed'?: boolean | { readonly rootMargin: string };
  }
}
