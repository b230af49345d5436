import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { FUND, POOLS } from '#bench/ledger/bench-books';
import type { PostCommand } from '#domain/fund/ledger-command';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';

const NOW = '2026-03-10T08:00:00.000Z';

/**
 * The event of a number, as a month brings them: of ten, four are benefits found due (2 entries each), four benefits
 * paid (4), one is a premium due and one a levy paid to the fund.
 */
export function benchEvent(packHash: string, run: string, number: number): PostCommand {
  const pool = present(POOLS[number % POOLS.length], 'a pool');
  const amount = fen(BigInt(((number * 7919) % 9_999_900) + 100));
  const base = {
    key: `${run}-${number}`,
    packHash,
    pool,
    insuranceType: 'resident',
    effectiveOn: '2026-03-05' as PlainDate,
    now: NOW,
    actor: MACHINE_SCOPE.userId,
    clauses: [],
  } as const;
  const hospital = { counterparty: `institution:H${number % 997}`, amounts: { pooled: amount } };
  const kind = number % 10;
  if (kind < 4) return { ...base, ...hospital, template: 'benefit_settled', category: 'inpatient' };
  if (kind < 8) return { ...base, ...hospital, template: 'benefit_paid', category: 'inpatient' };
  if (kind === 8) {
    const government = { counterparty: `government:G${number % 97}`, amounts: { pooled: amount } };
    return { ...base, ...government, template: 'subsidy_due' };
  }
  return { ...base, template: 'levy_paid', otherPool: FUND, amounts: { levy: amount } };
}

/** Entries that ten events make, on the average of one. */
export const ENTRIES_AN_EVENT = (4 * 2 + 4 * 4 + 2 + 8) / 10;
