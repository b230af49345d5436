import type { ExplainedOutput } from '#application/adjustment/output';
import { findApproved } from '#application/adjustment-year/approved-version';
import type { YearServices } from '#application/adjustment-year/services';
import { asFundSees } from '#application/adjustment-year/pool-shares';
import { unknownYear } from '#application/adjustment-year/refusals';
import { yearOutcome } from '#application/adjustment-year/year-outcome';
import { yearWithPools } from '#application/adjustment-year/year-pools';
import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import { decideWithin } from '#application/transaction/decide-within';
import { postedAmount } from '#domain/adjustment-year/posted-lines';
import {
  responsibilityYear,
  type DecidedYear,
  type ResponsibilityYear,
} from '#domain/adjustment-year/responsibility-account';
import { isPooledWhole, partsOfLine } from '#domain/adjustment-year/year-line';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, formatYuan, ZERO_FEN, type Fen } from '#kernel/fen';

/** A county's account, one row a year; amounts in yuan. */
export interface ResponsibilityAccount {
  readonly pool: string;
  readonly years: readonly (Readonly<Record<keyof ResponsibilityYear | 'balance' | 'sentUp', string>> & {
    readonly id: string;
    readonly year: number;
    readonly version: number;
  })[];
}

interface ApprovedYear extends DecidedYear {
  readonly year: AdjustmentYear;
  readonly version: number;
  readonly pools: readonly string[];
  /** Burdens already remitted to the city, by pool, in fen. */
  readonly sentUp: ReadonlyMap<string, Fen>;
}

/**
 * Draws up the responsibility accounts (责任账) of a fund's counties for one insurance type, up to a year: what each
 * remitted, what was spent for it, who bore the shortfall, and what is left from before pooling (JH-4.7-a, JH-4.7-d,
 * JH-4.7-e, JH-4.8, JH-R1 to JH-R5). Only the last approved version counts; a fund without full pooling has none. A
 * caller who sees only a county sees that county's account.
 */
export async function responsibilityAccounts(
  services: YearServices,
  scope: Scope,
  id: string,
): Promise<Decision<readonly ResponsibilityAccount[]>> {
  const own = new Set((await services.placeStore.listPools(scope)).map((pool) => pool.id));
  const known = await yearWithPools(services, asFundSees(scope), id);
  if (!known.allowed) return known;
  const { fund, insuranceType, year: last } = known.value.year;
  if (!own.has(fund) && !known.value.pools.some((pool) => own.has(pool.id))) return refuse(unknownYear(id));
  return decideWithin(services.adjustmentYearStore, asFundSees(scope), async (office) => {
    const years = (await office.listYears()).filter(
      (one) => one.fund === fund && one.insuranceType === insuranceType && one.year <= last,
    );
    const approved: ApprovedYear[] = [];
    for (const year of years.toSorted((a, b) => a.year - b.year)) {
      const found = await approvedYear(office, year);
      if (found !== undefined && isPooledWhole(found.outcome)) approved.push(found);
    }
    const pools = [...new Set(approved.flatMap((one) => one.pools))]
      .filter((pool) => own.has(pool))
      .toSorted();
    return allow(pools.map((pool) => ({ pool, years: rowsOf(approved, pool) })));
  });
}

function rowsOf(approved: readonly ApprovedYear[], pool: string): ResponsibilityAccount['years'] {
  return approved
    .filter(({ pools }) => pools.includes(pool))
    .map((one) => {
      const row = responsibilityYear(one, pool);
      return {
        id: one.year.id,
        year: one.year.year,
        version: one.version,
        remitted: formatYuan(row.remitted),
        paidDown: formatYuan(row.paidDown),
        balance: formatYuan(fen(row.remitted - row.paidDown)),
        auditedGap: formatYuan(row.auditedGap),
        byCity: formatYuan(row.byCity),
        byLegacy: formatYuan(row.byLegacy),
        byTreasury: formatYuan(row.byTreasury),
        sentUp: formatYuan(one.sentUp.get(pool) ?? ZERO_FEN),
        legacyBefore: formatYuan(row.legacyBefore),
        legacyAfter: formatYuan(row.legacyAfter),
      };
    });
}

async function approvedYear(office: YearOffice, year: AdjustmentYear): Promise<ApprovedYear | undefined> {
  const approved = findApproved((await office.listSteps(year.id)).get(year.id) ?? []);
  if (approved === undefined) return undefined;
  const { version, snapshot, proposal } = approved;
  const run = present(await office.runs.findRun(proposal.run), 'the run');
  const output = JSON.parse(run.result) as ExplainedOutput;
  return {
    year,
    version,
    pools: snapshot.pools,
    figures: snapshot.figures,
    outcome: yearOutcome(output, snapshot.request, snapshot.figures),
    sentUp: await burdensPaid(office, year),
  };
}

async function burdensPaid(office: YearOffice, { id }: AdjustmentYear): Promise<ReadonlyMap<string, Fen>> {
  const posted = await office.listPostings(id);
  const burdens = [...new Set(posted.map(({ line }) => line))].filter(
    (line) => partsOfLine(line).kind === 'burden',
  );
  const paid = new Map<string, Fen>();
  for (const line of burdens) {
    const { pool } = partsOfLine(line);
    paid.set(pool, fen((paid.get(pool) ?? ZERO_FEN) + postedAmount(posted, line, 'paid')));
  }
  return paid;
}
