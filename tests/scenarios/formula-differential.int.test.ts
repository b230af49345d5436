import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { present } from '#kernel/assert';
import { inventedContributionTrials } from '#tests/support/contribution-place';
import { checkTargets, DIFFERENTIAL_ROWS } from '#tests/support/formula-rows-check';
import { postgresEngine } from '#tests/support/formula-rows-postgres';
import type { FormulaTrial } from '#tests/support/formula-rows-story';
import { makeFreshDatabase } from '#tests/support/fresh-database';
import { inpatientTrial } from '#tests/support/inpatient-place';

/** PostgreSQL reads its rows in one by one; a tenth of the rows keeps the test short. */
const ROWS = Math.ceil(DIFFERENTIAL_ROWS / 10);
const invented = inventedContributionTrials();
const TRIALS: readonly (readonly [FormulaTrial, number])[] = [
  ...[inpatientTrial('factor'), inpatientTrial('rates')].map((trial) => [trial, ROWS / 4] as const),
  ...invented.map((trial) => [trial, ROWS / 2 / invented.length] as const),
];
const serverUrl = inject('databaseUrl');

it.skipIf(serverUrl === undefined)(
  'PostgreSQL gives every generated row what the other targets give it, or refuses it alike',
  async () => {
    const database = await makeFreshDatabase(present(serverUrl, 'a server'));
    const client = new pg.Client({ connectionString: database.url });
    try {
      await client.connect();
      for (const [at, [trial, rows]] of TRIALS.entries()) {
        const request = { trial, rows: Math.ceil(rows), seed: 100 + at, engines: [postgresEngine(client)] };
        const { difference, reckoned } = await checkTargets(request);
        expect(difference).toBeUndefined();
        expect(reckoned).toBeGreaterThan(0);
      }
    } finally {
      await client.end();
      await database.drop();
    }
  },
  7_200_000,
);
