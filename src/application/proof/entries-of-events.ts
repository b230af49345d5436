import type { EntryRow, LedgerRows } from '#application/ports/ledger-rows';

/** Entries by event, taken in the order of events. */
export interface EntriesOfEvents {
  /** Entries of events before that number, each event's together: of events that are not there. */
  before(number: number): Promise<readonly (readonly EntryRow[])[]>;
  /** The entries of the event; empty where it has none. */
  of(number: string): readonly EntryRow[] | Promise<readonly EntryRow[]>;
  /** Whether `before` would give anything. */
  isBehind(number: number): boolean;
}

export async function readEntriesOfEvents(rows: LedgerRows): Promise<EntriesOfEvents> {
  const batches = rows.entries()[Symbol.asyncIterator]();
  let batch: readonly EntryRow[] = [];
  let at = 0;
  const load = async (): Promise<boolean> => {
    const { value, done } = (await batches.next()) as IteratorResult<readonly EntryRow[], undefined>;
    batch = done === true ? [] : value;
    at = 0;
    return done !== true;
  };
  while (at >= batch.length && (await load()));
  /** Goes on to the next batch where an event's entries may go over its end. */
  const takeSlowly = async (number: string, taken: EntryRow[]): Promise<readonly EntryRow[]> => {
    while (at >= batch.length && (await load()));
    for (let entry = batch[at]; entry?.event === number; entry = batch[at]) {
      taken.push(entry);
      at += 1;
      while (at >= batch.length && (await load()));
    }
    return taken;
  };
  const take = (number: string): readonly EntryRow[] | Promise<readonly EntryRow[]> => {
    const from = at;
    while (batch[at]?.event === number) at += 1;
    const taken = batch.slice(from, at);
    return at < batch.length || batch.length === 0 ? taken : takeSlowly(number, taken);
  };
  return {
    isBehind: (number) => Number(batch[at]?.event ?? Infinity) < number,
    of: take,
    before: async (number) => {
      const found: (readonly EntryRow[])[] = [];
      for (let entry = batch[at]; entry !== undefined && Number(entry.event) < number; entry = batch[at]) {
        found.push(await take(entry.event));
      }
      return found;
    },
  };
}
