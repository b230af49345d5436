import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { createLedgerVerifier, verifyReading } from '#storage/ledger/verify/verify-ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  ANN,
  failedChecks,
  FUND,
  makeLedgerBench,
  TEST_KEYS,
  type LedgerBench,
} from '#tests/support/ledger-bench';

/** What a superuser may do to the rows behind the program's back, and the checks of which one at least must fail. */
const TAMPERINGS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'an entry one fen more on both sides',
    `UPDATE ledger_entry SET debit = debit + sign(debit), credit = credit + sign(credit) WHERE event = EVENT`,
    ['entries', 'totals'],
  ],
  [
    'an entry on another account',
    `UPDATE ledger_entry SET account = '1004' WHERE event = EVENT AND account = '1003'`,
    ['entries'],
  ],
  ['an entry in another pool', `UPDATE ledger_entry SET pool = 'west' WHERE event = EVENT`, ['entries']],
  [
    'an entry of another counterparty',
    `UPDATE ledger_entry SET counterparty = 'person:X' WHERE event = PAID AND account = 'payable'`,
    ['entries'],
  ],
  ['an entry less', `DELETE FROM ledger_entry WHERE event = EVENT AND line = 0`, ['entries', 'balance']],
  [
    'an entry without an event',
    `INSERT INTO ledger_entry SELECT 99999, line, posting_month, pool, insurance_type, book, fund, source, account, counterparty, category, debit, credit FROM ledger_entry WHERE event = EVENT`,
    ['entries'],
  ],
  [
    'an event of other amounts',
    `UPDATE ledger_event SET amounts = '{"pooled": "8"}' WHERE number = EVENT`,
    ['keys'],
  ],
  [
    'an event and its hash and entries made anew',
    `UPDATE ledger_event SET amounts = '{"pooled": "8"}', content_hash = decode(repeat('00', 32), 'hex') WHERE number = EVENT; UPDATE ledger_entry SET debit = 8 * sign(debit), credit = 8 * sign(credit) WHERE event = EVENT`,
    ['chain_digests'],
  ],
  [
    'an event less, with its entries',
    `DELETE FROM ledger_entry WHERE event = EVENT; DELETE FROM ledger_event WHERE number = EVENT`,
    ['chain_digests', 'totals'],
  ],
  [
    'an event known earlier',
    `UPDATE ledger_event SET known_at = known_at - interval '1 day' WHERE number = EVENT`,
    ['chain_digests'],
  ],
  [
    'an event in another month',
    `UPDATE ledger_event SET posting_month = '2026-04-01' WHERE number = EVENT`,
    ['posting_months'],
  ],
  [
    'a refused event posted after all',
    `UPDATE ledger_event SET refusal = NULL, posting_month = '2026-03-01' WHERE key = 'refused'`,
    ['entries', 'chain_digests'],
  ],
  ['an event under another key', `UPDATE ledger_event SET key = 'another' WHERE number = EVENT`, ['keys']],
  [
    'books from another month',
    `UPDATE ledger_account_set SET first_month = '2025-12-01' WHERE pool = 'north'`,
    ['chain_digests'],
  ],
  [
    'books less',
    `DELETE FROM ledger_account_set WHERE pool = 'north' AND insurance_type = 'employee'`,
    ['chain_digests'],
  ],
  ['a closed month less', `DELETE FROM ledger_month WHERE pool = 'west'`, ['chain_digests']],
  [
    'a closed month more',
    `INSERT INTO ledger_month VALUES (LATE, 'east', 'resident', '2026-03-01', 'x', now())`,
    ['closed_months'],
  ],
  ['a request of another amount', `UPDATE ledger_approval_request SET amount = 99999`, ['chain_digests']],
  ['a request less', `DELETE FROM ledger_approval; DELETE FROM ledger_approval_request`, ['approvals']],
  ['an approval rejected', `UPDATE ledger_approval SET decision = 'rejected'`, ['approvals']],
  [
    'an approval by who asked',
    `ALTER TABLE ledger_approval DROP CONSTRAINT second_person; UPDATE ledger_approval SET decided_by = 'ann'`,
    ['approvals'],
  ],
  ['an approval less', `DELETE FROM ledger_approval`, ['approvals']],
  [
    'a block with another digest',
    `UPDATE ledger_block SET digest = decode(repeat('00', 32), 'hex') WHERE number = 1`,
    ['chain_digests'],
  ],
  ['a block less', `DELETE FROM ledger_block WHERE number = 1`, ['chain_links']],
  ['the last block less', `DELETE FROM ledger_block WHERE number = 2`, ['totals']],
  [
    'a block sealed later',
    `UPDATE ledger_block SET sealed_at = sealed_at + interval '1 second' WHERE number = 1`,
    ['chain_macs'],
  ],
  ['a total one fen more', `UPDATE ledger_total SET debit = debit + 1 WHERE account = '4201'`, ['totals']],
  ['a total less', `DELETE FROM ledger_total WHERE account = '4201'`, ['totals']],
  [
    'a move to another account',
    `UPDATE journal_move SET debit_account = '1002' WHERE template = 'interest_credited' AND fund = 'pooled'`,
    ['templates'],
  ],
  [
    'a move less',
    `DELETE FROM journal_move WHERE template = 'interest_credited' AND fund = 'account'`,
    ['templates'],
  ],
  [
    'a template without approval',
    `ALTER TABLE journal_template DROP CONSTRAINT approval_has_causes; ALTER TABLE journal_template DROP CONSTRAINT restricted_money_needs_approval; UPDATE journal_template SET needs_approval = false WHERE id = 'pre_pooling_used'`,
    ['templates'],
  ],
  [
    'a template less',
    `DELETE FROM journal_move WHERE template = 'split_corrected_to_pooled'; DELETE FROM journal_template WHERE id = 'split_corrected_to_pooled'`,
    ['templates'],
  ],
  [
    'a pack with another text',
    `UPDATE pack_artefact SET text = replace(text, '"1005"', '"1004"')`,
    ['templates'],
  ],
];

