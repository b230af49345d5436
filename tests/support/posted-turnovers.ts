import type { Turnover } from '#domain/statement/turnover';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { RawTemplate } from '#rules/pack/raw-pack';

/** An event of a test, posted without a database. */
export interface PostedEvent {
  readonly template: RawTemplate;
  readonly month: Month;
  readonly pool: string;
  readonly otherPool?: string;
  readonly insuranceType: InsuranceType;
  readonly counterparty?: string;
  readonly category?: string;
  /** Amount of each key in fen; one that is left out is nil. */
  readonly amounts: Readonly<Record<string, bigint>>;
}

/** One entry of an event, as the ledger would write it. */
export interface PostedEntry extends Turnover {
  readonly event: number;
}

/** What the templates make of events, by rules of the ledger's posting function. @param firstMonth of the books */
export function postedEntries(events: readonly PostedEvent[], firstMonth: Month): readonly PostedEntry[] {
  return events.flatMap((event, number) =>
    event.template.moves.flatMap((move) => {
      const { pool, otherPool, insuranceType, counterparty, category, amounts, month, template } = event;
      const amount = amounts[move.amount] ?? 0n;
      if (amount === 0n || (insuranceType === 'resident' && move.fund !== undefined)) return [];
      const own = move.pool === 'other' ? otherPool : pool;
      const other = move.pool === 'other' ? pool : otherPool;
      const side = (account: string, debit: bigint, credit: bigint): PostedEntry => ({
        event: number,
        pool: own ?? '',
        month,
        book: /^\d{4}$/.test(account) ? 'cash' : 'obligation',
        fund: move.fund ?? 'pooled',
        source: move.source ?? 'current',
        account,
        category: account === '5001' ? (category ?? null) : null,
        party: /^100\d$/.test(account)
          ? null
          : otherPool === undefined
            ? (counterparty ?? null)
            : `pool:${other ?? ''}`,
        isClosing: template.kind === 'close',
        isOpening: template.kind === 'opening' && month === firstMonth,
        debit,
        credit,
      });
      return [side(move.debit, amount, 0n), side(move.credit, 0n, amount)];
    }),
  );
}
