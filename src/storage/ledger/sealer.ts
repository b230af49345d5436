import { randomBytes } from 'node:crypto';
import { sql, type RawBuilder, type Transaction } from 'kysely';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { ChainHead } from '#application/ports/ledger-verifier';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';
import type { LedgerKey } from '#storage/ledger/ledger-key';
import { SEALED_ROWS } from '#storage/ledger/sealed-rows';

/** Advisory lock held while a block is sealed; any fixed number will do. */
const SEALER_LOCK = 7_203_114_005n;

/** Rows of one block, so that a long backlog is sealed in bounded steps. */
const MOST_ROWS = 20_000;

/** As long as a digest: nobody tries 256 bits. */
const SALT_BYTES = 32;

/** Seals committed rows into blocks; several sealers may run, one seals at a time. */
export interface Sealer {
  /** Seals one block, unless there is nothing to seal or another sealer is at work; returns the new head. */
  sealOnce(now: string): Promise<ChainHead | undefined>;
}

/** A number, and the transaction before which every row up to it was written. */
interface Horizon {
  readonly number: bigint;
  readonly transaction: string;
}

export function createSealer(database: Database, key: LedgerKey): Sealer {
  let pending: Horizon | undefined;
  return {
    sealOnce: async (now) => {
      pending ??= await readHorizon(database);
      if (!(await isDecided(database, pending))) return undefined;
      const { number } = pending;
      pending = undefined;
      return inScope(database, MACHINE_SCOPE, (transaction) => sealUpTo(transaction, number, key, now));
    },
  };
}

/**
 * First the number, then a transaction of our own: whoever drew that number had its transaction's id by then, a
 * lower one. The end of a snapshot would not do: transactions beyond it may be running already. Rows can be sealed
 * once all transactions before that one have ended, for then no row with a lower number can still appear.
 */
async function readHorizon(database: Database): Promise<Horizon> {
  const numbers = await sql<{ number: bigint }>`SELECT last_value AS number FROM ledger_number`.execute(
    database,
  );
  const own = await sql<{ transaction: string }>`
    SELECT pg_current_xact_id()::text AS transaction`.execute(database);
  return {
    number: present(numbers.rows[0], 'the sequence').number,
    transaction: present(own.rows[0], 'a transaction').transaction,
  };
}

async function isDecided(database: Database, { transaction }: Horizon): Promise<boolean> {
  const { rows } = await sql<{ decided: boolean }>`
    SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${transaction}::xid8 AS decided`.execute(database);
  return present(rows[0], 'a snapshot').decided;
}

async function sealUpTo(
  transaction: Transaction<Tables>,
  number: bigint,
  key: LedgerKey,
  now: string,
): Promise<ChainHead | undefined> {
  const lock = await sql<{ held: boolean }>`
    SELECT pg_try_advisory_xact_lock(${SEALER_LOCK}) AS held`.execute(transaction);
  if (lock.rows[0]?.held !== true) return undefined;
  const head = await sql<{ number: bigint; lastNumber: bigint; mac: string }>`
    SELECT number, last_number, encode(mac, 'hex') AS mac FROM ledger_block ORDER BY number DESC LIMIT 1`.execute(
    transaction,
  );
  const previous = head.rows[0];
  const first = (previous?.lastNumber ?? 0n) + 1n;
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const found = await sql<{ count: bigint; last: bigint | null; digest: string | null }>`
    SELECT count(*) AS count, max(number) AS last,
      encode(sha256(string_agg(sha256(convert_to(${saltedText(salt)}, 'UTF8')), ''::bytea ORDER BY number)), 'hex') AS digest
    FROM (SELECT * FROM (${sql.raw(SEALED_ROWS)}) AS every
      WHERE number BETWEEN ${first} AND ${number} ORDER BY number LIMIT ${MOST_ROWS}) AS part`.execute(
    transaction,
  );
  const { count, last, digest } = present(found.rows[0], 'a digest');
  if (last === null || digest === null) return undefined;

  const blockNumber = (previous?.number ?? 0n) + 1n;
  const content = [blockNumber, first, last, count, digest, previous?.mac ?? '', key.id, now].join('|');
  const mac = key.mac(content).toString('hex');
  const block = {
    number: blockNumber.toString(),
    first_number: first.toString(),
    last_number: last.toString(),
    row_count: count.toString(),
    salt: `\\x${salt}`,
    digest: `\\x${digest}`,
    previous: previous === undefined ? null : `\\x${previous.mac}`,
    mac: `\\x${mac}`,
    key_id: key.id,
    sealed_at: now,
  };
  await sql`SELECT append_ledger_block(${JSON.stringify(block)}::jsonb)`.execute(transaction);
  return { number: block.number, lastNumber: block.last_number, mac };
}

/** A row's own salt in hex before its text; `verify` writes the same by code of its own (decision 0018). */
function saltedText(salt: string): RawBuilder<unknown> {
  return sql`encode(sha256(convert_to(${`${salt}|`}::text || number, 'UTF8')), 'hex') || row_text`;
}
