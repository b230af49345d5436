import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { endUser } from '#application/identity/manage-users';
import { adjustmentReport } from '#application/reconciliation/adjustment-report';
import { confirmClosing, decideClosing, proposeClosing } from '#application/reconciliation/close-month';
import { listWaitingDecisions, openReconciliation } from '#application/reconciliation/open-reconciliation';
import { decideProposal, proposeForDifference } from '#application/reconciliation/work-differences';
import type { Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { inScope } from '#storage/identity/in-scope';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { NOW } from '#tests/support/ledger-bench';
import { valueIn } from '#tests/support/payout-bench';
import {
  makeReconciliationBench,
  type ReconciliationBench,
  type Reconciler,
} from '#tests/support/reconciliation-bench';

const EAST = { pool: 'east', insuranceType: 'resident' } as const;
const WORDS = { nameOf: (id: string) => id, templateOf: () => undefined };

function codes(decision: Decision<unknown>): readonly string[] {
  return decision.allowed ? [] : decision.refusals.map(({ code }) => code);
}

describeOnPostgres('the other side of a reconciled month', (database) => {
  let bench: ReconciliationBench;
  beforeAll(async () => {
    bench = await makeReconciliationBench(database().connect('application'));
    const effectiveOn = plainDate(2026, 1, 30);
    await bench.post('interest_credited', { amounts: { pooled: fen(70n) }, effectiveOn });
  });

  const open = async (id: string) => valueIn(await openReconciliation(bench.services, bench.as.checker, id));
  const closeLedger = (month: string, pool = 'east') =>
    bench.ledger.store.closeMonth({ ...EAST, pool }, month as Month, { by: 'Ann', now: NOW });
  const approve = (id: string) => ({ id, decision: 'approved' }) as const;
  const confirm = (who: Reconciler, id: string) =>
    confirmClosing(bench.services, bench.as[who], approve(id), NOW);
  const decide = (who: Reconciler, id: string) =>
    decideClosing(bench.services, bench.as[who], approve(id), NOW);
  const propose = async (who: Reconciler, statement: string) =>
    valueIn(await proposeClosing(bench.services, bench.as[who], statement, NOW)).id;
  const timing = async (statement: string, item: string) =>
    proposeForDifference(
      bench.services,
      bench.as.maker,
      statement,
      { side: 'ours', item, kind: 'timing', event: null, posting: null, reason: '在途' },
      NOW,
    );
  /** A month in which the other side took back what it booked. */
  const quiet = (month: string) => bench.given(month, [`${month}-10,0.01,X`, `${month}-11,-0.01,X`]);
  const months: string[] = [];

  test('JH-4.7-b: the party’s own import is told apart, and its confirmation stands between proposal and closing', async () => {
    const january = await bench.import(quiet('2026-01'), 'ofFinance');
    months.push(january);
    const { statement, party, differences } = await open(january);
    expect([statement.byParty, party]).toEqual([true, 'awaited']);
    const item = differences[0]?.line.id ?? '';
    const { id: said } = valueIn(await timing(january, item));
    valueIn(await decideProposal(bench.services, bench.as.checker, approve(said), NOW));
    await closeLedger('2026-01');
    const id = await propose('maker', january);
    expect((await listWaitingDecisions(bench.services, bench.as.ofFinance)).map(({ kind }) => kind)).toEqual([
      'confirmation',
    ]);
    expect(codes(await decide('checker', id))).toEqual(['party_awaited']);
    expect(codes(await confirm('checker', id))).toEqual(['party_confirms']);
    expect(codes(await confirm('ofTax', id))).toEqual(['unknown_closing']);
    valueIn(await confirm('ofFinance', id));
    expect(codes(await confirm('ofFinance', id))).toEqual(['record_decided']);
    expect(codes(await decide('ofFinance', id))).toEqual(['books_close']);
    valueIn(await decide('checker', id));
    const closed = await open(january);
    expect([closed.party, closed.closing?.confirmedBy]).toEqual(['confirmed', bench.as.ofFinance.userId]);
    const { signOff, head } = adjustmentReport(closed, { zh: '东市', en: 'East' }, WORDS);
    expect(signOff).toContain(`对方确认：${bench.as.ofFinance.userId}`);
    expect(head).toContainEqual(['导入', '对方部门自行导入']);
  });

  test('NAT-144.39-c: what the party rejects is worked again', async () => {
    const february = await bench.import(quiet('2026-02'));
    months.push(february);
    await closeLedger('2026-02');
    const id = await propose('maker', february);
    const rejected = { id, decision: 'rejected' } as const;
    valueIn(await confirmClosing(bench.services, bench.as.ofFinance, rejected, NOW));
    const { statement, closing, party } = await open(february);
    expect([statement.state, statement.byParty, closing?.decision, party]).toEqual([
      'open',
      false,
      'rejected',
      'awaited',
    ]);
  });

  test('NAT-28.7: a line that is carried is named overdue in the next month, and on its way no more after two', async () => {
    const [, february = ''] = months;
    const [late] = (await open(february)).differences;
    expect(late).toMatchObject({ overdueMonths: 1, line: { carriedMonths: 1 } });
    await bench.close(february);
    const march = await bench.import(quiet('2026-03'));
    months.push(march);
    await closeLedger('2026-03');
    const month = await open(march);
    expect(month.differences).toMatchObject([{ overdueMonths: 2, line: { carriedMonths: 2, amount: 70n } }]);
    const { tables } = adjustmentReport(month, { zh: '东市', en: 'East' }, WORDS);
    expect(tables[1].rows[0]).toContain('逾期未达 2 个月');
    expect(codes(await timing(march, late?.line.id ?? ''))).toEqual(['timing_overdue']);
    expect(codes(await proposeClosing(bench.services, bench.as.maker, march, NOW))).toEqual([
      'timing_overdue',
    ]);
    await bench.agree(march, { side: 'ours', item: late?.line.id ?? '', kind: 'claim' });
    await bench.close(march);
    expect((await open(march)).differences).toMatchObject([{ overdueMonths: 0 }]);
  });

  test('NAT-28.7: two amounts of one movement are not on their way, on neither side', async () => {
    const effectiveOn = plainDate(2026, 4, 30);
    await bench.post('interest_credited', { amounts: { pooled: fen(39_000_000n) }, effectiveOn });
    const closing = fen(39_000_010n);
    const april = await bench.import(
      bench.given('2026-04', ['2026-04-30,390000.10,V9'], { opening: fen(0n), closing }),
    );
    months.push(april);
    const ours = (await open(april)).differences.find(
      ({ kind, side }) => kind === 'amount' && side === 'ours',
    );
    expect(codes(await timing(april, ours?.line.id ?? ''))).toEqual(['amount_is_no_timing']);
  });

  test('JH-4.7-b: who worked on the month does not confirm it, and the database holds it', async () => {
    const [, , , april = ''] = months;
    await closeLedger('2026-04');
    const { differences } = await open(april);
    for (const [index, { side, line }] of differences.entries()) {
      const wanted = {
        side,
        item: line.id,
        kind: 'claim',
        event: null,
        posting: null,
        reason: '请更正',
      } as const;
      const by = index === 0 ? bench.as.ofFinance : bench.as.maker;
      const { id } = valueIn(await proposeForDifference(bench.services, by, april, wanted, NOW));
      valueIn(await decideProposal(bench.services, bench.as.checker, approve(id), NOW));
    }
    const id = await propose('maker', april);
    expect(codes(await confirm('ofFinance', id))).toEqual(['confirmer_took_part']);
    const application = database().connect('application');
    const insert = (who: Reconciler, text: 'confirmation' | 'closing') =>
      inScope(application, bench.as[who], (within) =>
        text === 'confirmation'
          ? sql`INSERT INTO reconciliation_confirmation VALUES (${id}, ${bench.as.maker.userId}, ${bench.as[who].userId}, now())`.execute(
              within,
            )
          : sql`INSERT INTO reconciliation_closing_decision VALUES (${id}, ${bench.as.maker.userId}, 'approved', ${bench.as[who].userId}, now())`.execute(
              within,
            ),
      );
    await expect(insert('ofFinance', 'confirmation')).rejects.toThrow(/who worked on the differences/);
    await expect(insert('checker', 'confirmation')).rejects.toThrow(/the party confirms/);
    await expect(insert('checker', 'closing')).rejects.toThrow(/the party has not confirmed/);
    await expect(insert('ofFinance', 'closing')).rejects.toThrow(/who keeps the books/);
  });

  test('JH-4.7-b: a bank is stood for by its paper, and a party without anybody here by the word that it did not confirm', async () => {
    const west = { pool: 'west', account: '1005', party: 'treasury' } as const;
    const told = await bench.import(bench.given('2026-01', [], west));
    await closeLedger('2026-01', 'west');
    expect((await open(told)).party).toBe('awaited');
    const left = { id: bench.as.ofFinance.userId, reason: 'left' };
    valueIn(await endUser(bench.identity, bench.administrator, left, NOW));
    expect((await open(told)).party).toBe('absent');
    const id = await propose('maker', told);
    valueIn(await decide('checker', id));
    const closed = await open(told);
    expect(closed).toMatchObject({ party: 'absent', closing: { confirmedBy: null, decision: 'approved' } });
    const { signOff } = adjustmentReport(closed, { zh: '西市', en: 'West' }, WORDS);
    expect(signOff).toContain('对方确认：对方未在平台确认');
    const bank = { pool: 'west', account: '1004', party: 'bank' } as const;
    expect((await open(await bench.import(bench.given('2026-01', [], bank)))).party).toBe('paper');
  });
});
