import { findApproved } from '#application/adjustment-year/approved-version';
import { linesOf } from '#application/adjustment-year/post-year';
import { noticeOfRemark } from '#application/adjustment-year/notice-remarks';
import type { YearRemark } from '#application/adjustment-year/year-remarks';
import type { YearServices } from '#application/adjustment-year/services';
import { lineViews, type YearLineView } from '#application/adjustment-year/year-view';
import { decideWithin } from '#application/transaction/decide-within';
import { partsOfLine } from '#domain/adjustment-year/year-line';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';

/** An approved year's decisions for one pool: what it remits and receives, and how much of it is done. */
export interface PoolShare {
  readonly yearId: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly version: number;
  readonly pool: string;
  readonly lines: readonly YearLineView[];
  /** What is decided for the pool without money: what nobody bears, what is not paid, a paused levy. */
  readonly remarks: readonly YearRemark[];
  /** Kinds of notices available. */
  readonly notices: readonly ('levy' | 'allocation')[];
}

/**
 * Widens a scope to see the fund's year, which belongs to a place above its pools. Callers must show only lines of the
 * user's own pools.
 */
export function asFundSees({ userId }: Scope): Scope {
  return { userId, parts: [{ place: '*', department: '*' }] };
}

/**
 * Lists what approved years decided for the pools of a scope, newest year first. While a correction is under way the
 * version before still counts.
 */
export async function poolShares(
  { adjustmentYearStore, placeStore }: Pick<YearServices, 'adjustmentYearStore' | 'placeStore'>,
  scope: Scope,
): Promise<Decision<readonly PoolShare[]>> {
  const own = new Set(
    (await placeStore.listPools(scope)).filter(({ kind }) => kind === 'pool').map(({ id }) => id),
  );
  return decideWithin(adjustmentYearStore, asFundSees(scope), async (office) => {
    const [years, steps] = [await office.listYears(), await office.listSteps()];
    const shares: PoolShare[] = [];
    for (const year of years) {
      const approved = findApproved(steps.get(year.id) ?? []);
      if (approved === undefined) continue;
      const lines = lineViews(
        linesOf(approved.proposal),
        await office.listPostings(year.id),
        approved.version,
      );
      const { remarks = [] } = approved.proposal;
      for (const pool of new Set([...lines, ...remarks].map((one) => one.pool))) {
        if (!own.has(pool)) continue;
        const ofPool = lines.filter((line) => line.pool === pool);
        const toPool = remarks.filter((remark) => remark.pool === pool);
        shares.push({
          yearId: year.id,
          fund: year.fund,
          insuranceType: year.insuranceType,
          year: year.year,
          version: approved.version,
          pool,
          lines: ofPool,
          remarks: toPool,
          notices: noticesOf(ofPool, toPool),
        });
      }
    }
    return allow(shares);
  });
}

function noticesOf(lines: readonly YearLineView[], remarks: readonly YearRemark[]): PoolShare['notices'] {
  const kinds = lines.map(({ id }) => partsOfLine(id).kind);
  return [
    ...(kinds.some((kind) => ['levy', 'burden', 'recovery'].includes(kind)) ||
    remarks.some((remark) => noticeOfRemark(remark) === 'levy')
      ? (['levy'] as const)
      : []),
    ...(kinds.includes('allocation') || remarks.some((remark) => noticeOfRemark(remark) === 'allocation')
      ? (['allocation'] as const)
      : []),
  ];
}
