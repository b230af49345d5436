import type { FundServices } from '#application/fund/services';
import type { JournalEntry, JournalEvent } from '#application/ports/ledger-reader';
import type { Scope } from '#domain/identity/account';
import { unknownEvent } from '#domain/fund/event-refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Gets an event of the scope's pools, with its entries in their books. */
export async function getEvent(
  { ledgerReader }: Pick<FundServices, 'ledgerReader'>,
  scope: Scope,
  number: bigint,
): Promise<Decision<{ readonly event: JournalEvent; readonly entries: readonly JournalEntry[] }>> {
  const found = await ledgerReader.findEvent(scope, number);
  return found === undefined ? refuse(unknownEvent(number.toString())) : allow(found);
}
