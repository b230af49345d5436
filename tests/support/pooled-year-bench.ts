import type { Database } from '#storage/database/connect';
import { allowed, makeYearBench, POOL_YEARS, type YearBench } from '#tests/support/adjustment-year-bench';
import type { FileOverrides } from '#tests/support/invented-pack';
import { pipelineFiles, type Pipeline } from '#tests/support/invented-pipelines';
import { FUND, POOLS } from '#tests/support/ledger-bench';

/** Of a pipeline, as years of adjustment need them: the readings that a rule adds are those of the national pack here. */
export function yearFiles(pipeline: Pipeline): FileOverrides {
  return { ...pipelineFiles(pipeline), 'readings.yaml': (old) => old };
}

/** A time of the year that is settled, when the pack is known. */
export const WITHIN_YEAR = '2025-12-28T02:00:00.000Z';

/** What each county hands over: an audited gap, and what is left from before pooling; in yuan. */
export const HANDED_OVER: Readonly<Record<string, { readonly amount: string; readonly auditedGap: string }>> =
  {
    east: { amount: '100.00', auditedGap: '20.00' },
    north: { amount: '0.00', auditedGap: '0.00' },
    west: { amount: '0.00', auditedGap: '0.00' },
  };

/**
 * A year under full pooling that is ready to be gathered: handovers are granted, the share is adopted, and the east spent
 * more than it collected and collected less than its task.
 */
export async function makePooledYear(
  database: Database,
  withinYear?: (bench: YearBench) => Promise<void>,
): Promise<{ readonly bench: YearBench; readonly id: string }> {
  const years = {
    ...POOL_YEARS,
    east: { opening: '500.00', premium: '1000.00', subsidy: '0.00', benefit: '1200.00' },
  };
  // Handed over while the year runs, so that the old balance is there to be used in it.
  const handOver = async (within: YearBench): Promise<void> => {
    for (const pool of POOLS)
      await within.grant(
        { kind: 'handover', pool, content: HANDED_OVER[pool] ?? {} },
        undefined,
        WITHIN_YEAR,
      );
    await withinYear?.(within);
  };
  const bench = await makeYearBench(database, yearFiles('full_pooling'), years, 'in force', handOver);
  const id = await bench.openAndAttest();
  for (const pool of POOLS) {
    const own = {
      kind: pool === 'west' ? 'district' : 'county',
      class: '1',
      collectionTask: pool === 'east' ? '1050.00' : '0.00',
      breachLoss: '0.00',
    };
    for (const [field, value] of Object.entries(own)) allowed(await bench.attest(id, pool, field, value));
  }
  await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'gap_share' } });
  return { bench, id };
}
