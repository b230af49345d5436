import { chinaDateOf } from '#application/pack-life/china-time';
import { dayAhead } from '#domain/fund/event-refusals';
import type { LedgerCommand } from '#domain/fund/ledger-command';
import type { Refusal } from '#kernel/decision';

/**
 * The first event of a batch whose day has not come, as a refusal. Every way by which people post asks this, whatever form
 * the day stands on: what has not happened is not booked.
 */
export function findDayAhead(
  commands: readonly Pick<LedgerCommand, 'key' | 'effectiveOn' | 'now'>[],
): Refusal | undefined {
  const ahead = commands.find(({ effectiveOn, now }) => effectiveOn > chinaDateOf(now));
  return ahead === undefined ? undefined : dayAhead(ahead.key, ahead.effectiveOn, chinaDateOf(ahead.now));
}
