import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { listBankAccounts } from '#application/payout/bank-accounts';
import { importAnswer } from '#application/payout/import-answer';
import { decideRun, proposeRun, withdrawRun, type WantedRun } from '#application/payout/payment-runs';
import { sendRun } from '#application/payout/send-run';
import type { PaymentRun } from '#application/ports/payout-store';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { inScope } from '#storage/identity/in-scope';
import { verifyReading, type Reading } from '#storage/ledger/verify/verify-ledger';
import {
  NO_SEALS,
  packTexts,
  proveTestBundle,
  unpackTexts,
  withManifest,
  writeTestBundle,
} from '#tests/support/bundle-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { failedChecks, NOW, TEST_KEYS } from '#tests/support/ledger-bench';
import { makePayoutBench, valueIn, type PayoutBench } from '#tests/support/payout-bench';
import { expectRefused } from '#tests/support/refused-codes';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

/** A day after the runs were sent: the bank has answered. */
const LATER = '2026-03-11T08:00:00.000Z';
const H1 = 'institution:H1';
const H2 = 'institution:H2';
const pooled = (amount: bigint) => ({ amounts: { pooled: fen(amount) } });
const wanted: WantedRun = {
  pool: 'east',
  insuranceType: 'resident',
  purpose: 'benefit',
  category: 'inpatient',
  paysOn: plainDate(2026, 3, 10),
  lines: undefined,
};

