import { describe, expect, it } from 'vitest';
import { withDuckDb } from '#batch/duckdb';
import { contributionTrials, inventedContributionTrials } from '#tests/support/contribution-place';
import { checkTargets, DIFFERENTIAL_ROWS } from '#tests/support/formula-rows-check';
import { duckDbEngine } from '#tests/support/formula-rows-duckdb';
import { inpatientTrial } from '#tests/support/inpatient-place';
import { loadTestPack } from '#tests/support/load-test-pack';

const PLACES = ['shandong', 'anhui', 'jinhua', 'sichuan', 'jiangxi'];
/** Two days of the packs: some of their figures are there on one of them only. */
const DAYS = ['2024-01-01', '2026-07-01'];
const inpatient = [inpatientTrial('factor'), inpatientTrial('rates')];
const packs = await Promise.all(PLACES.map(loadTestPack));
const contributions = [
  ...inventedContributionTrials(),
  ...packs.flatMap((pack) => contributionTrials(pack, DAYS)),
];
/** Half of the rows for the formula that decides most; the other half for all contributions together. */
const TRIALS = [
  ...inpatient.map((trial) => ({ trial, rows: Math.ceil(DIFFERENTIAL_ROWS / 4) })),
  ...contributions.map((trial) => ({ trial, rows: Math.ceil(DIFFERENTIAL_ROWS / 2 / contributions.length) })),
];

describe('oracle, scalar, columns and DuckDB give every generated row the same figures or refuse it alike', () => {
  it.each(TRIALS.map(({ trial, rows }, at) => ({ title: trial.title, trial, rows, seed: at + 1 })))(
    '$title',
    async (request) => {
      const result = await withDuckDb({ threads: '2' }, (connection) =>
        checkTargets({ ...request, engines: [duckDbEngine(connection)] }),
      );
      expect(result.difference).toBeUndefined();
      expect(result.reckoned).toBeGreaterThan(0);
    },
    7_200_000,
  );
});
