import { setImmediate as breathe } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import { present } from '#kernel/assert';
import { createCopyMemory, isEmptyCopy, readCopy, type CopyReader } from '#storage/ledger/verify/copy-reader';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

/** A table of the ledger that is read by ranges of its numbers. */
export interface CopiedTable<Row> {
  readonly table: string;
  /** The column of numbers; rows of one number come in the order of the rest of `order`. */
  readonly number: string;
  readonly order: string;
  readonly columns: readonly string[];
  /** Which rows, where not every one. */
  readonly only?: RawBuilder<unknown>;
  /** Reads the fields in the order of `columns`. */
  readonly rowOf: (reader: CopyReader) => Row;
}

/** Numbers of one answer: near a megabyte, so that round trips are negligible. */
const NUMBERS_AT_A_TIME = 2048n;
const EVERY_ROW = sql`true`;
const LAST_BIGINT = 2n ** 63n - 1n;
/** Rows handed on at once: few enough to be freed before the collector moves them. */
const ROWS_AT_A_TIME = 512;

/**
 * Reads a table from end to end. The ranges cover every number between the first and the last, so that nothing falls
 * between two of them, whatever keys the table has lost; at the end the rows are counted by the server as well. The
 * next answer is on its way while one is worked on.
 * @throws RangeError where the server counts other rows than were read: those without a number
 */
export async function* readRanges<Row>(
  reading: Reading,
  table: CopiedTable<Row>,
): AsyncGenerator<readonly Row[], undefined> {
  const memory = createCopyMemory();
  const { first, last } = await boundsOf(reading, table);
  let count = 0n;
  let coming = first === null ? undefined : copyRange(reading, table, first);
  for (let from = first; from !== null && last !== null && coming !== undefined;) {
    const bytes = await coming;
    from = await nextFrom(reading, table, { from, last, bytes });
    coming = from === null ? undefined : copyRange(reading, table, from);
    // A failure is met when its turn comes; until then it must not end the program as nobody's.
    coming?.catch(() => undefined);
    for (const rows of batchesOf(readCopy(bytes, memory), table.rowOf)) {
      count += BigInt(rows.length);
      yield rows;
      // Lets what has arrived be taken in, so that the server need not wait.
      await breathe();
    }
  }
  await checkCount(reading, table, count);
}

function* batchesOf<Row>(
  reader: CopyReader,
  rowOf: (reader: CopyReader) => Row,
): Generator<readonly Row[], undefined> {
  let rows: Row[] = [];
  while (reader.nextRow()) {
    rows.push(rowOf(reader));
    if (rows.length < ROWS_AT_A_TIME) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** Finds the start of the next range: after this one, or after a gap where this one was empty; null after the last. */
async function nextFrom<Row>(
  reading: Reading,
  { table, number, only = EVERY_ROW }: CopiedTable<Row>,
  { from, last, bytes }: { readonly from: bigint; readonly last: bigint; readonly bytes: Buffer },
): Promise<bigint | null> {
  const next = from + NUMBERS_AT_A_TIME;
  if (next > last) return null;
  if (!isEmptyCopy(bytes)) return next;
  const { rows } = await sql<{ first: bigint | null }>`SELECT min(${sql.ref(number)}) AS first
    FROM ${sql.table(table)} WHERE ${sql.ref(number)} >= ${next} AND ${only}`.execute(reading);
  return rows[0]?.first ?? null;
}

async function boundsOf<Row>(
  reading: Reading,
  { table, number, only = EVERY_ROW }: CopiedTable<Row>,
): Promise<{ readonly first: bigint | null; readonly last: bigint | null }> {
  const { rows } = await sql<{ first: bigint | null; last: bigint | null }>`
    SELECT min(${sql.ref(number)}) AS first, max(${sql.ref(number)}) AS last FROM ${sql.table(table)}
    WHERE ${only}`.execute(reading);
  return present(rows[0], 'the bounds');
}

async function copyRange<Row>(
  reading: Reading,
  { table, number, order, columns, only = EVERY_ROW }: CopiedTable<Row>,
  from: bigint,
): Promise<Buffer> {
  const to = from + NUMBERS_AT_A_TIME > LAST_BIGINT ? LAST_BIGINT : from + NUMBERS_AT_A_TIME - 1n;
  const copy = sql<Buffer>`COPY (SELECT ${sql.raw(columns.join(', '))} FROM ${sql.table(table)}
    WHERE ${sql.ref(number)} BETWEEN ${sql.raw(from.toString())} AND ${sql.raw(to.toString())} AND ${only}
    ORDER BY ${sql.raw(order)}) TO STDOUT (FORMAT binary)`.compile(reading);
  let whole: Buffer | undefined;
  // Of the executor without plugins: those would look for names of columns in the bytes.
  for await (const { rows } of reading.withoutPlugins().getExecutor().stream<Buffer>(copy, 1))
    whole = rows[0];
  return present(whole, 'an answer');
}

async function checkCount<Row>(
  reading: Reading,
  { table, only = EVERY_ROW }: CopiedTable<Row>,
  count: bigint,
): Promise<void> {
  const { rows } = await sql<{
    count: bigint;
  }>`SELECT count(*) AS count FROM ${sql.table(table)} WHERE ${only}`.execute(reading);
  const stored = present(rows[0], 'the count').count;
  if (stored !== count) throw new RangeError(`${table}: ${count} rows were read of ${stored}`);
}
