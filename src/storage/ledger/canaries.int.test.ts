import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { present } from '#kernel/assert';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { verifyReading } from '#storage/ledger/verify/verify-ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  ANN,
  failedChecks,
  FUND,
  makeLedgerBench,
  TEST_KEYS,
  type LedgerBench,
} from '#tests/support/ledger-bench';

/** A mistake in a function of the ledger: its text, what it is mistaken for, and what else has to be out of the way. */
type Mutant = readonly [title: string, name: string, text: string, mistake: string, before?: string];

const POST = 'write_ledger_events';
const JUDGE = 'judge_ledger_event';
const APPROVAL = 'judge_ledger_approval';
const ADD_UP = 'add_up_books';
const MUTANTS: readonly Mutant[] = [
  ['skips a posting', POST, 'AND a.fen <> 0', 'AND a.fen <> 0 AND m.move <> 1'],
  ['swaps an account', POST, 'side.account,\n', "replace(side.account, '1003', '1002'),\n"],
  [
    'posts to the wrong pool',
    POST,
    "WHEN 'own' THEN e.pool ELSE e.other_pool",
    "WHEN 'own' THEN e.pool ELSE e.pool",
  ],
  ['posts twice as much', POST, '(e.amounts ->> m.amount)::bigint', '2 * (e.amounts ->> m.amount)::bigint'],
  ['posts a fen too much', POST, '(e.amounts ->> m.amount)::bigint', '1 + (e.amounts ->> m.amount)::bigint'],
  ['names the wrong counterparty', POST, "THEN 'pool:' || e.other_pool", "THEN 'pool:' || e.pool"],
  [
    'posts to the wrong month',
    POST,
    'm.move * 2 + side.line, e.posting_month',
    "m.move * 2 + side.line, date_trunc('year', e.posting_month)::date",
  ],
  ['loses the source', POST, 'm.fund, m.source, side.account', "m.fund, 'current', side.account"],
  ['loses the category', POST, 'THEN e.category END', 'THEN NULL END'],
  [
    'takes no account of closed months',
    POST,
    "date_trunc('month', g.effective_on::timestamp)::date, own.month, other.month",
    "date_trunc('month', g.effective_on::timestamp)::date",
  ],
  ['does not negate a reversal', 'parse_ledger_commands', '(-a.value::bigint)', '(a.value::bigint)'],
  ['reverses twice', JUDGE, "THEN 'already_reversed'", 'THEN NULL', 'DROP INDEX ledger_event_reversed_once'],
  [
    'asks for no approval',
    JUDGE,
    'WHEN n.needed THEN',
    'WHEN false THEN',
    'DROP INDEX ledger_event_approval_once',
  ],
  [
    'uses an approval twice',
    APPROVAL,
    "THEN 'approval_used'",
    'THEN NULL',
    'DROP INDEX ledger_event_approval_once',
  ],
  ['exceeds what was approved', APPROVAL, "THEN 'approval_exceeded'", 'THEN NULL'],
  ['adds up a closed month a fen too high', ADD_UP, 'sum(n.debit)', '1 + sum(n.debit)'],
  ['adds up a closed month without a category', ADD_UP, 'n.account, n.category,', 'n.account, NULL,'],
  ['adds up a closed month as of an earlier event', ADD_UP, 'max(n.event)', 'min(n.event)'],
  ['takes all of a closed month for the closing of a year', ADD_UP, 'event = ANY (', 'event <> ALL ('],
  ['takes all of a first month for balances taken over', ADD_UP, 'event IN (SELECT', 'event NOT IN (SELECT'],
  ['adds up no closed month', 'add_up_closed_month', 'NULL, NULL);', 'NULL, NULL) WHERE false;'],
  ['confuses the books', JUDGE, "THEN 'wrong_kind_of_books'", 'THEN NULL'],
];

