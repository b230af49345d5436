import { sql, type Kysely } from 'kysely';
import type { CaseQuery } from '#application/ports/supervision-store';
import type { Finding, Report, Return, SupervisionCase } from '#domain/supervision/supervision-case';
import { fen } from '#kernel/fen';
import type { Tables } from '#storage/database/tables';

/** Cases in sight with their findings and reports, the newest first. */
export async function readCases(
  within: Kysely<Tables>,
  { pools, insuranceType, year, throughYear, number }: CaseQuery & { readonly number?: bigint } = {},
): Promise<readonly SupervisionCase[]> {
  const rows = await within
    .selectFrom('supervisionCase as c')
    .leftJoin('supervisionClosing as x', 'x.caseNumber', 'c.number')
    .selectAll('c')
    .select(['x.closedBy', 'x.closedAt'])
    .$if(pools !== undefined, (query) => query.where('c.pool', 'in', [...(pools ?? []), '']))
    .$if(insuranceType !== undefined, (query) =>
      query.where('c.insuranceType', '=', insuranceType ?? 'employee'),
    )
    .$if(year !== undefined, (query) => query.where('c.year', '=', year ?? 0))
    .$if(throughYear !== undefined, (query) => query.where('c.year', '<=', throughYear ?? 0))
    .$if(number !== undefined, (query) => query.where('c.number', '=', number ?? 0n))
    .orderBy('c.number', 'desc')
    .execute();
  const findings = await readFindings(
    within,
    rows.map((row) => row.number),
  );
  return rows.map(({ lineKind: _kind, openerDepartment: _department, ...row }) => ({
    ...row,
    findings: findings.filter((one) => one.case === row.number),
  }));
}

async function readFindings(within: Kysely<Tables>, cases: readonly bigint[]): Promise<readonly Finding[]> {
  if (cases.length === 0) return [];
  const rows = await within
    .selectFrom('supervisionFinding')
    .selectAll()
    .where('caseNumber', 'in', cases)
    .orderBy('number')
    .execute();
  const reports = await readReports(
    within,
    rows.map((row) => row.number),
  );
  return rows.map((row) => {
    const { number, what, clause, amount, foundBy, foundAt } = row;
    const { referredTo: to, referralDocument: document, referralHash: documentHash } = row;
    return {
      number,
      case: row.caseNumber,
      what,
      clause,
      amount: fen(amount),
      referral:
        to === null || document === null || documentHash === null ? null : { to, document, documentHash },
      foundBy,
      foundAt,
      reports: reports.filter((one) => one.finding === number),
    };
  });
}

async function readReports(within: Kysely<Tables>, findings: readonly bigint[]): Promise<readonly Report[]> {
  if (findings.length === 0) return [];
  const rows = await within
    .selectFrom('supervisionReport as p')
    .leftJoin('supervisionDecision as d', 'd.report', 'p.number')
    .select([
      'p.number',
      'p.finding',
      'p.returns',
      'p.loss',
      'p.document',
      'p.documentHash',
      'p.note',
      'p.reportedBy',
      'p.reportedAt',
      'd.decision',
      'd.decidedBy',
      'd.decidedAt',
      'd.note as decisionNote',
    ])
    .where('p.finding', 'in', findings)
    .orderBy('p.number')
    .execute();
  const reversed = await readReversed(
    within,
    rows.map((row) => row.number),
  );
  return rows.map(({ returns, loss, ...row }) => {
    const asked = returns.map(({ event, amount }): Return => ({
      event: BigInt(event),
      amount: fen(BigInt(amount)),
    }));
    const standing = asked.filter(({ event }) => !reversed.has(event));
    return { ...row, returns: asked, loss: fen(loss), standing };
  });
}

/** Events that reports named and that were taken back since. */
async function readReversed(
  within: Kysely<Tables>,
  reports: readonly bigint[],
): Promise<ReadonlySet<bigint>> {
  if (reports.length === 0) return new Set();
  const rows = await within
    .selectFrom('supervisionReturn')
    .select('event')
    .where('report', 'in', reports)
    .where(sql<boolean>`NOT is_standing_event(event)`)
    .execute();
  return new Set(rows.map(({ event }) => event));
}
