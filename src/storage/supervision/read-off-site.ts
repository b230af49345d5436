import { sql, type Kysely } from 'kysely';
import type { OffSiteReturn } from '#domain/adjustment-year/off-site-recovery';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Tables } from '#storage/database/tables';

interface OffSiteQuery {
  readonly pools: readonly string[];
  readonly insuranceType: InsuranceType;
  readonly year: number;
}

/** What closed off-site cases of some pools got back in a year, by event. */
export async function readOffSite(
  within: Kysely<Tables>,
  { pools, insuranceType, year }: OffSiteQuery,
): Promise<readonly OffSiteReturn[]> {
  const { rows } = await sql<OffSiteReturn>`
    SELECT pool, other, case_number, template, amount
    FROM off_site_recoveries(${[...pools]}, ${insuranceType}, ${year})`.execute(within);
  return rows;
}