describeOnPostgres('a mistake in the posting is caught by verify', (database) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await makeLedgerBench(database().connect('application'));
    await bench.store.closeMonth({ pool: 'east', insuranceType: 'resident' }, '2026-01' as Month, ANN);
  });

  test.each(MUTANTS.map((mutant) => ({ title: mutant[0], mutant })))('that $title', async ({ mutant }) => {
    const [, name, text, mistake, before] = mutant;
    expect(await failedWith(name, text, mistake, before)).not.toEqual([]);
  });

  test('the program itself passes the same story', async () => {
    expect(await failedWith(POST, 'AND a.fen <> 0', 'AND a.fen <> 0')).toEqual([]);
  });

  test('a posting out of balance is not even stored', async () => {
    const oneSide = 'AND a.fen <> 0 AND side.line = 0';
    await expect(failedWith(POST, 'AND a.fen <> 0', oneSide)).rejects.toThrow('ledger_unbalanced');
  });

  /** Plants the mistake, runs a story that uses every kind of event, verifies, and undoes all of it. */
  async function failedWith(
    name: string,
    text: string,
    mistake: string,
    before?: string,
  ): Promise<readonly string[]> {
    let failed: readonly string[] = [];
    const undo = new Error('undone');
    const running = bench.database.transaction().execute(async (transaction) => {
      await sql`SET LOCAL ROLE NONE`.execute(transaction);
      if (before !== undefined) await sql.raw(before).execute(transaction);
      const { rows } = await sql<{
        definition: string;
      }>`SELECT pg_get_functiondef(oid) AS definition FROM pg_proc
        WHERE proname = ${name} AND pronamespace = 'tongchou'::regnamespace`.execute(transaction);
      const { definition } = present(rows[0], name);
      expect(definition).toContain(text);
      await sql.raw(definition.replace(text, mistake)).execute(transaction);
      await tellStory({ ...bench, store: createLedgerStore(transaction) });
      failed = failedChecks(await verifyReading(transaction, TEST_KEYS, null));
      throw undo;
    });
    await running.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    return failed;
  }
});

/** Posts one event of each kind that a mistake can show in. */
async function tellStory(bench: LedgerBench): Promise<void> {
  const { store } = bench;
  const command: LedgerBench['command'] = (...said) => bench.command(...said);
  const pooled = (amount: bigint): { readonly amounts: { readonly pooled: ReturnType<typeof fen> } } => ({
    amounts: { pooled: fen(amount) },
  });
  const ask = {
    template: 'pre_pooling_used',
    pool: 'east',
    insuranceType: 'resident',
    amount: 40n,
    cause: 'local_gap',
    reason: 'gap',
  } as const;
  const approval = await store.requestApproval(ask, ANN);
  await store.decideApproval(approval, 'approved', { ...ANN, by: 'Ben' });
  const late = { effectiveOn: '2026-01-31' as PlainDate };
  const posted = await store.post([
    command('interest_credited', { ...pooled(100n), ...late }),
    command('benefit_settled', { ...pooled(50n), counterparty: 'institution:H1', category: 'inpatient' }),
    command('benefit_paid', { ...pooled(50n), counterparty: 'institution:H1', category: 'inpatient' }),
    command('levy_due', { otherPool: FUND, amounts: { levy: fen(7n) } }),
    command('levy_paid', { otherPool: FUND, amounts: { levy: fen(7n) } }),
    command('pre_pooling_marked', pooled(90n)),
    command('levy_due', { otherPool: 'west', amounts: { levy: fen(7n) } }),
  ]);
  for (const approved of [{ approval }, { approval }, {}]) {
    await store.post([command('pre_pooling_used', { ...pooled(40n), ...approved })]);
  }
  const more = await store.requestApproval(ask, ANN);
  await store.decideApproval(more, 'approved', { ...ANN, by: 'Ben' });
  await store.post([command('pre_pooling_used', { ...pooled(41n), approval: more })]);
  const first = present(posted[0], 'the first event').number;
  await store.post([bench.reversal(first)]);
  await store.post([bench.reversal(first)]);
  for (const month of ['2026-02', '2026-03'] as Month[])
    await store.closeMonth({ pool: 'east', insuranceType: 'resident' }, month, ANN, 'a test');
}