describeOnPostgres('tongchou verify', (database) => {
  let bench: LedgerBench;
  let event = 0n;
  let paid = 0n;
  beforeAll(async () => {
    bench = await makeLedgerBench(database().connect('application'));
    const pooled = { amounts: { pooled: fen(700n) } };
    const hospital = { counterparty: 'institution:H1', ...pooled };
    await bench.store.closeMonth({ pool: 'west', insuranceType: 'resident' }, '2026-01' as Month, ANN);
    await bench.store.post([
      bench.command('benefit_settled', { ...hospital, category: 'outpatient' }),
      bench.command('levy_due', { otherPool: FUND, amounts: { levy: fen(5n) } }),
      bench.command('pre_pooling_marked', pooled),
      { ...bench.command('interest_credited', { pool: 'nowhere', ...pooled }), key: 'refused' },
    ]);
    await bench.sealAll();
    const approval = await bench.approve('pre_pooling_used', 'east', 700n, 'local_gap');
    const posted = await bench.store.post([
      bench.command('benefit_paid', { ...hospital, category: 'outpatient' }),
      bench.command('pre_pooling_used', { ...pooled, approval }),
      bench.command('interest_credited', pooled),
      bench.command('interest_credited', pooled),
    ]);
    paid = posted[0]?.number ?? 0n;
    event = posted[2]?.number ?? 0n;
    await bench.store.post([bench.reversal(posted[3]?.number ?? 0n)]);
    await bench.sealAll();
    await bench.store.post([bench.command('interest_credited', pooled)]);
  });

  test('finds nothing wrong with what the ledger has written, and names the unsealed tail', async () => {
    const report = await bench.verify();
    expect(failedChecks(report)).toEqual([]);
    expect(report).toMatchObject({ unsealed: 1n, head: { number: '2' } });
  });

  describe('sees each row that is changed, added or taken away', () => {
    test.each(TAMPERINGS)('%s', async (_title, change, expected) => {
      const statements = change
        .replaceAll('EVENT', String(event))
        .replaceAll('PAID', String(paid))
        .replaceAll('LATE', '1');
      const failed = await failedAfter(statements);
      expect(expected.filter((name) => !failed.includes(name))).toEqual([]);
    });
  });

  test('misses the head that was kept when the last blocks are gone', async () => {
    const { head } = await bench.verify();
    const verifier = createLedgerVerifier(bench.database, TEST_KEYS);
    expect(failedChecks(await verifier.verify(head))).toEqual([]);
    expect(failedChecks(await verifier.verify({ number: '3', lastNumber: '99', mac: '00' }))).toEqual([
      'chain_head',
    ]);
  });

  test('says without the key that the chain is not proved', async () => {
    expect(failedChecks(await createLedgerVerifier(bench.database, undefined).verify(null))).toEqual([
      'chain_macs',
    ]);
  });

  /** Changes rows as the superuser, with the guards off, verifies what that left, and undoes it. */
  async function failedAfter(change: string): Promise<readonly string[]> {
    let failed: readonly string[] = [];
    const undo = new Error('undone');
    const tampering = bench.database.transaction().execute(async (transaction) => {
      const statements = [
        'SET LOCAL ROLE NONE',
        'SET LOCAL session_replication_role = replica',
        ...change.split('; '),
      ];
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      failed = failedChecks(await verifyReading(transaction, TEST_KEYS, null));
      throw undo;
    });
    await expect(tampering).rejects.toBe(undo);
    return failed;
  }
});
