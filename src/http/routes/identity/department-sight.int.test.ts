import type { Static, TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bankAccountListSchema } from '#contract/bank-accounts';
import { roleListSchema } from '#contract/identity';
import { eventPageSchema, obligationListSchema } from '#contract/ledger';
import { payableListSchema, paymentRunSchema } from '#contract/payment-runs';
import { decideRun, proposeRun } from '#application/payout/payment-runs';
import { sendRun } from '#application/payout/send-run';
import type { Department } from '#domain/identity/department';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { addPerson, PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { FUND, NOW } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';
import { makePayoutBench, valueIn, type PayoutBench } from '#tests/support/payout-bench';

const READERS = ['health_insurance', 'finance', 'tax', 'health', 'data'] as const;
const P1 = { counterparty: 'person:P1', category: 'inpatient' };
const H1 = { counterparty: 'institution:H1', category: 'inpatient' };
const pooled = (amount: bigint) => ({ amounts: { pooled: fen(amount) } });

describeOnPostgres('what readers of each department are answered', (database) => {
  let app: HttpApp;
  let bench: PayoutBench;
  let settled = 0n;
  let run = '';
  const tokens = new Map<Department, string>();

  beforeAll(async () => {
    bench = await makePayoutBench(database().connect('application'));
    const { identity, administrators, ledgerReader, services } = bench;
    const { payoutStore, placeStore } = services;
    app = localServer({ ...identity, payoutStore, placeStore, ledgerReader, now: () => PEOPLE_NOW });
    for (const department of READERS) {
      const user = { login: `of.${department}`, name: department, department, place: FUND };
      const id = await addPerson(identity, administrators, user, [['reader', FUND]]);
      tokens.set(department, (await sessionOf(identity, id)).token);
    }
    await bench.post('subsidy_received', { counterparty: 'government:G1', ...pooled(10_000n) });
    await bench.post('expenditure_account_funded', pooled(5000n));
    await bench.post('premium_assessed', { counterparty: 'employer:E1', ...pooled(900n) });
    settled = await bench.post('benefit_settled', { ...P1, ...pooled(50n) });
    await bench.post('benefit_settled', { ...H1, ...pooled(60n) });
    await bench.account('east', { role: 'expenditure' });
    for (const { counterparty } of [P1, H1]) await bench.account('east', { role: 'payee', counterparty });
    const wanted = {
      pool: 'east',
      insuranceType: 'resident',
      purpose: 'benefit',
      category: 'inpatient',
      paysOn: plainDate(2026, 3, 10),
      lines: [P1, H1].map(({ counterparty }) => ({ counterparty, pooled: 10n, account: 0n })),
    } as const;
    ({ id: run } = valueIn(await proposeRun(services, bench.maker, wanted, NOW)));
  });
  afterAll(() => app.close());

  const get = (who: Department, url: string): Promise<HttpAnswer> =>
    httpAs(app, present(tokens.get(who), who), 'GET', `/api/v1${url}`);
  const read = async <T extends TSchema>(who: Department, url: string, schema: T): Promise<Static<T>> => {
    const answer = await get(who, url);
    expectShape(answer, 200, schema);
    return answer.json<Static<T>>();
  };

  test('SC-3.2: roles say what each department sees, as row security has it', async () => {
    const { departments } = await read('data', '/roles', roleListSchema);
    expect(departments.map(({ id, matters }) => [id, matters.length])).toEqual([
      ['health_insurance', 4],
      ['finance', 2],
      ['tax', 2],
      ['health', 0],
      ['audit', 0],
      ['data', 0],
    ]);
  });

  test('SC-3.2, SD-5.2: the journal lists what the own department sees and counts what others see', async () => {
    const page = async (who: Department) => {
      const { events, withheld } = await read(who, '/events?pool=east', eventPageSchema);
      return [withheld, events.map(({ counterparty }) => counterparty)];
    };
    const ofPlace = ['government:G1', null];
    expect(await page('health_insurance')).toEqual([
      0,
      [...ofPlace, 'employer:E1', 'person:P1', 'institution:H1'],
    ]);
    expect(await page('tax')).toEqual([1, [...ofPlace, 'employer:E1', 'institution:H1']]);
    for (const who of ['finance', 'health', 'data'] as const)
      expect([who, ...(await page(who))]).toEqual([who, 2, [...ofPlace, 'institution:H1']]);
  });

  test('SC-3.2: an event about a person is not there for another department', async () => {
    expect((await get('health_insurance', `/events/${settled}`)).statusCode).toBe(200);
    for (const who of ['finance', 'tax', 'health', 'data'] as const)
      expectProblem(await get(who, `/events/${settled}`), 404, [['unknown_event', settled.toString()]]);
  });

  test('the total of an account is the same for all; of a person it is told to whoever sees that person', async () => {
    const account = '/events?pool=east&insuranceType=resident&account=payable';
    for (const who of READERS)
      expect([who, (await read(who, account, eventPageSchema)).totals]).toEqual([
        who,
        { debit: '0.00', credit: '1.10' },
      ]);
    const ofPerson = `${account}&counterparty=person:P1`;
    expect((await read('health_insurance', ofPerson, eventPageSchema)).totals?.credit).toBe('0.50');
    expect((await read('tax', ofPerson, eventPageSchema)).totals).toBeNull();
  });

  test('what is open with those whom others see stands in one line of their kind, so that sums stay whole', async () => {
    const { obligations } = await read('finance', '/obligations?pool=east', obligationListSchema);
    expect(
      obligations.map(({ counterparty, isWithheld, receivable, payable }) => {
        return [counterparty, isWithheld, receivable, payable];
      }),
    ).toEqual([
      ['employer', true, '9.00', '0.00'],
      ['government:G1', false, '-100.00', '0.00'],
      ['institution:H1', false, '0.00', '0.60'],
      ['person', true, '0.00', '0.50'],
    ]);
  });

  describe('SC-3.2: what is paid to persons', () => {
    test('is seen by health insurance and by finance, which pays; others are told that there is more', async () => {
      const payables = async (who: Department) => {
        const url = '/pools/east/payables?insuranceType=resident';
        const answer = await read(who, url, payableListSchema);
        return [answer.isPartial, answer.payables.map(({ counterparty }) => counterparty)];
      };
      for (const who of ['health_insurance', 'finance'] as const)
        expect(await payables(who)).toEqual([false, ['institution:H1', 'person:P1']]);
      for (const who of ['tax', 'health', 'data'] as const)
        expect(await payables(who)).toEqual([true, ['institution:H1']]);
    });

    test('stands in lines of runs and in accounts that are withheld by their number', async () => {
      const seen = async (who: Department) => {
        const { lines, withheld, run: head } = await read(who, `/payment-runs/${run}`, paymentRunSchema);
        const accounts = await read(who, '/bank-accounts', bankAccountListSchema);
        const payees = accounts.accounts.filter(({ role }) => role === 'payee');
        return [head.total, lines.length, withheld, payees.length, accounts.withheld];
      };
      for (const who of ['health_insurance', 'finance'] as const)
        expect(await seen(who)).toEqual(['0.20', 2, 0, 2, 0]);
      for (const who of ['tax', 'health', 'data'] as const)
        expect(await seen(who)).toEqual(['0.20', 1, 1, 1, 1]);
    });

    test('NAT-P.11: is approved and sent whole by finance, held to what is owed', async () => {
      const approved = { id: run, decision: 'approved' } as const;
      valueIn(await decideRun(bench.services, bench.checker, approved, NOW));
      const sent = valueIn(await sendRun(bench.services, bench.checker, run, NOW));
      expect(sent.file?.text).toContain('person:P1');
      const { obligations } = await read('health_insurance', '/obligations?pool=east', obligationListSchema);
      expect(obligations.map(({ counterparty, payable }) => `${counterparty} ${payable}`)).toContain(
        'person:P1 0.40',
      );
    });
  });
});
