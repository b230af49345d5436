import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './vitest.reporter.ts';

const conditions = ['tongchou-source', 'node', 'import', 'module', 'default'];
const sourceOnly = ['tongchou-source', 'node'];
const shared = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

/**
 * `pure` needs nothing; `embedded` and `debian` run the same files on two PostgreSQL servers; `e2e` drives
 * Chromium. What a machine lacks is skipped with a message, and fails when CI=true.
 */
export default defineConfig({
  test: {
    // Vitest leaves one core of two idle. More than two would not fit a server's 100 connections, of which a test takes 70.
    maxWorkers: 2,
    reporters: ['default', new ClosingLineReporter()],
    projects: [
      {
        ...shared,
        test: {
          name: 'pure',
          // Properties over hundreds of provinces; far above what an idle machine needs.
          testTimeout: 120_000,
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: ['**/*.int.test.ts', 'tests/e2e/**'],
        },
      },
      ...(['embedded', 'debian'] as const).map((server) => ({
        ...shared,
        // Vitest hands these to Node, whose `require` within CommonJS packages such as `pg` must not see `import`.
        ssr: { resolve: { conditions: sourceOnly } },
        // Vitest's name for where it loads `globalSetup`, which would otherwise run what was last built.
        environments: { __vitest__: { resolve: { conditions: sourceOnly } } },
        test: {
          name: server,
          include: ['src/**/*.int.test.ts', 'tests/**/*.int.test.ts'],
          globalSetup: [`tests/support/${server}-postgres.ts`],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      })),
      {
        ...shared,
        // Some of these start the server and its database in this process.
        ssr: { resolve: { conditions: sourceOnly } },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
