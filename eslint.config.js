import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
  globalIgnores(['dist', '.astro', 'bench', 'node_modules', 'test-results']),
  { files: ['**/*.ts', '**/*.svelte'], extends: [ts.configs.strictTypeChecked] },
  { files: ['**/*.svelte', '**/*.svelte.ts'], extends: [svelte.configs.recommended] },
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_$', destructuredArrayIgnorePattern: '^_$' },
      ],
      // A number that is missing is a dash on the page and an error in a test, never a zero.
      'no-restricted-syntax': [
        'error',
        {
          // The length of nothing is a zero.
          selector:
            "LogicalExpression[operator='??'][right.raw='0']:not([left.expression.property.name='length'])",
          message: 'What is not there is no zero: ask for it with at(), under() or quantityIn().',
        },
        {
          // For attributes that it does not know beforehand Svelte brings more code than any figure's use of them is worth.
          selector: "SvelteElement[kind='html'] > SvelteStartTag > SvelteSpreadAttribute",
          message: 'Write the attributes of an element out.',
        },
      ],
      // Our strings are digits and mathematical letters: code points are what is wanted.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  // With every component that is opened TypeScript makes its program anew: so it is one of components and what they use.
  {
    files: ['src/**/*.svelte'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.svelte.json' } },
  },
  // White space between inline elements has to be written as a literal to survive.
  { files: ['**/*.svelte'], rules: { 'svelte/no-useless-mustaches': 'off' } },
  {
    files: ['scripts/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-restricted-syntax': 'off' },
  },
);
