import type { EntryRow, LedgerRows } from '#application/ports/ledger-rows';

/** Entries by event, taken in the order of events. */
export interface EntriesOfEvents {
  /** Entries of events before that number, each event's together: of events that are not there. */
  before(number: number): Promise<readonly (readonly EntryRow[])[]>;
  /** The entries of the event; empty where it has none. */
  of(number: string): Promise<readonly EntryRow[]>;
  /** The same where nothing has to be read for it; undefined, and nothing taken, where it has. */
  atHand(number: string): readonly EntryRow[] | undefined;
  /** Whether `before` would give anything. */
  isBehind(number: number): boolean;
}

export async function readEntriesOfEvents(rows: LedgerRows): Promise<EntriesOfEvents> {
  const batches = rows.entries()[Symbol.asyncIterator]();
  let batch: readonly EntryRow[] = [];
  let at = 0;
  /** The number of the event whose entries come next. */
  let next = Infinity;
  const load = async (): Promise<boolean> => {
    const { value, done } = (await batches.next()) as IteratorResult<readonly EntryRow[], undefined>;
    batch = done === true ? [] : value;
    at = 0;
    return done !== true;
  };
  const reach = async (): Promise<void> => {
    while (at >= batch.length && (await load()));
    next = numberAt(batch, at);
  };
  await reach();
  const atHand = (number: string): readonly EntryRow[] | undefined => {
    if (Number(number) < next) return NONE;
    let end = at;
    while (batch[end]?.event === number) end += 1;
    // Those of an event may go on in the next batch.
    if (end >= batch.length) return undefined;
    const taken = batch.slice(at, end);
    at = end;
    next = numberAt(batch, at);
    return taken;
  };
  const of = async (number: string): Promise<readonly EntryRow[]> => {
    const taken: EntryRow[] = [];
    for (let entry = batch[at]; entry?.event === number; entry = batch[at]) {
      taken.push(entry);
      at += 1;
      await reach();
    }
    return taken;
  };
  return {
    isBehind: (number) => next < number,
    atHand,
    of,
    before: async (number) => {
      const found: (readonly EntryRow[])[] = [];
      for (let entry = batch[at]; entry !== undefined && next < number; entry = batch[at]) {
        found.push(await of(entry.event));
      }
      return found;
    },
  };
}

const NONE: readonly EntryRow[] = [];

function numberAt(batch: readonly EntryRow[], at: number): number {
  const entry = batch[at];
  return entry === undefined ? Infinity : Number(entry.event);
}
