import { chinaDateOf } from '#application/time/china-time';
import { beforeBooks, dayAhead } from '#domain/fund/event-refusals';
import type { LedgerCommand } from '#domain/fund/ledger-command';
import type { Refusal } from '#kernel/decision';
import { firstDayOf, type Month } from '#kernel/month';

/**
 * Refuses the first event of a batch whose day lies in the future. Every way of posting asks this: what has not
 * happened is not posted.
 */
export function findDayAhead(
  commands: readonly Pick<LedgerCommand, 'key' | 'effectiveOn' | 'now'>[],
): Refusal | undefined {
  const ahead = commands.find(({ effectiveOn, now }) => effectiveOn > chinaDateOf(now));
  return ahead === undefined ? undefined : dayAhead(ahead.key, ahead.effectiveOn, chinaDateOf(ahead.now));
}

/** Refuses the first event of a batch whose day lies before the first month of its books. */
export function findDayBefore(
  commands: readonly Pick<LedgerCommand, 'key' | 'effectiveOn'>[],
  firstMonth: Month | undefined,
): Refusal | undefined {
  if (firstMonth === undefined) return undefined;
  const before = commands.find(({ effectiveOn }) => effectiveOn < firstDayOf(firstMonth));
  return before === undefined ? undefined : beforeBooks(before.key, before.effectiveOn, firstMonth);
}
