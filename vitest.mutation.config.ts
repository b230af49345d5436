import { defineConfig } from 'vitest/config';

const conditions = ['tongchou-source', 'node', 'import', 'module', 'default'];

/** The quick tests that must notice a changed rule: what mutants are run against. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['src/{kernel,rules}/**/*.test.ts', 'src/domain/{contribution,benefit}/**/*.test.ts'],
    exclude: ['**/*.int.test.ts'],
    testTimeout: 60_000,
  },
});
