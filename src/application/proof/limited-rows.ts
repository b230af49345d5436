import type {
  Batches,
  BlockRow,
  EventRow,
  LedgerRows,
  SaltRow,
  StoredLedgerRows,
  WithheldRow,
} from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import { saltOfRow } from '#application/proof/row-salt';
import { readMinors, sealedMinors } from '#application/proof/sealed-minors';
import { sealedEvent } from '#application/proof/sealed-text';

/**
 * The rows of some pools alone: their books and months, their events with all entries (those between two pools have a side
 * in the other's books, which follows from the event), requests, payment runs and totals. Of other sealed rows only the
 * hash is given, so that the chain can still be followed.
 */
export function limitedRows(
  rows: StoredLedgerRows,
  pools: readonly string[],
  seals: LedgerSeals,
): LedgerRows {
  const chosen = new Set<string | null>(pools);
  const isOwn = ({ pool, otherPool }: EventRow): boolean => chosen.has(pool) || chosen.has(otherPool);
  const ofPools = async <Row extends { readonly pool: string }>(
    all: Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => (await all).filter(({ pool }) => chosen.has(pool));
  const approvals = async (): ReturnType<LedgerRows['approvals']> => {
    const given = new Set((await ofPools(rows.requests())).map(({ number }) => number));
    return (await rows.approvals()).filter(({ request }) => given.has(request));
  };
  const runs = (): ReturnType<LedgerRows['paymentRuns']> => ofPools(rows.paymentRuns());
  const ofRuns = async <Row extends { readonly run: string }>(
    parts: Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => {
    const given = new Set((await runs()).map(({ id }) => id));
    return (await parts).filter(({ run }) => given.has(run));
  };
  return {
    ...rows,
    pools,
    books: () => ofPools(rows.books()),
    months: () => ofPools(rows.months()),
    requests: () => ofPools(rows.requests()),
    approvals,
    paymentRuns: runs,
    paymentLines: () => ofRuns(rows.paymentLines()),
    paymentPostings: () => ofRuns(rows.paymentPostings()),
    paymentDecisions: () => ofRuns(rows.paymentDecisions()),
    paymentEnds: () => ofRuns(rows.paymentEnds()),
    events: () => rows.eventsOf(pools),
    entries: () => rows.entriesOf(pools),
    totals: () => filtered(rows.totals(), ({ pool }) => chosen.has(pool)),
    blocks: () => withoutSalts(rows.blocks()),
    withheld: async function* () {
      const minors = sealedMinors(await readMinors(rows));
      const own = new Set(
        sealedMinors({
          books: await ofPools(rows.books()),
          months: await ofPools(rows.months()),
          requests: await ofPools(rows.requests()),
          approvals: await approvals(),
        }).map(({ number }) => number),
      );
      const sealed = createSealedRows(rows, seals);
      let at = 0;
      const minorsBefore = async (number: number): Promise<(WithheldRow | SaltRow)[]> => {
        const told: (WithheldRow | SaltRow)[] = [];
        for (let minor = minors[at]; minor !== undefined && minor.number < number; minor = minors[at]) {
          told.push(...(await sealed.tell(minor.number, minor.text, own.has(minor.number))));
          at += 1;
        }
        return told;
      };
      for await (const batch of rows.events()) {
        const told: (WithheldRow | SaltRow)[] = [];
        for (const event of batch) {
          const number = Number(event.number);
          told.push(...(await minorsBefore(number)));
          told.push(...(await sealed.tell(number, sealedEvent(event), isOwn(event))));
        }
        yield told;
      }
      yield minorsBefore(Infinity);
    },
  };
}

/** Of a block its salt stays behind: from it the salts of withheld rows could be reckoned. */
async function* withoutSalts(blocks: Batches<BlockRow>): Batches<BlockRow> {
  for await (const batch of blocks) yield batch.map((block) => ({ ...block, salt: null }));
}

/** Tells of each sealed row, in the order of their numbers, what goes into a part: of a given one its salt, else its hash. */
function createSealedRows(
  rows: LedgerRows,
  seals: LedgerSeals,
): { tell(number: number, text: string, isGiven: boolean): Promise<readonly (WithheldRow | SaltRow)[]> } {
  const blocks = eachOf(rows.blocks());
  let block: BlockRow | undefined | null = null;
  return {
    tell: async (number, text, isGiven) => {
      while (block === null || (block !== undefined && Number(block.lastNumber) < number))
        block = (await blocks.next()).value;
      const name = number.toString();
      if (block === undefined) return isGiven ? [] : [{ number: name, hash: null }];
      const salt = saltOfRow(block, number, seals);
      if (!isGiven) return [{ number: name, hash: seals.sha256Hex(`${salt}${text}`) }];
      return salt === '' ? [] : [{ number: name, salt }];
    },
  };
}

async function* eachOf<Row>(batches: Batches<Row>): AsyncGenerator<Row, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}

async function* filtered<Row>(batches: Batches<Row>, isGiven: (row: Row) => boolean): Batches<Row> {
  for await (const batch of batches) yield batch.filter(isGiven);
}
