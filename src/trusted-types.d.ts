/** The part of the Trusted Types API that the page uses; TypeScript's DOM library does not have it yet. */
declare const trustedTypes:
  | {
      createPolicy: (
        name: string,
        rules: { createHTML: (html: string) => string },
      ) => { createHTML: (html: string) => string };
    }
  | undefined;
