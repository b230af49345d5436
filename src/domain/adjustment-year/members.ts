import type { InsuranceType } from '#kernel/insurance-type';

/** A pool listed by a policy, from a first day to an optional last day, for some insurance types or all. */
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

/** The differences between a fund's members in the register and the pools that its policy lists. */
export interface MemberDifference {
  /** Listed pools that are no members: the year lacks what they would pay and receive. */
  readonly absent: readonly string[];
  /** Members that the policy does not list. */
  readonly unlisted: readonly string[];
  /**
   * Listed members without books of the insurance type, while others have them; undefined for years recorded without
   * this check.
   */
  readonly bookless?: readonly string[];
}

/** Whether a policy excludes a pool from pooling an insurance type. */
export function isOfOtherType(
  listed: readonly ListedPool[],
  pool: string,
  insuranceType: InsuranceType,
): boolean {
  const schemes = listed.find(({ id }) => id === pool)?.schemes;
  return schemes !== undefined && !schemes.includes(insuranceType);
}

/**
 * Compares the pools that a policy lists for an insurance type at a year's end with the fund's members in the register;
 * undefined where they agree, or where the policy lists none.
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
