import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bankAccountListSchema,
  bankAccountSchema,
  sweepSchema,
  unsweptSchema,
} from '#contract/bank-accounts';
import { recordedIdSchema } from '#contract/identity';
import {
  acceptedInterestSchema,
  interestNoticeListSchema,
  sharedInterestSchema,
} from '#contract/interest-notices';
import { paymentPlanListSchema } from '#contract/payment-plans';
import {
  importedAnswerSchema,
  payableListSchema,
  paymentRunListSchema,
  paymentRunSchema,
  proposedRunSchema,
  sentRunSchema,
} from '#contract/payment-runs';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import type { PlainDate } from '#kernel/plain-date';
import { fen } from '#kernel/fen';
import { createBudgetStore } from '#storage/budget/budget-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { localServer } from '#tests/support/local-server';
import { makePayoutBench, type PayoutBench } from '#tests/support/payout-bench';

const INPATIENT_AT_H1 = { counterparty: 'institution:H1', category: 'inpatient' } as const;

describeOnPostgres('routes of accounts and flows', (database) => {
  let app: HttpApp;
  let bench: PayoutBench;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makePayoutBench(connection);
    const { services, identity } = bench;
    const { payoutStore, placeStore } = services;
    const budgetStore = createBudgetStore(connection);
    app = localServer({
      ...identity,
      payoutStore,
      placeStore,
      budgetStore,
      ledgerReader: bench.ledgerReader,
      now: () => PEOPLE_NOW,
    });
    for (const who of ['maker', 'checker', 'ofWest'] as const) {
      tokens[who] = (await sessionOf(identity, bench[who].userId)).token;
    }
    const pooled = { pooled: fen(10_000n) };
    await bench.post('subsidy_received', { counterparty: 'government:G1', amounts: pooled });
    await bench.post('expenditure_account_funded', { amounts: { pooled: fen(5000n) } });
    await bench.post('benefit_settled', { ...INPATIENT_AT_H1, amounts: { pooled: fen(600n) } });
    await bench.account('east', { role: 'expenditure' });
  });
  afterAll(() => app.close());
  const get = (who: string, url: string): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), 'GET', `/api/v1${url}`);
  const post = (who: string, url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), 'POST', `/api/v1${url}`, body);

  test('SC-2.2-h: a payee’s account is proposed by one person, looked at whole and confirmed by another', async () => {
    const payee = {
      role: 'payee',
      insuranceType: null,
      counterparty: 'institution:H1',
      holder: '一院',
      bank: '云海银行',
    };
    const proposed = await post('maker', '/pools/east/bank-accounts', {
      ...payee,
      number: '6222111122223333',
    });
    expectShape(proposed, 201, recordedIdSchema);
    const { id } = proposed.json<{ id: string }>();
    const decisions = `/bank-accounts/${id}/decisions`;
    expectProblem(await post('maker', decisions, { decision: 'approved' }), 422, [['same_person', id]]);
    const whole = await get('checker', `/bank-accounts/${id}`);
    expectShape(whole, 200, bankAccountSchema);
    expect(whole.json()).toMatchObject({ number: '6222111122223333', holds: false });
    expect((await post('checker', decisions, { decision: 'approved' })).statusCode).toBe(204);
    expectProblem(await post('checker', decisions, { decision: 'approved' }), 409);
    const listed = await get('maker', '/bank-accounts');
    expectShape(listed, 200, bankAccountListSchema);
    expect(listed.body).not.toContain('6222111122223333');
    expectProblem(await get('ofWest', `/bank-accounts/${id}`), 404);
    expectProblem(await post('ofWest', decisions, { decision: 'approved' }), 404);
    expect((await get('ofWest', '/bank-accounts')).json()).toEqual({
      accounts: [],
      withheld: 0,
    });
  });

  test('NAT-P.11: a run goes from what is owed to the bank’s answer, and nobody else’s place sees it', async () => {
    const payables = await get('maker', '/pools/east/payables?insuranceType=resident');
    expectShape(payables, 200, payableListSchema);
    expect(payables.json()).toEqual({
      payables: [{ ...INPATIENT_AT_H1, purpose: 'benefit', pooled: '6.00', account: '0.00', returned: [] }],
      isPartial: false,
    });
    const wanted = {
      insuranceType: 'resident',
      purpose: 'benefit',
      category: 'inpatient',
      paysOn: '2026-03-01',
    };
    expectProblem(await post('maker', '/pools/east/payment-runs', { ...wanted, paysOn: '2026-02-30' }), 422, [
      ['bad_day', 'paysOn'],
    ]);
    expectProblem(await post('ofWest', '/pools/east/payment-runs', wanted), 404);
    const proposed = await post('maker', '/pools/east/payment-runs', wanted);
    expectShape(proposed, 201, proposedRunSchema);
    const run = `/payment-runs/${proposed.json<{ id: string }>().id}`;
    expectProblem(await get('maker', `${run}/bank-file.csv`), 422, [['run_not_sent', run.slice(14)]]);
    expect((await post('checker', `${run}/decisions`, { decision: 'approved' })).statusCode).toBe(204);
    const sent = await post('maker', `${run}/sending`);
    expectShape(sent, 200, sentRunSchema);
    expect((await post('checker', `${run}/sending`)).json()).toEqual(sent.json());
    const file = await get('checker', `${run}/bank-file.csv`);
    expect(file.body).toContain('6222111122223333,6.00,institution:H1');
    expect(file.headers['content-type']).toBe('text/csv');
    const text = `run,line,account,amount,outcome,reason,date,reference\n${run.slice(14)},1,6222111122223333,6.00,rejected,户名不符,2026-03-01,B1\n`;
    const answer = { fileName: 'answer.csv', text };
    const imported = await post('maker', `${run}/answers`, answer);
    expectShape(imported, 200, importedAnswerSchema);
    expect(imported.json()).toEqual({ paid: 0, rejected: 1, known: 0 });
    expect((await post('maker', `${run}/answers`, answer)).json()).toEqual({
      paid: 0,
      rejected: 0,
      known: 1,
    });
    const shown = await get('maker', run);
    expectShape(shown, 200, paymentRunSchema);
    expect(shown.json()).toMatchObject({
      lines: [{ number: '****3333', answers: ['rejected'], reason: '户名不符' }],
    });
    expectShape(await get('maker', '/payment-runs'), 200, paymentRunListSchema);
    expectProblem(await post('maker', `${run}/withdrawal`, { reason: 'r' }), 409, [
      ['run_sent', run.slice(14)],
    ]);
    expect((await get('ofWest', '/payment-runs')).json()).toEqual({ runs: [] });
    const bodies: Readonly<Record<string, object | undefined>> = {
      decisions: { decision: 'approved' },
      sending: undefined,
      withdrawal: { reason: 'r' },
      answers: answer,
    };
    for (const url of Object.keys(bodies).map((step) => `${run}/${step}`)) {
      expectProblem(await post('ofWest', url, bodies[url.split('/').at(-1) ?? '']), 404);
    }
  });

  test('SC-2.1-d: a payment plan without an adopted budget is refused by the real gate', async () => {
    await bench.post('benefit_settled', { ...INPATIENT_AT_H1, amounts: { pooled: fen(900n) } });
    const plan = { insuranceType: 'resident', month: '2026-03', expected: [], note: '' };
    expectProblem(await post('maker', '/pools/east/payment-plans', plan), 422);
    const refused = await post('maker', '/pools/east/payment-plans', plan);
    expect(refused.body).toContain('budget_not_adopted');
    expectProblem(await post('maker', '/pools/east/payment-plans', { ...plan, month: '2026-13' }), 400);
    expectShape(await get('maker', '/payment-plans'), 200, paymentPlanListSchema);
    expectProblem(await post('checker', '/payment-plans/none/decisions', { decision: 'approved' }), 404);
    expectProblem(await post('maker', '/payment-plans/none/funding', { pooled: '1.00' }), 404);
    expectProblem(await post('maker', '/payment-plans/none/funding', { pooled: '-1.00' }), 422, [
      ['bad_amount', 'pooled'],
    ]);
    expectProblem(await post('maker', '/payment-plans/none/withdrawal'), 404);
  });

  test('NAT-28.7, NAT-28.2: a sweep and interest are told in yuan, pool by pool', async () => {
    const person = {
      counterparty: 'person:P1',
      amounts: { pooled: fen(70n) },
      effectiveOn: '2026-02-10' as PlainDate,
    };
    await bench.post('premium_assessed', person);
    await bench.post('premium_to_treasury', person);
    const unswept = await get('maker', '/unswept-accounts?month=2026-02');
    expectShape(unswept, 200, unsweptSchema);
    expect(unswept.json()).toMatchObject({ rows: [{ pool: 'east', role: 'treasury', balance: '0.70' }] });
    const early = await post('maker', '/sweeps', { month: '2026-03' });
    expect(early.body).toContain('day_ahead');
    const swept = await post('maker', '/sweeps', { month: '2026-02' });
    expectShape(swept, 200, sweepSchema);
    expect(swept.json<{ rows: readonly { amount: string }[] }>().rows.map(({ amount }) => amount)).toContain(
      '0.70',
    );
    const notice = {
      insuranceType: 'resident',
      role: 'special',
      fromDay: '2026-02-01',
      toDay: '2026-02-28',
      creditedOn: '2026-03-01',
      rate: '0.35%',
      daysOfYear: 360,
      reference: 'IB-1',
      amount: '0.02',
    };
    const entered = await post('maker', '/pools/east/interest-notices', notice);
    expectShape(entered, 201, sharedInterestSchema);
    expect(entered.json()).toMatchObject({ expected: '0.00', difference: '0.02', pooled: '0.02' });
    const { id } = entered.json<{ id: string }>();
    expectProblem(await post('ofWest', `/interest-notices/${id}/decisions`, { decision: 'approved' }), 404);
    const approved = { decision: 'approved' };
    expectProblem(await post('checker', `/interest-notices/${id}/decisions`, approved), 422, [
      ['difference_without_reason', 'reason'],
    ]);
    expectShape(
      await post('checker', `/interest-notices/${id}/decisions`, { ...approved, reason: '银行多计一日' }),
      200,
      acceptedInterestSchema,
    );
    expectShape(await get('maker', '/interest-notices'), 200, interestNoticeListSchema);
    expect((await get('ofWest', '/interest-notices')).json()).toEqual({ notices: [] });
  });
});
