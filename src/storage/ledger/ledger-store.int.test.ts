import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN, BEN, failedChecks, FUND, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

const HOSPITAL = { counterparty: 'institution:H1' };
const pooled = (amount: bigint): { readonly amounts: { readonly pooled: ReturnType<typeof fen> } } => ({
  amounts: { pooled: fen(amount) },
});

describeOnPostgres('the ledger', (database) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await makeLedgerBench(database().connect('application'));
  });
  const postOne = async (...args: Parameters<LedgerBench['command']>): Promise<string | bigint> => {
    const [outcome] = await bench.store.post([bench.command(...args)]);
    return outcome?.refusal ?? outcome?.number ?? 'nothing';
  };
  const entriesOf = async (event: bigint): Promise<readonly string[]> => {
    const { rows } = await sql<{
      line: string;
    }>`SELECT concat_ws(' ', pool, source, account, counterparty, category,
      debit, credit) AS line FROM ledger_entry WHERE event = ${event} ORDER BY line`.execute(bench.database);
    return rows.map(({ line }) => line);
  };

  test('NAT-28.9, NAT-P.11: a benefit paid is cash out by category and clears what was owed', async () => {
    await postOne('benefit_settled', { ...HOSPITAL, ...pooled(500n), category: 'inpatient' });
    const paid = await postOne('benefit_paid', { ...HOSPITAL, ...pooled(500n), category: 'inpatient' });
    expect(await entriesOf(paid as bigint)).toEqual([
      'east current 1004 0 500',
      'east current 5001 institution:H1 inpatient 500 0',
      'east current cleared institution:H1 0 500',
      'east current payable institution:H1 500 0',
    ]);
  });

  test('NAT-28.3: a levy debits 5301 of the city and credits 4402 of the fund, in one event', async () => {
    const between = { otherPool: FUND, amounts: { levy: fen(70n) } };
    expect(await postOne('levy_due', between)).toBeTypeOf('bigint');
    expect(await entriesOf((await postOne('levy_paid', between)) as bigint)).toEqual([
      'east current 1003 0 70',
      `east current 5301 pool:${FUND} 70 0`,
      `east current cleared pool:${FUND} 0 70`,
      `east current payable pool:${FUND} 70 0`,
      `${FUND} adjustment 1003 70 0`,
      `${FUND} adjustment 4402 pool:east 0 70`,
      `${FUND} adjustment cleared pool:east 70 0`,
      `${FUND} adjustment receivable pool:east 0 70`,
    ]);
  });

  test('NAT-28.11, NAT-28.1, NAT-144.36: other income, borrowings and bonds stand in their accounts', async () => {
    const employer = { counterparty: 'employer:E1', ...pooled(90n) };
    expect(await postOne('late_fee_assessed', employer)).toBeTypeOf('bigint');
    expect(await entriesOf((await postOne('late_fee_to_treasury', employer)) as bigint)).toEqual([
      'east current 1005 90 0',
      'east current 4501 employer:E1 0 90',
      'east current cleared employer:E1 90 0',
      'east current receivable employer:E1 0 90',
    ]);
    await postOne('treasury_swept', pooled(90n));
    const breach = { ...HOSPITAL, ...pooled(40n) };
    await postOne('breach_penalty_due', breach);
    expect(await postOne('breach_penalty_received', breach)).toBeTypeOf('bigint');
    expect(await postOne('donation_received', pooled(8n))).toBe('approval_missing');
    const given = {
      ...pooled(8n),
      approval: await bench.approve('donation_received', 'east', 8n, 'bank_receipt'),
    };
    expect(await entriesOf((await postOne('donation_received', given)) as bigint)).toEqual([
      'east current 1003 8 0',
      'east current 4501 0 8',
    ]);
    const lender = { counterparty: 'government:G1', ...pooled(600n) };
    expect(await postOne('working_capital_borrowed', lender)).toBe('approval_missing');
    const borrowing = await bench.approve('working_capital_borrowed', 'east', 600n, 'payment_gap');
    expect(
      await entriesOf(
        (await postOne('working_capital_borrowed', { ...lender, approval: borrowing })) as bigint,
      ),
    ).toEqual([
      'east current 1003 600 0',
      'east current 2101 government:G1 0 600',
      'east current cleared government:G1 600 0',
      'east current payable government:G1 0 600',
    ]);
    const repaying = await bench.approve('borrowing_repaid', 'east', 600n, 'repayment');
    expect(await postOne('borrowing_repaid', { ...lender, approval: repaying })).toBeTypeOf('bigint');
    const buying = await bench.approve('bond_bought', 'east', 50n, 'investment_of_balance');
    expect(await postOne('bond_bought', { ...pooled(50n), approval: buying })).toBeTypeOf('bigint');
    const realised = {
      amounts: { principal_pooled: fen(50n), interest_pooled: fen(2n) },
      approval: await bench.approve('bond_realised', 'east', 52n, 'bank_receipt'),
    };
    expect(await entriesOf((await postOne('bond_realised', realised)) as bigint)).toEqual([
      'east current 1003 2 0',
      'east current 1003 50 0',
      'east current 1201 0 50',
      'east current 4201 0 2',
    ]);
  });

  test('a key posts once: again it gives the same event, with other content it is refused', async () => {
    const command = bench.command('interest_credited', pooled(9n));
    const [first] = await bench.store.post([command]);
    const later = { ...command, now: '2026-03-11T08:00:00.000Z' };
    expect(await bench.store.post([later])).toEqual([{ ...first, isReplayed: true }]);
    const [other] = await bench.store.post([{ ...command, ...pooled(10n) }]);
    expect(other).toMatchObject({ refusal: 'key_reused', number: first?.number });
  });

  test('a refused event is kept under its key and stays refused', async () => {
    const command = bench.command('interest_credited', pooled(0n));
    const [first] = await bench.store.post([command]);
    expect(first).toMatchObject({ refusal: 'amount_zero', isReplayed: false });
    expect(await bench.store.post([command])).toEqual([{ ...first, isReplayed: true }]);
    expect(await entriesOf(first?.number ?? 0n)).toEqual([]);
  });

  test.each([
    ['template_unknown', 'no_such_template', {}],
    ['type_not_of_template', 'transfer_out_due', { counterparty: 'person:P1' }],
    ['books_not_opened', 'interest_credited', { pool: 'nowhere' }],
    ['other_pool_missing', 'levy_due', {}],
    ['other_pool_not_wanted', 'interest_credited', { otherPool: 'west' }],
    ['same_pool', 'levy_due', { otherPool: 'east' }],
    ['books_not_opened', 'levy_due', { otherPool: 'nowhere' }],
    ['wrong_kind_of_books', 'levy_due', { otherPool: 'west', amounts: { levy: fen(1n) } }],
    ['wrong_kind_of_books', 'allocation_decided', { otherPool: FUND, amounts: { allocation: fen(1n) } }],
    ['counterparty_wrong', 'benefit_settled', {}],
    ['counterparty_wrong', 'benefit_settled', { counterparty: 'employer:E1' }],
    ['counterparty_wrong', 'interest_credited', HOSPITAL],
    ['category_wrong', 'benefit_paid', HOSPITAL],
    ['category_wrong', 'benefit_paid', { ...HOSPITAL, category: 'dinner' }],
    ['amounts_wrong', 'interest_credited', {}],
    ['amounts_wrong', 'interest_credited', { amounts: { pooled: fen(1n), account: fen(1n) } }],
    ['amount_negative', 'interest_credited', pooled(-1n)],
    ['correction_wrong', 'interest_credited', { ...pooled(-1n), corrects: 1n }],
    ['approval_missing', 'pre_pooling_used', pooled(1n)],
    ['approval_not_wanted', 'interest_credited', { ...pooled(1n), approval: 1n }],
  ] as const)('%s: %s is refused', async (code, template, rest) => {
    expect(await postOne(template, rest)).toBe(code);
  });

  test('a reversal restores every balance and happens once', async () => {
    const before = await bench.store.listBalances({ pool: 'west', insuranceType: 'resident' });
    const number = (await postOne('interest_credited', { pool: 'west', ...pooled(33n) })) as bigint;
    const [reversal] = await bench.store.post([bench.reversal(number)]);
    expect(await entriesOf(reversal?.number ?? 0n)).toEqual([
      'west current 1003 -33 0',
      'west current 4201 0 -33',
    ]);
    const after = await bench.store.listBalances({ pool: 'west', insuranceType: 'resident' });
    expect(after.filter(({ debit, credit }) => debit !== 0n || credit !== 0n)).toEqual(before);
    const [again] = await bench.store.post([bench.reversal(number)]);
    expect(again?.refusal).toBe('already_reversed');
    const [twice] = await bench.store.post([bench.reversal(reversal?.number ?? 0n)]);
    expect(twice?.refusal).toBe('reversal_of_reversal');
    const [unknown] = await bench.store.post([bench.reversal(999_999n)]);
    expect(unknown?.refusal).toBe('event_unknown');
  });

  test('a late correction is the difference, cites the event and keeps its effective date', async () => {
    const number = (await postOne('subsidy_due', {
      counterparty: 'government:G1',
      ...pooled(800n),
    })) as bigint;
    const difference = { counterparty: 'government:G1', ...pooled(-30n), corrects: number };
    expect(await postOne('subsidy_due', difference)).toBeTypeOf('bigint');
  });

  test('NAT-28.7: an event of a closed month stands in the first open one', async () => {
    const books = { pool: 'north', insuranceType: 'employee' } as const;
    const ofJanuary = { ...books, effectiveOn: '2026-01-20' as PlainDate };
    const amounts = { pooled: fen(5n), account: fen(6n) };
    const monthOf = async (): Promise<string | null | undefined> =>
      (await bench.store.post([bench.command('interest_credited', { ...ofJanuary, amounts })]))[0]
        ?.postingMonth;
    expect(await monthOf()).toBe('2026-01');
    expect(await bench.store.closeMonth(books, '2026-02' as Month, ANN)).toBe('earlier_month_open');
    expect(await bench.store.closeMonth(books, '2026-01' as Month, ANN)).toBeUndefined();
    expect(await bench.store.closeMonth(books, '2026-01' as Month, ANN)).toBe('month_closed');
    expect(await monthOf()).toBe('2026-02');
  });

  test('SC-2.2-g: restricted money needs a second person, for what was approved, once', async () => {
    await postOne('pre_pooling_marked', pooled(100n));
    const asked = {
      template: 'pre_pooling_used',
      pool: 'east',
      insuranceType: 'resident',
      reason: 'gap',
    } as const;
    const own = await bench.store.requestApproval({ ...asked, amount: 50n, cause: 'local_gap' }, ANN);
    expect(await postOne('pre_pooling_used', { ...pooled(50n), approval: own })).toBe('approval_missing');
    expect(await bench.store.decideApproval(own, 'approved', { ...ANN, by: 'ＡＮＮ' })).toBe('same_person');
    expect(await bench.store.decideApproval(own, 'approved', BEN)).toBeUndefined();
    expect(await bench.store.decideApproval(own, 'rejected', BEN)).toBe('request_decided');
    expect(await postOne('pre_pooling_used', { ...pooled(51n), approval: own })).toBe('approval_exceeded');
    expect(await postOne('pre_pooling_used', { pool: 'west', ...pooled(50n), approval: own })).toBe(
      'approval_of_other',
    );
    const used = await postOne('pre_pooling_used', { ...pooled(50n), approval: own });
    expect(used).toBeTypeOf('bigint');
    expect(await postOne('pre_pooling_used', { ...pooled(50n), approval: own })).toBe('approval_used');
    const [freed] = await bench.store.post([bench.reversal(used as bigint)]);
    expect(freed?.refusal).toBe('approval_missing');
  });

  test('SC-2.2-d: the risk reserve is released for its causes only', async () => {
    const reserve = { pool: FUND, amounts: { reserve: fen(10n) } };
    await postOne('risk_reserve_set_aside', reserve);
    const budget = await bench.approve('risk_reserve_released', FUND, 10n, 'balance_the_budget');
    expect(await postOne('risk_reserve_released', { ...reserve, approval: budget })).toBe(
      'cause_not_allowed',
    );
    const epidemic = await bench.approve('risk_reserve_released', FUND, 10n, 'epidemic');
    expect(await postOne('risk_reserve_released', { ...reserve, approval: epidemic })).toBeTypeOf('bigint');
  });

  test('many events post in one call, the refused among them kept as refused', async () => {
    const good = bench.command('interest_credited', pooled(1n));
    const outcomes = await bench.store.post([good, bench.command('interest_credited', pooled(0n))]);
    expect(outcomes.map(({ key, refusal }) => [key === good.key, refusal])).toEqual([
      [true, null],
      [false, 'amount_zero'],
    ]);
  });

  test('all of it verifies, sealed and unsealed', async () => {
    expect(failedChecks(await bench.verify())).toEqual([]);
    await bench.sealAll();
    await postOne('interest_credited', pooled(2n));
    const report = await bench.verify();
    expect(failedChecks(report)).toEqual([]);
    expect(report.unsealed).toBe(1n);
    expect(report.checks.every(({ checked }) => checked > 0n)).toBe(true);
  });
});
