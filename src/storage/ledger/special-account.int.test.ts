import { beforeAll, expect, test } from 'vitest';
import type { LedgerCommand, LedgerOutcome, PostCommand } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import { fen } from '#kernel/fen';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

const PAT: Scope = { userId: 'pat', parts: [{ place: 'yunhai', department: 'health_insurance' }] };
const BY_PAT = { actor: 'pat' } as const;

describeOnPostgres('NAT-144.36: a special account', (database) => {
  let bench: LedgerBench;
  const application = () => database().connect('application');
  beforeAll(async () => {
    bench = await makeLedgerBench(application());
  });
  const post = (...commands: readonly LedgerCommand[]): Promise<readonly LedgerOutcome[]> =>
    createLedgerStore(application()).within(PAT).post(commands);
  const refusals = async (...commands: readonly LedgerCommand[]): Promise<readonly (string | null)[]> =>
    (await post(...commands)).map(({ refusal }) => refusal);
  const comesIn = (amount: bigint, pool = 'east'): PostCommand =>
    bench.command('interest_credited', { ...BY_PAT, pool, amounts: { pooled: fen(amount) } });
  const levy = (amount: bigint, pool = 'east'): PostCommand =>
    bench.command('levy_paid', { ...BY_PAT, pool, otherPool: FUND, amounts: { levy: fen(amount) } });
  const held = async (pool: string, source = 'current'): Promise<bigint> =>
    (await createLedgerReader(application()).listBalances(PAT, { pools: [pool], insuranceType: 'resident' }))
      .filter((one) => one.account === '1003' && one.source === source)
      .reduce((sum, { debit, credit }) => sum + debit - credit, 0n);

  test('pays no levy that it does not hold, and the refusal is kept under its key', async () => {
    const early = levy(70n);
    expect(await post(early)).toMatchObject([{ refusal: 'special_account_short', isReplayed: false }]);
    expect(await post(early)).toMatchObject([{ refusal: 'special_account_short', isReplayed: true }]);
    expect(await refusals(comesIn(70n))).toEqual([null]);
    expect(await refusals(levy(71n))).toEqual(['special_account_short']);
    expect(await refusals(levy(70n))).toEqual([null]);
    expect([await held('east'), await held(FUND, 'adjustment')]).toEqual([0n, 70n]);
  });

  test('counts what comes in by the same call, and refuses what is short alone', async () => {
    expect(await refusals(levy(30n, 'west'), comesIn(30n, 'west'))).toEqual([null, null]);
    const allocation = bench.command('allocation_paid', {
      ...BY_PAT,
      pool: FUND,
      otherPool: 'north',
      amounts: { allocation: fen(130n) },
    });
    // The allocation needs the levy, which the pool cannot pay: neither is posted, and what came in is.
    expect(await refusals(comesIn(1n, 'west'), levy(40n, 'west'), allocation)).toEqual([
      null,
      'special_account_short',
      'special_account_short',
    ]);
    expect([await held('west'), await held(FUND, 'adjustment')]).toEqual([1n, 100n]);
  });

  test('takes no other money of the account for it: not what is marked, nor another fund’s', async () => {
    await refusals(comesIn(50n, 'north'));
    const marked = bench.command('pre_pooling_marked', {
      ...BY_PAT,
      pool: 'north',
      amounts: { pooled: fen(50n) },
    });
    expect(await refusals(marked)).toEqual([null]);
    expect(await refusals(levy(1n, 'north'))).toEqual(['special_account_short']);
    expect([await held('north'), await held('north', 'pre_pooling')]).toEqual([0n, 50n]);
  });

  test('gives way to a reversal, which takes back what was never there', async () => {
    const [posted] = await post(comesIn(5n));
    expect(await refusals(levy(5n))).toEqual([null]);
    expect(await refusals(bench.reversal(posted?.number ?? 0n, BY_PAT))).toEqual([null]);
    expect(await held('east')).toBe(-5n);
    expect(await refusals(comesIn(3n), levy(1n))).toEqual([null, 'special_account_short']);
  });

  test('is paid from by one of two at a time', async () => {
    await refusals(comesIn(102n));
    expect(await held('east')).toBe(100n);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => refusals(levy(60n))));
    expect(outcomes.flat().filter((refusal) => refusal === null)).toHaveLength(1);
    expect(await held('east')).toBe(40n);
    await bench.sealAll();
    expect((await bench.verify()).checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
  });
});
