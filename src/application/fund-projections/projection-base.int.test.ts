import { expect, test } from 'vitest';
import { correctYear } from '#application/adjustment-year/correct-year';
import { startFromYear } from '#application/fund-projections/projection-base';
import { allowed, approve, makeYearBench, YEAR_NOW } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { replaceOnce } from '#tests/support/invented-pack';
import { FUND, POOLS } from '#tests/support/ledger-bench';

/** The invented policy, with its levy on what was collected the year before. */
const ON_YEAR_BEFORE = { 'adjustment.yaml': replaceOnce('base: collections', 'base: priorCollections') };

describeOnPostgres('a year of adjustment that a projection starts from', (database) => {
  test('SD-5.1: brings the collections of the books for the levy of the year after, also while it is corrected', async () => {
    const bench = await makeYearBench(database().connect('application'), ON_YEAR_BEFORE);
    const id = await bench.openAndAttest();
    for (const pool of POOLS) allowed(await bench.attest(id, pool, 'priorCollections', '900.00'));
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    await approve(bench, id);
    const { services, maker } = bench;
    allowed(
      await correctYear(services, maker, id, { step: 'corrected', reason: 'audit of the west' }, YEAR_NOW),
    );
    const { base, figures } = allowed(await startFromYear(services, maker, id));
    expect(base).toMatchObject({ kind: 'year', version: 1 });
    expect(
      figures.pools.map(({ id: pool, priorCollections, collections }) => [
        pool,
        priorCollections,
        collections,
      ]),
    ).toEqual([
      ['east', '900.00', '1000.00'],
      ['north', '900.00', '2000.00'],
      ['west', '900.00', '5000.00'],
    ]);
  });
});
