import type { InsuranceType } from '#domain/fund/ledger-command';

/** A pool as a policy lists it, from a day on and, where it ended, to a last day; of some insurance types or of all. */
export interface ListedPool {
  readonly id: string;
  readonly from: string;
  readonly to?: string;
  readonly schemes?: readonly InsuranceType[];
}

/** The members of a fund at a year's end: those with books of the insurance type, and those without. */
export interface YearMembers {
  readonly pools: readonly string[];
  readonly leftOut: readonly string[];
}

/** How the members of a fund in a year's register differ from the pools that its policy lists. */
export interface MemberDifference {
  /** Listed and no member: what they would pay and receive is missing from the year. */
  readonly absent: readonly string[];
  /** Members that the policy does not list. */
  readonly unlisted: readonly string[];
  /** Listed members without books of the insurance type, while others have them. Years from before it was asked tell none. */
  readonly bookless?: readonly string[];
}

/** Whether a policy says of a pool that it does not pool an insurance type. */
export function isOfOtherType(
  listed: readonly ListedPool[],
  pool: string,
  insuranceType: InsuranceType,
): boolean {
  const schemes = listed.find(({ id }) => id === pool)?.schemes;
  return schemes !== undefined && !schemes.includes(insuranceType);
}

/**
 * Compares the pools that a policy lists for an insurance type at a year's end with the fund's members in the register. A
 * policy that lists none says nothing of them; undefined where there is no difference.
 */
export function memberDifference(
  listed: readonly ListedPool[],
  { pools, leftOut }: YearMembers,
  { year, insuranceType }: { readonly year: number; readonly insuranceType: InsuranceType },
): MemberDifference | undefined {
  if (listed.length === 0) return undefined;
  const day = `${year}-12-31`;
  const expected = listed
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .map(({ id }) => id)
    .filter((id) => !isOfOtherType(listed, id, insuranceType));
  const absent = expected.filter((id) => !pools.includes(id) && !leftOut.includes(id));
  const unlisted = pools.filter((id) => !expected.includes(id));
  const bookless = expected.filter((id) => leftOut.includes(id));
  return absent.length + unlisted.length + bookless.length === 0 ? undefined : { absent, unlisted, bookless };
}
