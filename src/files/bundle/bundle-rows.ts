import type { Batches, EventRow, LedgerRows } from '#application/ports/ledger-rows';
import { PACKS, TABLES, type Manifest, type TableName } from '#files/bundle/bundle-format';
import { eventOf } from '#files/bundle/row-lines';
import { readAllLines, readLines, readWholeText, type ZipFiles } from '#files/bundle/zip-files';

/** The ledger of a bundle, read from its files each time it is asked for. */
export function bundleRows(files: ZipFiles, { pools, ledgerPacks }: Manifest): LedgerRows {
  const stream = <Row>(table: TableName): Batches<Row> =>
    readLines(files, TABLES[table], (line) => JSON.parse(line) as Row);
  const whole = <Row>(table: TableName): Promise<readonly Row[]> =>
    readAllLines(files, TABLES[table], (line) => JSON.parse(line) as Row);
  const events = (): Batches<EventRow> => readLines(files, TABLES.events, eventOf);
  return {
    pools,
    artefacts: () =>
      Promise.all(
        ledgerPacks.map(async (hash) => ({ hash, text: await readWholeText(files, `${PACKS}${hash}.json`) })),
      ),
    templates: () => whole('templates'),
    moves: () => whole('moves'),
    books: () => whole('books'),
    months: () => whole('months'),
    requests: () => whole('requests'),
    approvals: () => whole('approvals'),
    paymentRuns: () => whole('paymentRuns'),
    paymentLines: () => whole('paymentLines'),
    paymentPostings: () => whole('paymentPostings'),
    paymentDecisions: () => whole('paymentDecisions'),
    paymentEnds: () => whole('paymentEnds'),
    citedEvents: () => citedBy(events()),
    events,
    entries: () => stream('entries'),
    blocks: () => stream('blocks'),
    totals: () => stream('totals'),
    withheld: () => stream('withheld'),
  };
}

async function citedBy(events: Batches<EventRow>): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  for await (const batch of events) {
    for (const { refusal, reverses, corrects } of batch) {
      if (refusal !== null) continue;
      if (reverses !== null) numbers.add(reverses);
      if (corrects !== null) numbers.add(corrects);
    }
  }
  return numbers;
}
