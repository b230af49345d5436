import { sql, type Kysely } from 'kysely';
import type { SupervisionOffice, SupervisionStore } from '#application/ports/supervision-store';
import type { Recovered } from '#domain/supervision/check-report';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { transact } from '#storage/database/transact';
import { readCases } from '#storage/supervision/read-cases';

/** The port on PostgreSQL; row security shows cases of the own places. */
export function createSupervisionStore(database: Database): SupervisionStore {
  return {
    within: (scope, work) => transact(database, scope, (transaction) => work(supervisionOffice(transaction))),
  };
}

function supervisionOffice(within: Kysely<Tables>): SupervisionOffice {
  return { ...readingOf(within), ...addingOf(within), ...decidingOf(within) };
}

type Reading = 'listCases' | 'findCase' | 'findCaseOfFinding' | 'findCaseOfReport' | 'readRecovered';

function readingOf(within: Kysely<Tables>): Pick<SupervisionOffice, Reading> {
  const find = async (number: bigint | undefined): Promise<SupervisionCase | undefined> =>
    number === undefined ? undefined : (await readCases(within, { number }))[0];
  return {
    listCases: (query) => readCases(within, query),
    findCase: find,

    async findCaseOfFinding(number) {
      const row = await within
        .selectFrom('supervisionFinding')
        .select('caseNumber')
        .where('number', '=', number)
        .executeTakeFirst();
      return find(row?.caseNumber);
    },

    async findCaseOfReport(number) {
      const row = await within
        .selectFrom('supervisionReport as p')
        .innerJoin('supervisionFinding as f', 'f.number', 'p.finding')
        .select('f.caseNumber')
        .where('p.number', '=', number)
        .executeTakeFirst();
      return find(row?.caseNumber);
    },

    async readRecovered({ pool, insuranceType }, events) {
      const { rows } = await sql<{ event: bigint; amount: bigint; isCounted: boolean }>`
        SELECT event, recovered_by(event, ${pool}, ${insuranceType}) AS amount, is_counted_return(event) AS is_counted
        FROM unnest(${events}::bigint[]) AS asked (event)`.execute(within);
      return new Map(
        rows.map(({ event, amount, isCounted }): readonly [bigint, Recovered] => [
          event,
          { amount: fen(amount), isCounted },
        ]),
      );
    },
  };
}

function addingOf(within: Kysely<Tables>): Pick<SupervisionOffice, 'openCase' | 'addFinding' | 'addReport'> {
  return {
    async openCase({ departments, ...asked }, { kind, department }, by, now) {
      const row = await within
        .insertInto('supervisionCase')
        .values({
          ...asked,
          departments: [...departments],
          lineKind: kind ?? null,
          openerDepartment: department,
          openedBy: by,
          openedAt: now,
        })
        .returning('number')
        .executeTakeFirst();
      return present(row, 'the case as it was just opened').number;
    },

    async addFinding({ number, place }, { referral, ...asked }, by, now) {
      const row = await within
        .insertInto('supervisionFinding')
        .values({
          ...asked,
          caseNumber: number,
          place,
          referredTo: referral?.to ?? null,
          referralDocument: referral?.document ?? null,
          referralHash: referral?.documentHash ?? null,
          foundBy: by,
          foundAt: now,
        })
        .returning('number')
        .executeTakeFirst();
      return present(row, 'the finding as it was just added').number;
    },

    async addReport({ place }, finding, { returns, ...asked }, by, now) {
      const texts = returns.map(({ event, amount }) => ({ event: `${event}`, amount: `${amount}` }));
      const row = await within
        .insertInto('supervisionReport')
        .values({
          ...asked,
          finding: finding.number,
          place,
          returns: JSON.stringify(texts),
          reportedBy: by,
          reportedAt: now,
        })
        .returning('number')
        .executeTakeFirst();
      return present(row, 'the report as it was just added').number;
    },
  };
}

function decidingOf(within: Kysely<Tables>): Pick<SupervisionOffice, 'decideReport' | 'closeCase'> {
  return {
    async decideReport({ place }, { number, reportedBy, returns }, wanted, by, now) {
      const row = await within
        .insertInto('supervisionDecision')
        .values({ ...wanted, report: number, place, reporter: reportedBy, decidedBy: by, decidedAt: now })
        .onConflict((conflict) => conflict.column('report').doNothing())
        .returning('report')
        .executeTakeFirst();
      if (row === undefined) return false;
      if (wanted.decision === 'refused' || returns.length === 0) return true;
      const counted = await within
        .insertInto('supervisionReturn')
        .values(returns.map(({ event, amount }) => ({ event, amount, report: number, place })))
        .onConflict((conflict) => conflict.column('event').doNothing())
        .returning('event')
        .execute();
      return counted.length === returns.length;
    },

    async closeCase({ number, place }, by, now) {
      const row = await within
        .insertInto('supervisionClosing')
        .values({ caseNumber: number, place, closedBy: by, closedAt: now })
        .onConflict((conflict) => conflict.column('caseNumber').doNothing())
        .returning('caseNumber')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
