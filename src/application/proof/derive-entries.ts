import type { EntryRow, EventRow } from '#application/ports/ledger-rows';
import type { ArtefactTemplate } from '#application/proof/check-templates';

/** Deposit accounts stand for the money itself: no counterparty is kept with them. */
const DEPOSIT = /^100[1-5]$/;
/** Benefit expenditure, the one account that is kept by category. */
const BENEFITS = '5001';
const CASH = /^\d+$/;

/** One side of a move, with all that the template alone says of it. */
interface Side {
  readonly line: number;
  readonly isOwn: boolean;
  readonly isDebit: boolean;
  readonly book: 'cash' | 'obligation';
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly amount: string;
  readonly isDeposit: boolean;
  readonly isBenefit: boolean;
}

/** The sides of a template's moves in the order of their lines, for one insurance type. */
export type Sides = readonly Side[];

/** Residents have no personal accounts: what a template books into one, or leaves unsplit, is left out for them. */
export function sidesOf(template: ArtefactTemplate, insuranceType: string): Sides {
  return template.moves.flatMap((move, index) => {
    const { fund = 'pooled', source = 'current', debit, credit, amount, pool } = move;
    if (insuranceType === 'resident' && fund !== 'pooled') return [];
    const side = (account: string, line: number): Side => ({
      line: index * 2 + line,
      isOwn: pool === undefined,
      isDebit: line === 0,
      book: CASH.test(account) ? 'cash' : 'obligation',
      fund,
      source,
      account,
      amount,
      isDeposit: DEPOSIT.test(account),
      isBenefit: account === BENEFITS,
    });
    return [side(debit, 0), side(credit, 1)];
  });
}

/** Whether a stored entry equals the one derived from the event for this side. */
export function isDerived(entry: EntryRow, event: EventRow, side: Side, amount: string): boolean {
  return (
    entry.line === side.line &&
    entry.account === side.account &&
    (side.isDebit ? entry.debit : entry.credit) === amount &&
    (side.isDebit ? entry.credit : entry.debit) === '0' &&
    entry.pool === (side.isOwn ? event.pool : event.otherPool) &&
    entry.book === side.book &&
    entry.fund === side.fund &&
    entry.source === side.source &&
    entry.postingMonth === event.postingMonth &&
    entry.insuranceType === event.insuranceType &&
    entry.counterparty === (side.isDeposit ? null : partyOf(event, side.isOwn)) &&
    entry.category === (side.isBenefit ? event.category : null)
  );
}

/** Names the counterparty of a side: the other pool, otherwise the event's counterparty. */
function partyOf({ pool, otherPool, counterparty }: EventRow, isOwn: boolean): string | null {
  if (otherPool === null) return counterparty;
  return `pool:${(isOwn ? otherPool : pool) ?? ''}`;
}
