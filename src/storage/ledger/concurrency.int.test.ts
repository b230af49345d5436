import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { connectDatabase } from '#storage/database/connect';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createSealer } from '#storage/ledger/sealer';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN, failedChecks, FUND, makeLedgerBench, NOW, POOLS, TEST_KEYS } from '#tests/support/ledger-bench';

const WRITERS = 64;
const EVENTS_EACH = 8;

describeOnPostgres('with 64 writers on the same accounts', (database) => {
  test('nothing is lost and nothing doubled, while months close and the sealer seals', async () => {
    const bench = await makeLedgerBench(database().connect('application'));
    const many = connectDatabase({
      databaseUrl: database().url,
      role: 'application',
      maxConnections: WRITERS,
    });
    const store = createLedgerStore(many);
    const sealer = createSealer(bench.database, TEST_KEYS.current);
    let isWriting = true;
    const seal = async (): Promise<void> => {
      while (isWriting) await sealer.sealOnce(NOW);
    };
    const close = async (): Promise<void> => {
      for (const month of ['2026-01', '2026-02', '2026-03'] as Month[]) {
        await bench.store.closeMonth({ pool: 'east', insuranceType: 'resident' }, month, ANN);
      }
    };
    const write = async (writer: number): Promise<void> => {
      for (let index = 0; index < EVENTS_EACH; index += 1) {
        const pool = POOLS[(writer + index) % POOLS.length] ?? 'east';
        const between = { key: `${writer} ${index}`, pool, otherPool: FUND, amounts: { levy: fen(1n) } };
        const command = bench.command('levy_paid', between);
        // Each event is sent twice at once, as a client does that heard no answer.
        await Promise.all([store.post([command]), store.post([command])]);
      }
    };
    try {
      const sealing = seal();
      await Promise.all([close(), ...Array.from({ length: WRITERS }, (_, writer) => write(writer))]);
      isWriting = false;
      await sealing;
    } finally {
      await many.destroy();
    }
    await bench.sealAll();
    const { rows } = await sql<{ events: bigint; levied: bigint }>`SELECT count(DISTINCT event) AS events,
      sum(credit)::bigint AS levied FROM ledger_entry WHERE account = '4402'`.execute(bench.database);
    const expected = BigInt(WRITERS * EVENTS_EACH);
    expect(rows).toEqual([{ events: expected, levied: expected }]);
    const report = await bench.verify();
    expect(failedChecks(report)).toEqual([]);
    expect(report.unsealed).toBe(0n);
  });

  test('an approval is used once and an event reversed once, whoever is first', async () => {
    const bench = await makeLedgerBench(database().connect('application'));
    const marked = bench.command('pre_pooling_marked', { amounts: { pooled: fen(100n) } });
    const interest = bench.command('interest_credited', { amounts: { pooled: fen(5n) } });
    const [, posted] = await bench.store.post([marked, interest]);
    const approval = await bench.approve('pre_pooling_used', 'east', 100n, 'local_gap');
    const use = (): ReturnType<typeof bench.store.post> =>
      bench.store.post([bench.command('pre_pooling_used', { amounts: { pooled: fen(100n) }, approval })]);
    const undo = (): ReturnType<typeof bench.store.post> =>
      bench.store.post([bench.reversal(posted?.number ?? 0n)]);
    const refusals = async (
      attempts: readonly ReturnType<typeof bench.store.post>[],
    ): Promise<readonly (string | null)[]> =>
      (await Promise.all(attempts)).map(([outcome]) => outcome?.refusal ?? null).toSorted();
    const once = (code: string): readonly (string | null)[] => [code, code, code, null].toSorted();
    expect(await refusals([use(), use(), use(), use()])).toEqual(once('approval_used'));
    expect(await refusals([undo(), undo(), undo(), undo()])).toEqual(once('already_reversed'));
  });
});
