import type { WatchAsked } from '#console/api/monitoring-queries.ts';

/** What the address of the watch carries. */
export type WatchSearch = Partial<WatchAsked>;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads what is to be watched; what cannot be meant is ignored. */
export function readWatchSearch(search: Readonly<Record<string, unknown>>): WatchSearch {
  const { subject, insuranceType, month, pack } = search;
  return {
    ...(typeof subject === 'string' && subject !== '' ? { subject } : {}),
    ...(insuranceType === 'employee' || insuranceType === 'resident' ? { insuranceType } : {}),
    ...(typeof month === 'string' && MONTH.test(month) ? { month } : {}),
    ...(typeof pack === 'string' && pack !== '' ? { pack } : {}),
  };
}

/** What is asked for, once all of it is chosen; by the policy of the subject's place where none is named. */
export function watchOf(
  { subject, insuranceType, month, pack }: WatchSearch,
  ownPack: string | undefined,
): WatchAsked | undefined {
  const chosen = pack ?? ownPack;
  return subject === undefined || insuranceType === undefined || month === undefined || chosen === undefined
    ? undefined
    : { subject, insuranceType, month, pack: chosen };
}
