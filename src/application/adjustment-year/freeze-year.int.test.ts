import { expect, test } from 'vitest';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { openedYear } from '#application/adjustment-year/opened-year';
import { readSnapshot } from '#application/adjustment-year/snapshot';
import { findFigure, standing } from '#domain/adjustment-year/figure';
import { present } from '#kernel/assert';
import {
  allowed,
  codesOf,
  makeYearBench,
  POOL_YEARS,
  YEAR_NOW,
  type PoolYear,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';

const OWING: Readonly<Record<string, PoolYear>> = {
  ...POOL_YEARS,
  east: { ...present(POOL_YEARS['east'], 'the pool'), owed: '70.00' },
};

describeOnPostgres('a pool that owes at the end of the year what it settled', (database) => {
  test('R-1: it is named and in no figure; the freeze takes a note, which stays with the figures', async () => {
    const bench = await makeYearBench(database().connect('application'), {}, OWING);
    const { services, maker } = bench;
    const id = await bench.openAndAttest();
    const unpaid = [{ pool: 'east', amount: '70.00' }];
    expect(allowed(await gatherFigures(services, maker, id, YEAR_NOW))).toMatchObject({ unpaid });
    const figures = await services.adjustmentYearStore.within(maker, (office) => office.listFigures(id));
    expect(findFigure(standing(figures), 'east', 'expenditure')?.value).toBe('1200.00');
    expect(codesOf(await freezeYear(services, maker, id, ' ', YEAR_NOW))).toEqual(['benefits_unpaid note']);
    allowed(await freezeYear(services, maker, id, 'YH-2026-8', YEAR_NOW));
    const { state } = allowed(
      await services.adjustmentYearStore.within(maker, (office) => openedYear(office, id)),
    );
    const frozen = present(state.frozen, 'the frozen figures');
    expect([frozen.note, readSnapshot(frozen).unpaid]).toEqual(['YH-2026-8', unpaid]);
  });
});
