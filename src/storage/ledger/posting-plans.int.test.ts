import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND, makeLedgerBench } from '#tests/support/ledger-bench';

describeOnPostgres('the plan that a session keeps for posting', (database) => {
  test('reads no event and no entry that is there already, though it was made in an empty ledger', async () => {
    const bench = await makeLedgerBench(database().connect('application'));
    const read = await bench.database.transaction().execute(async (transaction) => {
      const store = createLedgerStore(transaction);
      for (let count = 0; count < 20; count += 1) {
        const outcomes = await store.post([
          bench.command('interest_credited', { amounts: { pooled: fen(1n) } }),
          bench.command('levy_due', { otherPool: FUND, amounts: { levy: fen(1n) } }),
        ]);
        expect(outcomes.map(({ refusal }) => refusal)).toEqual([null, null]);
      }
      const { rows } = await sql<{ relname: string; scans: bigint; fetched: bigint; inserted: bigint }>`
        SELECT relname, seq_scan AS scans, idx_tup_fetch AS fetched, n_tup_ins AS inserted
        FROM pg_stat_xact_user_tables WHERE relname IN ('ledger_event', 'ledger_entry') ORDER BY relname`.execute(
        transaction,
      );
      return rows;
    });
    expect(read).toEqual([
      { relname: 'ledger_entry', scans: 0n, fetched: 0n, inserted: 120n },
      { relname: 'ledger_event', scans: 0n, fetched: 0n, inserted: 40n },
    ]);
  });
});
