import type { Batches, EntryRow, EventRow, LedgerRows, WithheldRow } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import { sealedMinors } from '#application/proof/sealed-minors';
import { sealedEvent } from '#application/proof/sealed-text';

/**
 * The rows of some pools alone: their books and months, their events with all entries (those between two pools have a side
 * in the other's books, which follows from the event), requests, payment runs and totals. Of other sealed rows only the
 * hash is given, so that the chain can still be followed.
 */
export function limitedRows(rows: LedgerRows, pools: readonly string[], seals: LedgerSeals): LedgerRows {
  const chosen = new Set<string | null>(pools);
  const isOwn = ({ pool, otherPool }: EventRow): boolean => chosen.has(pool) || chosen.has(otherPool);
  const ofPools = async <Row extends { readonly pool: string }>(
    all: Promise<readonly Row[]>,
    isGiven: boolean,
  ): Promise<readonly Row[]> => (await all).filter(({ pool }) => chosen.has(pool) === isGiven);
  const approvals = async (isGiven: boolean): ReturnType<LedgerRows['approvals']> => {
    const given = new Set((await ofPools(rows.requests(), true)).map(({ number }) => number));
    return (await rows.approvals()).filter(({ request }) => given.has(request) === isGiven);
  };
  const runs = (): ReturnType<LedgerRows['paymentRuns']> => ofPools(rows.paymentRuns(), true);
  const ofRuns = async <Row extends { readonly run: string }>(
    parts: Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => {
    const given = new Set((await runs()).map(({ id }) => id));
    return (await parts).filter(({ run }) => given.has(run));
  };
  return {
    ...rows,
    pools,
    books: () => ofPools(rows.books(), true),
    months: () => ofPools(rows.months(), true),
    requests: () => ofPools(rows.requests(), true),
    approvals: () => approvals(true),
    paymentRuns: runs,
    paymentLines: () => ofRuns(rows.paymentLines()),
    paymentPostings: () => ofRuns(rows.paymentPostings()),
    paymentDecisions: () => ofRuns(rows.paymentDecisions()),
    paymentEnds: () => ofRuns(rows.paymentEnds()),
    events: () => filtered(rows.events(), isOwn),
    entries: () => entriesOf(rows, isOwn),
    totals: () => filtered(rows.totals(), ({ pool }) => chosen.has(pool)),
    withheld: async function* () {
      const hidden = sealedMinors({
        books: await ofPools(rows.books(), false),
        months: await ofPools(rows.months(), false),
        requests: await ofPools(rows.requests(), false),
        approvals: await approvals(false),
      });
      const minors = hidden.map(({ number, text }) => ({
        number: number.toString(),
        hash: seals.sha256Hex(text),
      }));
      for await (const batch of filtered(rows.events(), (event) => !isOwn(event))) {
        yield withMinors(batch, minors, seals);
      }
      yield minors;
    },
  };
}

async function* filtered<Row>(batches: Batches<Row>, isGiven: (row: Row) => boolean): Batches<Row> {
  for await (const batch of batches) yield batch.filter(isGiven);
}

/** Takes from `minors` what comes before each event. */
function withMinors(
  events: readonly EventRow[],
  minors: WithheldRow[],
  { sha256Hex }: LedgerSeals,
): readonly WithheldRow[] {
  return events.flatMap((event) => {
    const after = minors.findIndex(({ number }) => Number(number) > Number(event.number));
    const before = minors.splice(0, after === -1 ? minors.length : after);
    return [...before, { number: event.number, hash: sha256Hex(sealedEvent(event)) }];
  });
}

/** Entries of the chosen events; both streams are in the order of events. */
async function* entriesOf(rows: LedgerRows, isOwn: (event: EventRow) => boolean): Batches<EntryRow> {
  const events = filtered(rows.events(), isOwn)[Symbol.asyncIterator]();
  let batch: readonly EventRow[] = [];
  let at = 0;
  const reach = async (number: string): Promise<boolean> => {
    for (;;) {
      const event = batch[at];
      if (event === undefined) {
        const { value, done } = (await events.next()) as IteratorResult<readonly EventRow[], undefined>;
        if (done === true) return false;
        batch = value;
        at = 0;
      } else if (event.number === number) return true;
      else if (Number(event.number) > Number(number)) return false;
      else at += 1;
    }
  };
  for await (const entries of rows.entries()) {
    const given: EntryRow[] = [];
    for (const entry of entries) if (await reach(entry.event)) given.push(entry);
    yield given;
  }
}
