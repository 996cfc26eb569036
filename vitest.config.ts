/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    include: ['tests/{engine,story,browser,figures,build}/**/*.test.ts'],
    setupFiles: ['tests/refuse-missing.ts', 'tests/seed.ts'],
    environment: 'node',
  },
});
