import { sql, type Kysely } from 'kysely';
import type { AdjustmentYearStore, YearOffice } from '#application/ports/adjustment-year-store';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { figureOffice } from '#storage/adjustment-year/figure-office';
import { matterOffice } from '#storage/adjustment-year/matter-office';
import { postingOffice } from '#storage/adjustment-year/posting-office';
import { readKeepers, readLedger, readReceivable } from '#storage/adjustment-year/read-ledger';
import { stepOffice } from '#storage/adjustment-year/step-office';
import { transact } from '#storage/database/transact';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createRunStore } from '#storage/run-store';
import { readCases } from '#storage/supervision/read-cases';
import { readOffSite } from '#storage/supervision/read-off-site';

/** The port on PostgreSQL: a step, its events in the ledger and its run are one transaction. */
export function createAdjustmentYearStore(database: Database): AdjustmentYearStore {
  return {
    within: (scope, work) => transact(database, scope, (transaction) => work(yearOffice(transaction))),

    async findYearOfRun(run) {
      const { rows } = await sql<{ yearId: string }>`
        SELECT year_id FROM adjustment_year_run WHERE run = ${run}`.execute(database);
      return rows[0]?.yearId;
    },
  };
}

function yearOffice(within: Kysely<Tables>): YearOffice {
  return {
    ledger: createLedgerStore(within),
    runs: createRunStore(within),
    ...yearsOf(within),
    ...stepOffice(within),
    ...figureOffice(within),
    ...postingOffice(within),
    ...matterOffice(within),
    listSupervised: (query) => readCases(within, query),
    listOffSite: (query) => readOffSite(within, query),
    listKeepers: (pools, insuranceType) => readKeepers(within, pools, insuranceType),
    readLedger: (pools, books) => readLedger(within, pools, books),
    findReceivable: (books, counterparty) => readReceivable(within, books, counterparty),
  };
}

function yearsOf(within: Kysely<Tables>): Pick<YearOffice, 'openYear' | 'findYear' | 'listYears'> {
  return {
    async openYear(year) {
      const row = await within
        .insertInto('adjustmentYear')
        .values(year)
        .onConflict((conflict) => conflict.constraint('adjustment_year_once').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row?.id;
    },
    findYear: (id) => within.selectFrom('adjustmentYear').selectAll().where('id', '=', id).executeTakeFirst(),
    listYears: () =>
      within
        .selectFrom('adjustmentYear')
        .selectAll()
        .orderBy('year', 'desc')
        .orderBy('fund')
        .orderBy('insuranceType')
        .execute(),
  };
}
