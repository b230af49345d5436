import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparePoolPremiums } from '#application/reconciliation/compare-premiums';
import { confirmClosing, decideClosing, proposeClosing } from '#application/reconciliation/close-month';
import { importStatement } from '#application/reconciliation/import-statement';
import { listReconciliations, openReconciliation } from '#application/reconciliation/open-reconciliation';
import { decideProposal, proposeForDifference } from '#application/reconciliation/work-differences';
import type { Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { inScope } from '#storage/identity/in-scope';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { NOW } from '#tests/support/ledger-bench';
import { valueIn } from '#tests/support/payout-bench';
import { makeReconciliationBench, type ReconciliationBench } from '#tests/support/reconciliation-bench';

const G1 = { counterparty: 'government:G1' };

function expectRefused(decision: Decision<unknown>, codes: readonly string[]): void {
  expect(decision.allowed ? [] : decision.refusals.map(({ code }) => code)).toEqual(codes);
}

describeOnPostgres('reconciliation', (database) => {
  let bench: ReconciliationBench;
  const ids: Record<string, string> = {};
  let subsidy = 0n;
  beforeAll(async () => {
    bench = await makeReconciliationBench(database().connect('application'));
    const pooled = (amount: bigint) => ({ amounts: { pooled: fen(amount) } });
    await bench.post('subsidy_received', {
      ...G1,
      ...pooled(500n),
      effectiveOn: plainDate(2026, 1, 5),
      note: 'V 1',
    });
    subsidy = await bench.post('subsidy_received', {
      ...G1,
      ...pooled(70n),
      effectiveOn: plainDate(2026, 1, 30),
    });
    await bench.post('interest_credited', { ...pooled(9n), effectiveOn: plainDate(2026, 2, 1) });
  });

  const open = async (id: string) => valueIn(await openReconciliation(bench.services, bench.as.checker, id));
  const important = (rest = {}) =>
    importStatement(bench.services, bench.as.maker, bench.given('2026-01', [], rest), NOW);

  describe('an import', () => {
    test.each([
      ['unknown_pool', { pool: 'nowhere' }],
      ['account_not_of_party', { account: '1004' }],
      ['balances_wanted', { opening: null }],
      ['unknown_profile', { profile: 'none' }],
      ['books_missing', { month: '2025-12' as Month }],
      ['statement_closing_wrong', { closing: fen(1n) }],
    ] as const)('JH-4.7-b: is refused whole: %s', async (code, rest) => {
      expectRefused(await important(rest), [code]);
      expect(await listReconciliations(bench.services, bench.as.maker)).toEqual([]);
    });

    test('SC-3.2: is for the department whose lines they are, and for health insurance', async () => {
      const statement = bench.given('2026-01', []);
      for (const who of ['ofTax', 'ofWest'] as const) {
        const codes = who === 'ofTax' ? ['party_of_other_department'] : ['unknown_pool'];
        expectRefused(await importStatement(bench.services, bench.as[who], statement, NOW), codes);
      }
    });

    test('JH-4.7-b: takes the place of an earlier one until the month is reconciled, and no file comes twice', async () => {
      const first = bench.given('2026-01', ['2026-01-06,5.00,V1'], { closing: fen(500n) });
      ids['replaced'] = await bench.import(first);
      expectRefused(await importStatement(bench.services, bench.as.maker, first, NOW), [
        'file_imported_before',
      ]);
      const rows = ['2026-01-06,5.00,v 1', '2026-01-29,0.40,X'];
      ids['january'] = await bench.import(bench.given('2026-01', rows, { closing: fen(540n) }), 'ofFinance');
      const states = (await listReconciliations(bench.services, bench.as.maker)).map(({ state }) => state);
      expect(states).toEqual(['open', 'replaced']);
      const wrong = bench.given('2026-02', ['2026-02-02,0.01,'], { opening: fen(539n), closing: fen(540n) });
      expectRefused(await importStatement(bench.services, bench.as.maker, wrong, NOW), [
        'opening_not_previous_closing',
      ]);
      const later = bench.given('2026-03', ['2026-03-02,0.01,'], { opening: fen(540n), closing: fen(541n) });
      expectRefused(await importStatement(bench.services, bench.as.maker, later, NOW), ['month_not_next']);
    });

    test('SC-3.2: is seen by its own department and by health insurance at its places', async () => {
      const seen = async (who: 'checker' | 'ofFinance' | 'ofTax' | 'ofWest') =>
        (await listReconciliations(bench.services, bench.as[who])).length;
      expect([
        await seen('checker'),
        await seen('ofFinance'),
        await seen('ofTax'),
        await seen('ofWest'),
      ]).toEqual([2, 2, 0, 0]);
      const found = await openReconciliation(bench.services, bench.as.ofTax, ids['january'] ?? '');
      expectRefused(found, ['unknown_reconciliation']);
    });
  });

  describe('a month', () => {
    test('JH-4.7-b: is matched by reference, and both balances are adjusted by what is left', async () => {
      const { reconciliation, differences } = await open(ids['january'] ?? '');
      expect(reconciliation.matches).toMatchObject([{ rule: 'reference', amount: 500n }]);
      expect(differences.map(({ side, line, kind }) => [side, line.id, line.amount, kind])).toEqual([
        ['ours', `event/${subsidy}`, 70n, 'missing_from_theirs'],
        ['theirs', `${ids['january']}/3`, 40n, 'missing_from_ours'],
      ]);
      expect(reconciliation.adjustment).toMatchObject({ ours: 570n, theirs: 540n, adjusted: 610n });
    });

    test('JH-4.7-b: names as timing what the next month of the other side has', async () => {
      const rows = ['2026-02-02,0.70,', '2026-02-03,0.09,', '2026-02-10,-0.40,X'];
      const february = bench.given('2026-02', rows, { opening: fen(540n), closing: fen(579n) });
      ids['february'] = await bench.import(february);
      const { differences } = await open(ids['january'] ?? '');
      expect(differences[0]).toMatchObject({ kind: 'timing', with: [`${ids['february']}/2`] });
      const { isNext } = await open(ids['february']);
      expect(isNext).toBe(false);
    });

    test('JH-4.7-b: a difference is worked by two people, whatever its answer is', async () => {
      const january = ids['january'] ?? '';
      const own = {
        side: 'ours',
        item: `event/${subsidy}`,
        kind: 'timing',
        event: null,
        posting: null,
        reason: '在途',
      } as const;
      const propose = (rest: object = {}) =>
        proposeForDifference(bench.services, bench.as.maker, january, { ...own, ...rest }, NOW);
      expectRefused(await propose({ item: 'event/1000000' }), ['item_not_open']);
      expectRefused(await propose({ reason: ' ' }), ['reason_missing']);
      expectRefused(await propose({ kind: 'correction' }), ['event_wanted']);
      expectRefused(await propose({ kind: 'correction', event: 1n }), ['event_not_of_account']);
      const { id } = valueIn(await propose());
      expectRefused(await propose(), ['item_proposed']);
      const approval = { id, decision: 'approved' } as const;
      expectRefused(await decideProposal(bench.services, bench.as.maker, approval, NOW), ['same_person']);
      expectRefused(await decideProposal(bench.services, bench.as.ofTax, approval, NOW), [
        'unknown_proposal',
      ]);
      await expect(
        sql`INSERT INTO reconciliation_proposal_decision VALUES (${id}, ${bench.as.maker.userId}, 'approved', ${bench.as.maker.userId}, now())`.execute(
          database().connect('application'),
        ),
      ).rejects.toThrow(/reconciliation_second_person|row-level security/);
      valueIn(await decideProposal(bench.services, bench.as.checker, approval, NOW));
      expectRefused(await decideProposal(bench.services, bench.as.checker, approval, NOW), [
        'record_decided',
      ]);
    });

    test('JH-4.7-b: is closed when every difference has a name and the ledger’s month is closed', async () => {
      const january = ids['january'] ?? '';
      expectRefused(await proposeClosing(bench.services, bench.as.maker, january, NOW), [
        'ledger_month_open',
        'differences_open',
      ]);
      await bench.agree(january, {
        side: 'theirs',
        item: `${january}/3`,
        kind: 'claim',
        reason: '请财政更正',
      });
      const by = { by: 'Ann', now: NOW };
      await bench.ledger.store.closeMonth(
        { pool: 'east', insuranceType: 'resident' },
        '2026-01' as Month,
        by,
      );
      const february = await proposeClosing(bench.services, bench.as.maker, ids['february'] ?? '', NOW);
      expectRefused(february, ['month_not_next', 'ledger_month_open']);
      const { id } = valueIn(await proposeClosing(bench.services, bench.as.maker, january, NOW));
      expectRefused(await proposeClosing(bench.services, bench.as.maker, january, NOW), ['closing_proposed']);
      const approval = { id, decision: 'approved' } as const;
      expectRefused(await decideClosing(bench.services, bench.as.maker, approval, NOW), ['same_person']);
      valueIn(await confirmClosing(bench.services, bench.as.ofFinance, approval, NOW));
      valueIn(await decideClosing(bench.services, bench.as.checker, approval, NOW));
      expectRefused(await decideClosing(bench.services, bench.as.checker, approval, NOW), ['record_decided']);
      expectRefused(await proposeClosing(bench.services, bench.as.maker, january, NOW), ['month_reconciled']);
      const again = bench.given('2026-01', ['2026-01-06,5.40,V1'], { closing: fen(540n) });
      expectRefused(await importStatement(bench.services, bench.as.maker, again, NOW), ['month_reconciled']);
    });

    test('JH-4.7-b: what was carried is closed by its counterpart in the next month', async () => {
      const { reconciliation, differences, isNext } = await open(ids['february'] ?? '');
      expect(isNext).toBe(true);
      expect(differences).toEqual([]);
      expect(reconciliation.matches.map(({ rule, amount }) => [rule, amount]).toSorted()).toEqual([
        ['amount_nearby', 70n],
        ['amount_nearby', 9n],
        ['cancelled', 0n],
      ]);
      expect(reconciliation.adjustment).toMatchObject({ ours: 579n, theirs: 579n, adjusted: 579n });
    });

    test('a closing that no longer fits is refused, and rows are never changed', async () => {
      const february = ids['february'] ?? '';
      const by = { by: 'Ann', now: NOW };
      await bench.ledger.store.closeMonth(
        { pool: 'east', insuranceType: 'resident' },
        '2026-02' as Month,
        by,
      );
      await bench.close(february);
      const application = database().connect('application');
      for (const change of [
        sql`UPDATE reconciliation_statement SET closing = 0`,
        sql`DELETE FROM reconciliation_line`,
        sql`UPDATE reconciliation_closing_decision SET decision = 'rejected'`,
      ]) {
        await expect(change.execute(application)).rejects.toThrow();
      }
      const states = (await listReconciliations(bench.services, bench.as.checker)).map(({ state }) => state);
      expect(states).toEqual(['reconciled', 'reconciled', 'replaced']);
    });
  });

  test('JH-4.7-b: a correction that two people named answers a line, however far the days lie apart', async () => {
    const rows = ['2026-03-01,0.55,'];
    const march = await bench.import(
      bench.given('2026-03', rows, { opening: fen(579n), closing: fen(634n) }),
    );
    const on = { effectiveOn: plainDate(2026, 3, 31) };
    const event = await bench.post('subsidy_received', { ...G1, amounts: { pooled: fen(55n) }, ...on });
    const [first] = (await open(march)).differences;
    expect(first).toMatchObject({ side: 'ours', kind: 'missing_from_theirs' });
    await bench.agree(march, {
      side: 'theirs',
      item: `${march}/2`,
      kind: 'correction',
      event,
      reason: '补记',
    });
    const { reconciliation, differences } = await open(march);
    expect([differences, reconciliation.matches]).toMatchObject([[], [{ rule: 'named', amount: 55n }]]);
  });

  test('NAT-28.7: a correction moves what the line lacks; what it is to post is posted by the agreement of another', async () => {
    const { services, as } = bench;
    const south = { pool: 'north', insuranceType: 'employee' } as const;
    const told = { ...south, party: 'bank', account: '1004' } as const;
    const amounts = (pooled: bigint) => ({ amounts: { pooled: fen(pooled), account: fen(0n) } });
    const on = { effectiveOn: plainDate(2026, 3, 2) };
    await bench.post('expenditure_account_funded', { ...south, ...amounts(900n), ...on });
    const twice = await bench.post('benefit_settled', {
      ...south,
      counterparty: 'institution:H1',
      category: 'inpatient',
      ...amounts(70n),
    });
    expect(twice).toBeTypeOf('bigint');
    const paid = { ...south, counterparty: 'institution:H1', category: 'inpatient', ...amounts(70n), ...on };
    const wrong = await bench.post('benefit_paid', paid);
    const rows = ['2026-03-02,9.00,', '2026-03-05,0.40,'];
    const id = await bench.import(bench.given('2026-03', rows, { ...told, closing: fen(940n) }));
    const { differences } = await open(id);
    expect(differences).toMatchObject([
      { side: 'ours', line: { id: `event/${wrong}`, amount: -70n } },
      { side: 'theirs', line: { amount: 40n } },
    ]);
    const propose = (rest: object, fund = as.maker) =>
      proposeForDifference(
        services,
        as.maker,
        id,
        {
          side: 'theirs',
          item: `${id}/3`,
          kind: 'correction',
          event: null,
          posting: null,
          reason: '银行利息',
          ...rest,
        },
        NOW,
        fund,
      );
    expectRefused(await propose({ event: wrong }), ['event_does_not_mend']);
    const interest = (pooled: string) => ({
      posting: {
        template: 'payment_rejected',
        counterparty: 'institution:H1',
        amounts: { pooled, account: '0.00' },
        effectiveOn: '2026-03-05',
      },
    });
    expectRefused(await propose(interest('0.41')), ['event_does_not_mend']);
    expectRefused(await propose(interest('x')), ['bad_amount']);
    expectRefused(await propose({ posting: { ...interest('0.40').posting, template: 'none' } }), [
      'template_unknown',
    ]);
    expectRefused(await propose({ posting: { ...interest('0.40').posting, template: null } }), [
      'nothing_to_reverse',
    ]);
    expectRefused(await propose({ ...interest('0.40'), event: wrong }), ['event_wanted']);
    expectRefused(
      await proposeForDifference(
        services,
        as.maker,
        id,
        {
          side: 'theirs',
          item: `${id}/3`,
          kind: 'correction',
          event: null,
          reason: '息',
          ...interest('0.40'),
        },
        NOW,
      ),
      ['posting_is_the_funds'],
    );
    const posting = valueIn(await propose(interest('0.40')));
    const undoing = valueIn(
      await propose({
        side: 'ours',
        item: `event/${wrong}`,
        posting: { template: null, amounts: {}, effectiveOn: '2026-03-06' },
      }),
    );
    expect((await open(id)).differences).toHaveLength(2);
    expectRefused(await decideProposal(services, as.checker, { id: posting.id, decision: 'approved' }, NOW), [
      'posting_is_the_funds',
    ]);
    for (const one of [posting, undoing]) {
      const approval = { id: one.id, decision: 'approved' } as const;
      valueIn(await decideProposal(services, as.checker, approval, NOW, as.checker));
    }
    const mended = await open(id);
    expect(mended.differences).toEqual([]);
    expect(mended.reconciliation.matches.map(({ rule }) => rule)).toContain('named');
    const application = database().connect('application');
    const { rows: posted } = await inScope(application, as.maker, (within) =>
      sql<{
        key: string;
        actor: string;
      }>`SELECT key, actor FROM ledger_event WHERE key LIKE 'reconciliation %'`.execute(within),
    );
    expect(posted.map(({ key, actor }) => [key, actor])).toEqual([
      [`reconciliation ${posting.id}`, as.checker.userId],
      [`reconciliation ${undoing.id}`, as.checker.userId],
    ]);
  });

  test('JH-4.7-b: a first month whose opening balances differ carries the difference as a line', async () => {
    const other = { pool: 'north', opening: fen(100n), closing: fen(100n) };
    const id = await bench.import(bench.given('2026-02', [], other));
    const { differences } = await open(id);
    expect(differences).toMatchObject([{ kind: 'opening', line: { id: `${id}/0`, amount: 100n } }]);
  });

  test('JH-4.7-b, JX-3.2, SD-5.2: premiums are compared from assessment to the special account', async () => {
    const person = { pool: 'west', counterparty: 'person:P1', effectiveOn: plainDate(2026, 1, 10) };
    const amounts = (pooled: bigint) => ({ amounts: { pooled: fen(pooled) } });
    await bench.post('premium_assessed', { ...person, ...amounts(1000n) });
    await bench.post('premium_to_treasury', { ...person, ...amounts(800n) });
    await bench.post('premium_to_income_account', { ...person, ...amounts(40n) });
    await bench.post('income_account_interest', {
      pool: 'west',
      ...amounts(2n),
      effectiveOn: plainDate(2026, 1, 10),
    });
    await bench.post('treasury_swept', {
      pool: 'west',
      ...amounts(600n),
      effectiveOn: plainDate(2026, 1, 31),
    });
    const told = { pool: 'west', account: '1005' } as const;
    const tax = { ...told, party: 'tax', opening: null, closing: null } as const;
    const levied = await bench.import(bench.given('2026-01', ['2026-01-09,8.50,T1'], tax), 'ofTax');
    const rows = ['2026-01-10,8.20,T1', '2026-01-31,-6.00,'];
    await bench.import(bench.given('2026-01', rows, { ...told, party: 'treasury', closing: fen(220n) }));
    const asked = { pool: 'west', insuranceType: 'resident', month: '2026-01' as Month } as const;
    const seen = valueIn(await comparePoolPremiums(bench.services, bench.as.checker, asked));
    expect(seen.gaps.map(({ amount }) => amount)).toEqual([110n, 30n, 20n, 200n, 0n]);
    const byTax = valueIn(await comparePoolPremiums(bench.services, bench.as.ofTax, asked));
    expect(byTax.gaps.map(({ amount }) => amount)).toEqual([110n, null, null, 200n, null]);
    const { reconciliation } = await open(levied);
    expect(reconciliation.adjustment).toMatchObject({ ours: 800n, theirs: 850n, adjusted: 1650n });
  });
});
