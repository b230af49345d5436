import { sql, type Kysely } from 'kysely';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { MovedMoney } from '#domain/adjustment-year/ledger-figures';
import { ADVANCE_VERSION, type PostedPart } from '#domain/adjustment-year/posted-lines';
import { partsOfLine, type LineKind } from '#domain/adjustment-year/year-line';
import { fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { firstDayOf, type Month } from '#kernel/month';
import type { Tables } from '#storage/database/tables';

const MOVED: Readonly<Record<LineKind, MovedMoney['kind']>> = {
  levy: 'levy',
  burden: 'other',
  recovery: 'other',
  allocation: 'allocation',
  treasury: 'treasury',
  reserve: 'reserve',
  release: 'reserve',
  legacy: 'legacy',
};

/** Events that years posted, as a scope's transaction sees and adds them. */
export function postingOffice(
  within: Kysely<Tables>,
): Pick<YearOffice, 'listPostings' | 'recordPostings' | 'listMoved'> {
  return {
    async listPostings(yearId) {
      const rows = await within
        .selectFrom('adjustmentYearPosting')
        .select(['line', 'part', 'version', 'event', 'amount', 'postingMonth'])
        .where('yearId', '=', yearId)
        .orderBy('sequence')
        .orderBy('event')
        .execute();
      const year = await within
        .selectFrom('adjustmentYear')
        .select(['fund', 'insuranceType', 'year'])
        .where('id', '=', yearId)
        .executeTakeFirst();
      const advances = year === undefined ? [] : await readAdvances(within, year.fund, year.insuranceType);
      const ofYear = advances.filter((one) => one.year === year?.year);
      return [
        ...ofYear.map(({ year: _year, ...advance }) => ({ ...advance, version: ADVANCE_VERSION })),
        ...rows,
      ].map(({ amount, postingMonth, ...row }) => ({
        ...row,
        amount: fen(amount),
        postingMonth: postingMonth.slice(0, 7) as Month,
      }));
    },

    async recordPostings({ id, place }, { sequence, version }, postings) {
      if (postings.length === 0) return;
      await within
        .insertInto('adjustmentYearPosting')
        .values(
          postings.map(({ postingMonth, ...posting }) => ({
            ...posting,
            yearId: id,
            sequence,
            place,
            version,
            postingMonth: firstDayOf(postingMonth),
          })),
        )
        .execute();
    },

    async listMoved(fund, insuranceType) {
      const rows = await within
        .selectFrom('adjustmentYearPosting as p')
        .innerJoin('adjustmentYear as y', 'y.id', 'p.yearId')
        .select(['y.year', 'p.line', 'p.amount', 'p.postingMonth'])
        .where('y.fund', '=', fund)
        .where('y.insuranceType', '=', insuranceType)
        .where(sql<boolean>`p.part <> 'due'`)
        .execute();
      return [...(await readAdvances(within, fund, insuranceType)), ...rows].flatMap((row) =>
        movedBy(fund, { ...row, postingMonth: row.postingMonth.slice(0, 7) as Month }),
      );
    },
  };
}

interface AdvanceRow extends MovedRow {
  readonly part: PostedPart;
  readonly event: bigint;
}

/** Reads what a fund and its pools moved within years ahead of their settlement, by line. */
async function readAdvances(
  within: Kysely<Tables>,
  fund: string,
  insuranceType: InsuranceType,
): Promise<readonly AdvanceRow[]> {
  const { rows } = await sql<Omit<AdvanceRow, 'postingMonth'> & { readonly postingMonth: string }>`
    SELECT year, line, part, event, amount, to_char(posting_month, 'YYYY-MM') AS posting_month
    FROM year_advances(${fund}, ${insuranceType})`.execute(within);
  return rows.map((row) => ({ ...row, postingMonth: row.postingMonth as Month }));
}

interface MovedRow {
  readonly year: number;
  readonly line: string;
  readonly amount: bigint;
  readonly postingMonth: Month;
}

/** What goes up leaves the pool and comes to the fund; what is only marked stays in its own books. */
function movedBy(fund: string, { line, amount, ...row }: MovedRow): readonly MovedMoney[] {
  const { kind, pool } = partsOfLine(line);
  const of = { ...row, kind: MOVED[kind] };
  switch (kind) {
    case 'levy':
    case 'burden':
    case 'recovery':
      return [
        { ...of, pool, amount: -amount },
        { ...of, pool: fund, amount },
      ];
    case 'allocation':
      return [
        { ...of, pool, amount },
        { ...of, pool: fund, amount: -amount },
      ];
    case 'reserve':
      return [{ ...of, pool: fund, amount }];
    case 'release':
      return [{ ...of, pool: fund, amount: -amount }];
    case 'legacy':
      return [{ ...of, pool, amount: -amount }];
    case 'treasury':
      return [{ ...of, pool, amount }];
  }
}