describeOnPostgres('payment runs', (database) => {
  let bench: PayoutBench;
  beforeAll(async () => {
    bench = await makePayoutBench(database().connect('application'));
    await bench.post('subsidy_received', { counterparty: 'government:G1', ...pooled(10_000n) });
    await bench.post('expenditure_account_funded', pooled(5000n));
    await bench.account('east', { role: 'expenditure' });
    for (const counterparty of [H1, H2]) {
      await bench.account('east', { role: 'payee', counterparty });
      await bench.post('benefit_settled', { counterparty, category: 'inpatient', ...pooled(600n) });
    }
  });
  const propose = async (rest: Partial<WantedRun> = {}): Promise<string> =>
    valueIn(await proposeRun(bench.services, bench.maker, { ...wanted, ...rest }, NOW)).id;
  const approve = async (id: string): Promise<void> => {
    valueIn(await decideRun(bench.services, bench.checker, { id, decision: 'approved' }, NOW));
  };
  const send = async (id: string): Promise<string> =>
    present(valueIn(await sendRun(bench.services, bench.maker, id, NOW)).file, 'a file').text;
  const find = (id: string): Promise<PaymentRun | undefined> =>
    bench.services.payoutStore.within(bench.maker, (office) => office.findRun(id));
  /** What a bank would answer to a file: each line with this outcome. */
  const answerTo = (file: string, outcome: 'paid' | 'rejected', reason = ''): string => {
    const [, ...rows] = file.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
    const lines = rows.map((row) => {
      const [run, line, , , account, amount] = row.split(',');
      return [run, line, account, amount, outcome, reason, '2026-03-11', `${run ?? ''}-${outcome}`].join(',');
    });
    return `${['run,line,account,amount,outcome,reason,date,reference', ...lines].join('\n')}\n`;
  };
  const importText = (id: string, text: string) =>
    importAnswer(bench.services, bench.maker, id, { file: 'answer.csv', text }, LATER);

  test('NAT-P.11: a run is proposed, approved by another person, sent, and clears exactly what it pays', async () => {
    const id = await propose();
    expectRefused(await proposeRun(bench.services, bench.maker, wanted, NOW), ['nothing_to_pay']);
    expectRefused(await sendRun(bench.services, bench.maker, id, NOW), ['record_not_approved']);
    const own = await decideRun(bench.services, bench.maker, { id, decision: 'approved' }, NOW);
    expectRefused(own, ['same_person']);
    await approve(id);
    expectRefused(await decideRun(bench.services, bench.checker, { id, decision: 'rejected' }, NOW), [
      'record_decided',
    ]);
    const file = await send(id);
    expect(await send(id)).toBe(file);
    expect(await bench.balances('east', 'resident')).toMatchObject({
      '1004 pooled': 3800n,
      '5001 pooled': 1200n,
    });
    expect(await find(id)).toMatchObject({
      total: 1200n,
      lineCount: 2,
      paidCount: 0,
      sentBy: bench.maker.userId,
    });
    expect(valueIn(await importText(id, answerTo(file, 'paid')))).toEqual({ paid: 2, rejected: 0, known: 0 });
    expect(await find(id)).toMatchObject({ paidCount: 2, rejectedCount: 0 });
  });

  test('NAT-28.7: a rejected payment comes back, is owed again, and is paid after the bank details were corrected', async () => {
    await bench.post('benefit_settled', { counterparty: H1, category: 'inpatient', ...pooled(250n) });
    const id = await propose();
    await approve(id);
    const answer = answerTo(await send(id), 'rejected', '户名不符');
    expect(valueIn(await importText(id, answer))).toEqual({ paid: 0, rejected: 1, known: 0 });
    expect(await bench.balances('east', 'resident')).toMatchObject({
      '2001 pooled': -250n,
      'payable pooled': -250n,
    });
    const before = await bench.balances('east', 'resident');
    expect(valueIn(await importText(id, answer))).toEqual({ paid: 0, rejected: 0, known: 1 });
    const withNote = `# 第二次\n${answer}`;
    expect(valueIn(await importText(id, withNote))).toEqual({ paid: 0, rejected: 0, known: 1 });
    expect(await bench.balances('east', 'resident')).toEqual(before);

    const again = { ...wanted, purpose: 'returned', category: null } as const;
    expectRefused(
      await proposeRun(bench.services, bench.maker, { ...again, lines: [{ counterparty: H1 }] }, NOW),
      ['bank_details_not_corrected'],
    );
    expectRefused(await proposeRun(bench.services, bench.maker, again, NOW), ['bank_details_not_corrected']);
    const ofH1 = async () =>
      (await listBankAccounts(bench.services, bench.maker)).filter(({ counterparty }) => counterparty === H1);
    expect(await ofH1()).toMatchObject([{ holds: false, sentBackFor: '户名不符' }]);
    await bench.account('east', { role: 'payee', counterparty: H1 });
    expect(await ofH1()).toMatchObject([{ holds: true, sentBackFor: null }, { holds: false }]);
    const repeated = await propose(again);
    await approve(repeated);
    await send(repeated);
    const after = await bench.balances('east', 'resident');
    expect([after['2001 pooled'], after['payable pooled'], after['5001 pooled']]).toEqual([
      undefined,
      undefined,
      1450n,
    ]);
  });

  test('an answer that does not fit what was sent changes nothing at all', async () => {
    await bench.post('benefit_settled', { counterparty: H1, category: 'inpatient', ...pooled(30n) });
    await bench.post('benefit_settled', { counterparty: H2, category: 'inpatient', ...pooled(40n) });
    const id = await propose();
    expectRefused(await importText(id, answerTo(`h\n${id},1,p,b,12345678,0.30,x\n`, 'paid')), [
      'run_not_sent',
    ]);
    await approve(id);
    const file = await send(id);
    const answer = answerTo(file, 'rejected', '账户已销户');
    const before = await bench.balances('east', 'resident');
    expectRefused(await importText(id, answer.replace(',0.40,', ',0.41,')), ['answer_amount_differs']);
    expectRefused(await importText(id, answer.replaceAll(id, 'another')), [
      'answer_of_other_run',
      'answer_of_other_run',
    ]);
    expectRefused(await importText(id, answer.replaceAll('2026-03-11', '11.3.2026')), [
      'answer_date_wrong',
      'answer_date_wrong',
    ]);
    expect(await bench.balances('east', 'resident')).toEqual(before);
    expect(valueIn(await importText(id, answerTo(file, 'paid')))).toMatchObject({ paid: 2 });
    expect(valueIn(await importText(id, answer))).toMatchObject({ rejected: 2 });
    for (const counterparty of [H1, H2]) await bench.account('east', { role: 'payee', counterparty });
  });

  test('NAT-28.9, NAT-P.11: what was settled as one category is paid by a run of that category alone', async () => {
    await bench.post('benefit_settled', { counterparty: H1, category: 'outpatient', ...pooled(80n) });
    await bench.post('benefit_settled', { counterparty: H1, category: 'pharmacy', ...pooled(20n) });
    expectRefused(await proposeRun(bench.services, bench.maker, wanted, NOW), ['nothing_to_pay']);
    for (const [category, total] of [
      ['outpatient', 80n],
      ['pharmacy', 20n],
    ] as const) {
      const id = await propose({ category });
      expect(await find(id)).toMatchObject({ total });
      expectRefused(await proposeRun(bench.services, bench.maker, { ...wanted, category }, NOW), [
        'nothing_to_pay',
      ]);
      await approve(id);
      await send(id);
    }
  });

  test('NAT-28.1: an institution is paid in advance and set off against its benefits; a rejected advance is undone', async () => {
    const lines = [{ counterparty: H2, pooled: 300n }];
    const advance = { ...wanted, purpose: 'prepayment', category: null, lines } as const;
    await bench.planBenefits('east', 'resident', 100_000n);
    const rejected = await propose(advance);
    await approve(rejected);
    valueIn(await importText(rejected, answerTo(await send(rejected), 'rejected', '限额')));
    expectRefused(await proposeRun(bench.services, bench.maker, advance, NOW), [
      'bank_details_not_corrected',
    ]);
    await bench.account('east', { role: 'payee', counterparty: H2 });
    expect((await bench.balances('east', 'resident'))['1101 pooled']).toBeUndefined();

    const paid = await propose(advance);
    await approve(paid);
    await send(paid);
    await bench.post('benefit_settled', { counterparty: H2, category: 'inpatient', ...pooled(120n) });
    const setOff = await propose({ purpose: 'set_off' });
    await approve(setOff);
    expect(valueIn(await sendRun(bench.services, bench.maker, setOff, NOW)).file).toBeNull();
    expectRefused(
      await importText(setOff, answerTo('h\n', 'paid') + `${setOff},1,12345678,1,paid,,2026-03-11,\n`),
      ['no_bank_file'],
    );
    expect(await bench.balances('east', 'resident')).toMatchObject({
      '1101 pooled': 180n,
      'advance pooled': 180n,
    });
  });

  test('what is owed and what the expenditure account holds are asked again when a run is sent', async () => {
    await bench.post('benefit_settled', { counterparty: H1, category: 'inpatient', ...pooled(90_000n) });
    const all = await propose();
    await approve(all);
    expectRefused(await sendRun(bench.services, bench.maker, all, NOW), ['expenditure_account_short']);
    expectRefused(await proposeRun(bench.services, bench.maker, wanted, NOW), ['nothing_to_pay']);
    const withdrawal = { id: all, reason: '支出户不足' };
    valueIn(await withdrawRun(bench.services, bench.maker, withdrawal, NOW));
    expectRefused(await withdrawRun(bench.services, bench.maker, withdrawal, NOW), ['run_withdrawn']);
    expectRefused(await sendRun(bench.services, bench.maker, all, NOW), ['run_withdrawn']);

    const part = await propose({ lines: [{ counterparty: H1, pooled: 100n }] });
    await approve(part);
    await bench.post('benefit_paid', { counterparty: H1, category: 'inpatient', ...pooled(89_950n) });
    expectRefused(await sendRun(bench.services, bench.maker, part, NOW), ['owed_less_meanwhile']);
    await bench.post('benefit_settled', { counterparty: H1, category: 'inpatient', ...pooled(50n) });
    await bench.account('east', { role: 'payee', counterparty: H1 });
    expectRefused(await sendRun(bench.services, bench.maker, part, NOW), ['payee_changed_meanwhile']);
    valueIn(await withdrawRun(bench.services, bench.maker, { id: part, reason: '账户已变更' }, NOW));
  });

  test('nobody sees or touches a run of another place', async () => {
    const runs = await bench.services.payoutStore.within(bench.ofWest, (office) => office.listRuns());
    expect(runs).toEqual([]);
    expectRefused(await proposeRun(bench.services, bench.ofWest, wanted, NOW), ['unknown_pool']);
    const [any] = await bench.services.payoutStore.within(bench.maker, (office) => office.listRuns());
    const id = present(any, 'a run').id;
    expectRefused(await decideRun(bench.services, bench.ofWest, { id, decision: 'approved' }, NOW), [
      'unknown_payment_run',
    ]);
    expectRefused(await sendRun(bench.services, bench.ofWest, id, NOW), ['unknown_payment_run']);
    expectRefused(
      await importAnswer(
        bench.services,
        bench.ofWest,
        id,
        { file: 'a', text: answerTo(`h\n${id},1,p,b,12345678,1,x\n`, 'paid') },
        NOW,
      ),
      ['unknown_payment_run'],
    );
  });

  describe('the database', () => {
    test('refuses at commit a run whose ledger events are not its total, to the fen', async () => {
      await bench.post('benefit_settled', { counterparty: H2, category: 'inpatient', ...pooled(70n) });
      const id = await propose({ lines: [{ counterparty: H2, pooled: 70n }] });
      await approve(id);
      const other = await bench.post('benefit_paid', {
        counterparty: H2,
        category: 'inpatient',
        ...pooled(69n),
      });
      const { payoutStore } = bench.services;
      const sending = payoutStore.within(bench.maker, (office) =>
        office.recordSending(id, null, [other], bench.maker.userId, NOW),
      );
      await expect(sending).rejects.toThrow('payment_run_not_cleared');
      const nothing = payoutStore.within(bench.maker, (office) =>
        office.recordSending(id, null, [], bench.maker.userId, NOW),
      );
      await expect(nothing).rejects.toThrow('payment_run_not_cleared');
    });

    test('refuses a run that is not the sum of its lines, a second decider, and any change', async () => {
      const { payoutStore } = bench.services;
      const [any] = await payoutStore.within(bench.maker, (office) => office.listRuns());
      const run = present(any, 'a run');
      const { ledger } = bench;
      const change = sql`UPDATE payment_run SET total = total + 1`;
      await expect(change.execute(ledger.database)).rejects.toThrow('permission denied');
      const id = await propose({ lines: [{ counterparty: H1, pooled: 1n }] });
      const own = { id, proposedBy: bench.maker.userId };
      await expect(
        payoutStore.within(bench.maker, (office) => office.decideRun(own, 'approved', own.proposedBy, NOW)),
      ).rejects.toThrow('payment_run_second_person');
      const adding = inScope(ledger.database, bench.maker, async (within) => {
        const row = { ...run, lineCount: 1, total: 6n, proposedBy: bench.maker.userId };
        const { insuranceType, purpose, category, paysOn, payer, lineCount, total, place, pool, proposedBy } =
          row;
        const added = await within
          .insertInto('paymentRun')
          .values({
            insuranceType,
            purpose,
            category,
            paysOn,
            payer,
            lineCount,
            total,
            place,
            pool,
            proposedBy,
            proposedAt: NOW,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const line = { run: added.id, line: 1, counterparty: H1, pooled: 5n, account: 0n, payee: null };
        await within.insertInto('paymentRunLine').values(line).execute();
      });
      await expect(adding).rejects.toThrow('payment_run_not_its_lines');
      const asOwner = ledger.database.transaction().execute(async (transaction) => {
        await sql`SET LOCAL ROLE NONE`.execute(transaction);
        await change.execute(transaction);
      });
      await expect(asOwner).rejects.toThrow('ledger_is_append_only');
    });

    test('verifies, and sees each row of a run that is changed, added or taken away', async () => {
      const { database } = bench.ledger;
      const report = await bench.ledger.verify();
      expect(failedChecks(report)).toEqual([]);
      expect(report.checks.find(({ name }) => name === 'payment_runs')?.checked).toBeGreaterThan(20n);
      for (const change of [
        `UPDATE payment_run SET total = total + 1 WHERE id IN (SELECT run FROM payment_run_end WHERE outcome = 'sent')`,
        `UPDATE payment_run_line SET pooled = pooled + 1 WHERE run IN (SELECT run FROM payment_run_end WHERE outcome = 'sent')`,
        `DELETE FROM payment_posting WHERE step = 'sent_back'`,
        `DELETE FROM payment_posting WHERE step = 'sent'`,
        `UPDATE payment_run_decision SET decision = 'rejected'`,
        `DELETE FROM payment_run_line`,
        `DELETE FROM payment_run`,
      ]) {
        const undo = new Error('undone');
        let failed: readonly string[] = [];
        const tampering = database.transaction().execute(async (transaction) => {
          for (const statement of [
            'SET LOCAL ROLE NONE',
            'SET LOCAL session_replication_role = replica',
            change,
          ])
            await sql.raw(statement).execute(transaction);
          failed = failedChecks(await verifyReading(transaction, TEST_KEYS, null));
          throw undo;
        });
        await expect(tampering).rejects.toBe(undo);
        expect([change, failed]).toEqual([change, ['payment_runs']]);
      }
    });

    test("are in an auditor's bundle, which proves offline that each equals its cleared total", async () => {
      const folder = await makeTempFolder();
      const reading = <T>(read: (within: Reading) => Promise<T>): Promise<T> =>
        bench.ledger.database.transaction().execute(async (transaction) => {
          await sql`SET LOCAL ROLE NONE`.execute(transaction);
          return read(transaction);
        });
      const sound = join(folder, 'sound.zip');
      await reading((within) => writeTestBundle(within, sound));
      const report = await proveTestBundle(sound);
      expect(typeof report === 'string' ? report : failedChecks(report)).toEqual([]);
      const of = (path: string): string => `ledger/${path}.ndjson`;
      const texts = await unpackTexts(sound);
      expect(texts.get(of('payment-runs'))?.split('\n').length).toBeGreaterThan(5);
      const forged: readonly (readonly [string, RegExp, string])[] = [
        [of('payment-lines'), /"pooled":"(\d)/g, '"pooled":"9$1'],
        [of('payment-postings'), /^.*\n/, ''],
        [of('payment-decisions'), /"decision":"approved"/g, '"decision":"rejected"'],
      ];
      for (const [path, from, to] of forged) {
        const changed = new Map([...texts, [path, present(texts.get(path), path).replace(from, to)]]);
        const file = await packTexts(folder, 'forged.zip', withManifest(changed));
        const seen = await proveTestBundle(file, NO_SEALS);
        expect([path, typeof seen === 'string' ? seen : failedChecks(seen)]).toEqual([
          path,
          ['payment_runs'],
        ]);
      }
      const west = join(folder, 'west.zip');
      await reading((within) =>
        writeTestBundle(within, west, { pools: ['west'], database: bench.ledger.database }),
      );
      const ofWest = await proveTestBundle(west);
      expect(typeof ofWest === 'string' ? ofWest : failedChecks(ofWest)).toEqual([]);
      await removeTempFolder(folder);
    });
  });
});
