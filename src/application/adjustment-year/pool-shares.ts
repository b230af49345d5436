import { findApproved } from '#application/adjustment-year/approved-version';
import { linesOf } from '#application/adjustment-year/post-year';
import type { YearServices } from '#application/adjustment-year/services';
import { lineViews, type YearLineView } from '#application/adjustment-year/year-view';
import { decideWithin } from '#application/transaction/decide-within';
import { partsOfLine } from '#domain/adjustment-year/year-line';
import type { Scope } from '#domain/identity/account';
import type { InsuranceType } from '#domain/fund/ledger-command';
import { allow, type Decision } from '#kernel/decision';

/** An approved year's decisions for one pool: what it remits and receives, and how much of it is done. */
export interface PoolShare {
  readonly yearId: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly version: number;
  readonly pool: string;
  readonly lines: readonly YearLineView[];
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
      for (const pool of new Set(lines.map((line) => line.pool))) {
        if (!own.has(pool)) continue;
        const ofPool = lines.filter((line) => line.pool === pool);
        shares.push({
          yearId: year.id,
          fund: year.fund,
          insuranceType: year.insuranceType,
          year: year.year,
          version: approved.version,
          pool,
          lines: ofPool,
          notices: noticesOf(ofPool),
        });
      }
    }
    return allow(shares);
  });
}

function noticesOf(lines: readonly YearLineView[]): PoolShare['notices'] {
  const kinds = lines.map(({ id }) => partsOfLine(id).kind);
  return [
    ...(kinds.some((kind) => ['levy', 'burden', 'recovery'].includes(kind)) ? (['levy'] as const) : []),
    ...(kinds.includes('allocation') ? (['allocation'] as const) : []),
  ];
}
