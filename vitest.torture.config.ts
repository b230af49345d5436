import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './vitest.reporter.ts';

const conditions = ['tongchou-source', 'node', 'import', 'module', 'default'];
const sourceOnly = ['tongchou-source', 'node'];

/** How much more than the tests: the same files, over millions of rows, thousands of provinces, many kills. */
const LONG = {
  TONGCHOU_ROWS: '5000000',
  TONGCHOU_PROVINCES: '20000',
  TORTURE_KILLS: '200',
};
const env = Object.fromEntries(
  Object.entries(LONG).map(([name, value]) => [name, process.env[name] ?? value]),
);
const long = {
  env,
  testTimeout: 7_200_000,
  hookTimeout: 600_000,
  fileParallelism: false,
};

/** Long runs, started by hand: `npm run torture`. A small seeded sample of each is among the tests. */
export default defineConfig({
  test: {
    reporters: ['verbose', new ClosingLineReporter()],
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions, externalConditions: conditions } },
        test: {
          ...long,
          name: 'differential',
          include: [
            'tests/scenarios/formula-differential.test.ts',
            'tests/scenarios/adjustment-differential.test.ts',
          ],
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions: sourceOnly, externalConditions: conditions } },
        environments: { __vitest__: { resolve: { conditions: sourceOnly } } },
        test: {
          ...long,
          name: 'database',
          globalSetup: ['tests/support/embedded-postgres.ts'],
          include: [
            'tests/scenarios/formula-differential.int.test.ts',
            'src/storage/ledger/crash.int.test.ts',
            'src/storage/ledger/server-crash.int.test.ts',
          ],
        },
      },
    ],
  },
});
