import { sql } from 'kysely';
import { beforeAll, expect, inject, test } from 'vitest';
import type { Turnover } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import { addMonths, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { migrateDatabase } from '#storage/migrations/migrate';
import { MIGRATIONS } from '#storage/migrations/migration';
import { readTurnovers } from '#storage/statement/read-turnovers';
import { describeOnPostgres, makeFreshDatabase, runOn } from '#tests/support/fresh-database';
import { ANN, FUND, POOLS } from '#tests/support/ledger-bench';
import { makeStatementBench, type StatementBench } from '#tests/support/statement-bench';

const ALL = [...POOLS, FUND];
const FIRST = '2026-01' as Month;
const MONTHS = 6;
const EVENTS_A_MONTH = 20;

/** Whole numbers below a bound that only look random, the same in every run. */
function createDice(): (bound: number) => number {
  let state = 20_260_101;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

describeOnPostgres('turnovers of closed months', (database) => {
  let bench: StatementBench;
  const heads: bigint[] = [0n];

  beforeAll(async () => {
    bench = await makeStatementBench(database());
    const dice = createDice();
    for (let at = 0; at < MONTHS; at += 1) {
      for (let count = 0; count < EVENTS_A_MONTH; count += 1) {
        // Some are of an earlier month, which one pool may have closed and another not.
        const month = addMonths(FIRST, Math.max(0, at - dice(3)));
        heads.push(await postOne(bench, month, dice));
      }
      // Pools close one after the other, and not each of them every month.
      for (const pool of ALL) if (dice(4) > 0) await closeNext(bench, pool);
    }
  });

  test('NAT-28.2: are those of their entries, through every month and as of every event', async () => {
    const everything = 10n ** 15n;
    for (let at = 0; at < MONTHS; at += 1) {
      for (const pools of [['east'], [FUND], ALL]) {
        for (const head of [...heads.filter((_, index) => index % 7 === 0), everything]) {
          const query = { pools, insuranceType: 'employee', through: addMonths(FIRST, at), head };
          const read = await bench.ledger.database.transaction().execute((own) => readTurnovers(own, query));
          expect(read).toEqual(await addUp(bench, query));
        }
      }
    }
  });

  test('are kept for each closed month and no other', async () => {
    const { rows } = await sql<{ kept: bigint; closed: bigint; open: bigint }>`
      SELECT count(t.pool) AS kept, count(m.pool) AS closed, count(*) FILTER (WHERE m.pool IS NULL) AS open
      FROM (SELECT DISTINCT pool, insurance_type, month FROM ledger_turnover) AS t
      FULL JOIN (SELECT m.* FROM ledger_month AS m WHERE EXISTS (SELECT FROM ledger_entry AS n
        WHERE (n.pool, n.insurance_type, n.posting_month) = (m.pool, m.insurance_type, m.month))) AS m
        USING (pool, insurance_type, month)`.execute(bench.ledger.database);
    const { kept, closed, open } = present(rows[0], 'the counts');
    expect([kept === closed, open]).toEqual([true, 0n]);
    expect(kept).toBeGreaterThan(8n);
  });

  test('are changed by nobody', async () => {
    const { database: application } = bench.ledger;
    await expect(sql`UPDATE ledger_turnover SET debit = debit + 1`.execute(application)).rejects.toThrow(
      'permission denied',
    );
    await expect(
      sql`INSERT INTO ledger_turnover SELECT * FROM ledger_turnover`.execute(application),
    ).rejects.toThrow('permission denied');
    await expect(runOn(database().url, 'DELETE FROM tongchou.ledger_turnover')).rejects.toThrow(
      'ledger_is_append_only',
    );
  });

  test('are added up by the migration where months were closed before it', async () => {
    const before = await makeFreshDatabase(present(inject('databaseUrl'), 'a server'));
    try {
      await migrateDatabase(
        before.url,
        MIGRATIONS.filter(({ number }) => number < 16),
      );
      await runOn(before.url, CLOSED_BEFORE);
      await migrateDatabase(before.url);
      const rows = await runOn(
        before.url,
        `SELECT month::text, account, party, debit::text, credit::text, last_event::text FROM tongchou.ledger_turnover
        ORDER BY month, account`,
      );
      const payable = { month: '2026-01-01', account: 'payable', party: 'institution' };
      expect(rows).toEqual([
        { ...payable, account: 'claims', debit: '12', credit: '0', last_event: '11' },
        { ...payable, debit: '0', credit: '12', last_event: '11' },
      ]);
    } finally {
      await before.drop();
    }
  });
});

/** A book of January, closed, and February, open, as they stood before closed months were added up. */
const CLOSED_BEFORE = `
SET search_path TO tongchou;
INSERT INTO pack_artefact (hash, pack_id, text) VALUES (encode(sha256('{}'), 'hex'), 'none', '{}');
INSERT INTO journal_template SELECT hash, 'settled', 'ordinary', '{employee}', '{}', '{}', false, '{}', false, 'pool',
  NULL, '{}', '{}', false, false FROM pack_artefact;
INSERT INTO journal_move SELECT hash, 'settled', 0, 'own', 'obligation', 'pooled', 'current', 'claims', 'payable', 'fen'
  FROM pack_artefact;
INSERT INTO ledger_account_set (pool, insurance_type, kind, first_month, opened_by, opened_at)
  VALUES ('east', 'employee', 'pool', '2026-01-01', 'Ann', now());
INSERT INTO ledger_month (pool, insurance_type, month, closed_by, closed_at)
  VALUES ('east', 'employee', '2026-01-01', 'Ann', now());
INSERT INTO ledger_entry SELECT event, line, month::date, 'east', 'employee', 'obligation', 'pooled', 'current', account,
  'institution:H' || event, NULL, debit, credit
FROM (VALUES (10, '2026-01-01', 5), (11, '2026-01-01', 7), (12, '2026-02-01', 9)) AS e (event, month, fen)
CROSS JOIN LATERAL (VALUES (0, 'claims', fen, 0), (1, 'payable', 0, fen)) AS side (line, account, debit, credit);
`;

/** The next month of a pool's books; whatever is left on its accounts has a reason here. */
async function closeNext({ ledger }: StatementBench, pool: string): Promise<void> {
  const { rows } = await sql<{ month: Month }>`
    SELECT to_char(f.month, 'YYYY-MM') AS month FROM first_open_month(${pool}, 'employee') AS f`.execute(
    ledger.database,
  );
  const { month } = present(rows[0], 'an open month');
  expect(
    await ledger.store.closeMonth({ pool, insuranceType: 'employee' }, month, ANN, 'a test'),
  ).toBeUndefined();
}

/** One event of a kind that the dice choose. */
async function postOne(
  bench: StatementBench,
  month: Month,
  dice: (bound: number) => number,
): Promise<bigint> {
  const fen = (): bigint => BigInt(1 + dice(900_000));
  const pool = present(POOLS[dice(POOLS.length)], 'a pool');
  const hospital = { pool, counterparty: `institution:H${dice(5)}` };
  const both = { pooled: fen(), account: fen() };
  switch (dice(7)) {
    case 6: {
      const claim = { pooled: fen(), account: fen() };
      const amount = claim.pooled + claim.account;
      const approval = await bench.ledger.approve('opening_claim', pool, amount, 'opening', 'employee');
      return bench.post('opening_claim', month, claim, { pool, counterparty: 'person:P1', approval });
    }
    case 0:
      return bench.post('benefit_settled', month, both, { ...hospital, category: 'inpatient' });
    case 1:
      return bench.post('benefit_paid', month, both, { ...hospital, category: 'inpatient' });
    case 2:
      return bench.post('premium_to_treasury', month, both, { pool, counterparty: `employer:E${dice(5)}` });
    case 3:
      return bench.post('levy_paid', month, { levy: fen() }, { pool, otherPool: FUND });
    case 4:
      return bench.post('allocation_paid', month, { allocation: fen() }, { pool: FUND, otherPool: pool });
    default:
      return bench.post('year_closed', month, { '4001.pooled': fen(), '5001.pooled': fen() }, { pool });
  }
}

/** The same from entries alone. */
async function addUp(
  { ledger }: StatementBench,
  query: Parameters<typeof readTurnovers>[1],
): Promise<readonly Turnover[]> {
  const last = `${query.through}-01` as PlainDate;
  const { rows } = await sql<Turnover>`
    SELECT n.pool, to_char(n.posting_month, 'YYYY-MM') AS month, n.book, n.fund, n.source, n.account, n.category,
      CASE WHEN n.counterparty LIKE 'pool:%' THEN n.counterparty ELSE split_part(n.counterparty, ':', 1) END AS party,
      e.template IN ('year_closed', 'year_of_adjustment_fund_closed') AS is_closing,
      e.template = 'opening_claim' AND n.posting_month = ${`${FIRST}-01`} AS is_opening, sum(n.debit)::bigint AS debit, sum(n.credit)::bigint AS credit
    FROM ledger_entry AS n JOIN ledger_event AS e ON e.number = n.event
    WHERE n.pool = ANY(${query.pools}) AND n.insurance_type = ${query.insuranceType} AND n.posting_month <= ${last}
      AND n.event <= ${query.head}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ORDER BY 1, 2, 6, 4, 5, 8, 7, 9, 10`.execute(ledger.database);
  return rows;
}
