import type { EntryRow, EventRow, LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead, LedgerCheck, LedgerReport } from '#application/ports/ledger-verifier';
import { readAmounts } from '#application/proof/amounts';
import { checkBlocks } from '#application/proof/chain-check';
import { createChainRows } from '#application/proof/chain-rows';
import { checkClosedMonths } from '#application/proof/check-closed-months';
import { checkTemplates, type ArtefactTemplates } from '#application/proof/check-templates';
import { createDerivationCheck } from '#application/proof/derivation-check';
import { readEntriesOfEvents } from '#application/proof/entries-of-events';
import { createEntryChecks } from '#application/proof/entry-checks';
import { createEventChecks } from '#application/proof/event-checks';
import { createPaymentChecks, readPayments } from '#application/proof/payment-checks';
import { givenPools } from '#application/proof/given-pools';
import { readMinors, type Minors } from '#application/proof/sealed-minors';
import { createTotalsCheck } from '#application/proof/totals-check';

/**
 * Proves a ledger from its rows alone, in one pass over events and entries side by side, by code that shares nothing
 * with what wrote them. Memory is bounded but for eight bytes an event, and what is cited, approved, paid by runs or summed.
 */
export async function verifyRows(
  rows: LedgerRows,
  seals: LedgerSeals,
  head: ChainHead | null,
  isKeyOptional = false,
): Promise<LedgerReport> {
  const { check, templates } = await checkTemplates(rows, seals);
  const minors = await readMinors(rows);
  const blocks = await checkBlocks(rows, seals, head, isKeyOptional);
  const streamed = await checkStreams({ rows, seals, templates, minors, lastSealed: blocks.lastNumber });
  const closed = checkClosedMonths(minors.books, minors.months);
  return {
    checks: [check, ...streamed.checks, closed, streamed.digests, ...blocks.checks],
    missingKeys: blocks.missingKeys,
    head: blocks.head,
    unsealed: streamed.unsealed,
    withheld: streamed.withheld,
  };
}

interface Streams {
  readonly rows: LedgerRows;
  readonly seals: LedgerSeals;
  readonly templates: ArtefactTemplates;
  readonly minors: Minors;
  readonly lastSealed: number;
}

interface Streamed {
  readonly checks: readonly LedgerCheck[];
  readonly digests: LedgerCheck;
  readonly unsealed: bigint;
  readonly withheld: bigint;
}

/** Events and entries side by side. */
async function checkStreams({ rows, seals, templates, minors, lastSealed }: Streams): Promise<Streamed> {
  const derivation = createDerivationCheck();
  const isGiven = givenPools(rows.pools);
  const onEntries = createEntryChecks(minors.books, isGiven);
  const onEvents = createEventChecks(minors, await rows.citedEvents(), seals, isGiven);
  const totals = createTotalsCheck(rows.pools);
  const payments = createPaymentChecks(await readPayments(rows));
  const chain = await createChainRows(rows, minors, seals);
  const entries = await readEntriesOfEvents(rows);
  const lookAtUnfounded = async (before: number): Promise<void> => {
    for (const stored of await entries.before(before)) {
      derivation.lookAtUnfounded(stored);
      onEntries.look(stored, undefined);
      if (Number(stored[0]?.event) <= lastSealed) for (const entry of stored) totals.add(entry);
    }
  };
  const lookAt = (event: EventRow, number: number, stored: readonly EntryRow[]): void => {
    const template = templates.find(event.packHash, event.template);
    const derivable = { template, amounts: readAmounts(event.amounts) };
    chain.addEvent(event);
    onEvents.look(event, derivable);
    derivation.look(event, derivable, stored);
    if (stored.length > 0) onEntries.look(stored, event);
    if (event.refusal === null) payments.look(event, stored);
    if (number <= lastSealed) for (const entry of stored) totals.add(entry);
  };
  /** Where something has to be waited for: rows of other tables, or the next batch of entries. */
  const lookSlowly = async (event: EventRow, number: number): Promise<void> => {
    if (entries.isBehind(number)) await lookAtUnfounded(number);
    if (chain.isBehind(number)) await chain.catchUp(number);
    lookAt(event, number, await entries.of(event.number));
  };
  for await (const batch of rows.events()) {
    for (const event of batch) {
      const number = Number(event.number);
      const isSlow = entries.isBehind(number) || chain.isBehind(number);
      const stored = isSlow ? undefined : entries.atHand(event.number);
      // Waiting for each event would cost as much as looking at it.
      if (stored === undefined) await lookSlowly(event, number);
      else lookAt(event, number, stored);
    }
  }
  await lookAtUnfounded(Infinity);
  const { check: digests, unsealed, withheld } = await chain.finish();
  const checks = [
    derivation.check(),
    ...onEntries.checks(),
    ...(await onEvents.checks(() => rows.events())),
    await totals.compare(rows),
    payments.check(),
  ];
  return { checks, digests, unsealed, withheld };
}
