import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import { inScope } from '#storage/identity/in-scope';
import { SEALED_ROWS } from '#storage/ledger/sealed-rows';
import type { Sealer } from '#storage/ledger/sealer';

/** As long as a short transaction of another test takes. */
const PAUSE_MS = 5;

/**
 * Seals every row that is there. Transaction ids are those of the whole server, so that a block may have to wait for
 * what runs in the databases of other tests.
 */
export async function sealEverything(database: Database, sealer: Sealer, now: string): Promise<void> {
  while (await hasUnsealed(database)) {
    if ((await sealer.sealOnce(now)) === undefined) await wait(PAUSE_MS);
  }
}

async function hasUnsealed(database: Database): Promise<boolean> {
  return inScope(database, MACHINE_SCOPE, async (transaction) => {
    const { rows } = await sql<{ found: boolean }>`
      SELECT EXISTS (SELECT FROM (${sql.raw(SEALED_ROWS)}) AS every
        WHERE number > (SELECT coalesce(max(last_number), 0) FROM ledger_block)) AS found`.execute(
      transaction,
    );
    return present(rows[0], 'an answer').found;
  });
}
