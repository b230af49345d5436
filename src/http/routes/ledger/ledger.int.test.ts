import type { Static } from 'typebox';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  balanceListSchema,
  bookListSchema,
  eventDetailSchema,
  eventOutcomeSchema,
  eventOutcomesSchema,
  eventPageSchema,
  journalTemplatesSchema,
  obligationListSchema,
  openedBooksSchema,
} from '#contract/ledger';
import { ledgerSealSchema, ledgerVerificationSchema, verificationListSchema } from '#contract/ledger-seal';
import { approvalListSchema, openingListSchema } from '#contract/ledger-approvals';
import { poolHistorySchema, poolListSchema, placeListSchema } from '#contract/places';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpGet, type HttpAnswer } from '#tests/support/http-answers';
import { CITY, makeLedgerDesk, type LedgerDesk } from '#tests/support/ledger-desk';

const PACK = 'national';

describeOnPostgres('routes of the register and the ledger', (database) => {
  let desk: LedgerDesk;
  beforeAll(async () => {
    desk = await makeLedgerDesk(database());
  });
  afterAll(() => desk.app.close());

  const as: LedgerDesk['as'] = (...request) => desk.as(...request);

  const event = (key: string, rest: object = {}): object => ({
    key,
    pool: 'linjiang',
    insuranceType: 'resident',
    amounts: { pooled: '12.50' },
    effectiveOn: '2026-02-03',
    ...('template' in rest ? {} : { template: 'subsidy_received', counterparty: 'government:G9' }),
    ...rest,
  });
  const post = (...events: object[]): Promise<HttpAnswer> =>
    as('maker', 'POST', '/events', { pack: PACK, events });
  const numberOf = (answer: HttpAnswer): string =>
    answer.json<{ outcomes: { number: string }[] }>().outcomes[0]?.number ?? '';

  describe('the register', () => {
    test('takes places and pools from an administrator, and history of what pools what', async () => {
      const since = '2021-01-01';
      const name = { zh: '东山', en: 'Dongshan' };
      const county = { path: `${CITY}/dongshan`, name, since };
      expect((await as('admin', 'POST', '/places', county)).statusCode).toBe(201);
      expectProblem(await as('admin', 'POST', '/places', county), 409, [['already_recorded', 'path']]);
      const pools = [
        { id: 'tiaoji', kind: 'fund', place: 'yunhai' },
        { id: 'linjiang', kind: 'pool', place: CITY },
        { id: 'dongshan', kind: 'pool', place: county.path },
      ];
      for (const pool of pools) {
        const recorded = await as('admin', 'POST', '/pools', { ...pool, name, since });
        expect(recorded.statusCode).toBe(201);
      }
      const merged = { place: county.path, since: '2024-01-01', basis: '云医保〔2023〕9号' };
      expect((await as('admin', 'POST', '/pools/linjiang/poolings', merged)).statusCode).toBe(201);
      const member = { fund: 'tiaoji', since };
      expect((await as('admin', 'POST', '/pools/linjiang/memberships', member)).statusCode).toBe(201);
      expectShape(await as('reader', 'GET', '/places'), 200, placeListSchema);
      const list = await as('reader', 'GET', '/pools');
      expectShape(list, 200, poolListSchema);
      expect(list.json<{ pools: object[] }>().pools).toMatchObject([
        { id: 'linjiang', fund: 'tiaoji' },
        { id: 'dongshan', fund: null },
      ]);
      const history = await as('reader', 'GET', '/pools/dongshan/history');
      expectShape(history, 200, poolHistorySchema);
      expect(history.json()).toMatchObject({
        pooled: [{ before: '2024-01-01' }],
        ofPlace: [{ pool: 'dongshan' }, { pool: 'linjiang', before: null }],
      });
      expectProblem(await as('reader', 'GET', '/pools/tiaoji/history'), 404, [['unknown_pool', 'tiaoji']]);
      expectProblem(await as('maker', 'POST', '/places', county), 403, [['role_missing', 'administrator']]);
    });
  });

  describe('books', () => {
    test('are opened for a pool of the register, once', async () => {
      const books = { pool: 'linjiang', insuranceType: 'resident', firstMonth: '2026-01', pack: PACK };
      expectShape(await as('maker', 'POST', '/books', books), 201, openedBooksSchema);
      expectProblem(await as('maker', 'POST', '/books', books), 409, [['books_opened', 'linjiang resident']]);
      expectProblem(await as('maker', 'POST', '/books', { ...books, pool: 'none' }), 404);
      expectProblem(await as('maker', 'POST', '/books', { ...books, pack: 'none' }), 404);
      const list = await as('reader', 'GET', '/books');
      expectShape(list, 200, bookListSchema);
      expect((await as('stranger', 'GET', '/books')).json()).toEqual({ books: [] });
    });

    test('close month by month, by a checker', async () => {
      const close = (month: string, body = {}): Promise<HttpAnswer> =>
        as('checker', 'POST', `/books/linjiang/resident/months/${month}/close`, body);
      expectProblem(await close('2026-02'), 422, [['earlier_month_open', 'linjiang resident 2026-02']]);
      expect((await close('2026-01')).json()).toEqual({ closedThrough: '2026-01' });
      expectProblem(await close('2026-01'), 409);
    });

    test('NAT-28.2: close the year once, with what came in; a second closing takes only the rest', async () => {
      const of = { pool: 'dongshan', insuranceType: 'employee' };
      await as('maker', 'POST', '/books', { ...of, firstMonth: '2025-12', pack: PACK });
      const close = (): Promise<HttpAnswer> =>
        as('maker', 'POST', '/books/dongshan/employee/years/2025/close', { pack: PACK });
      expectProblem(await close(), 422, [['nothing_to_close', 'dongshan employee 2025']]);
      await post(event('year-1', { ...of, effectiveOn: '2025-12-05' }));
      const closed = await close();
      expectShape(closed, 200, eventOutcomeSchema);
      const found = await as('reader', 'GET', `/events/${closed.json<{ number: string }>().number}`);
      expect(found.json()).toMatchObject({
        event: { effectiveOn: '2025-12-31' },
        entries: [
          { account: '4101', debit: '12.50' },
          { account: '3001', credit: '12.50' },
        ],
      });
      expectProblem(await close(), 422, [['nothing_to_close', 'dongshan employee 2025']]);
      const undo = { key: 'undo-year-1', effectiveOn: '2025-12-31', note: '结转有误' };
      await as('maker', 'POST', `/events/${closed.json<{ number: string }>().number}/reversal`, undo);
      const again = await close();
      expect(again.json()).toMatchObject({ key: 'year_closed dongshan employee 2025 2', isReplayed: false });
    });

    test('NAT-28.2: close no year that goes on', async () => {
      await post(event('year-2'));
      const early = await as('maker', 'POST', '/books/linjiang/resident/years/2026/close', { pack: PACK });
      expectProblem(early, 422, [['day_ahead', 'year_closed linjiang resident 2026']]);
    });
  });

  test('SC-2.2-g, SC-3.3-a, JH-4.7-f, NAT-P.11: nobody alone posts what leaves the fund or changes whose it is, an opening or a closing', async () => {
    const alone = [
      { template: 'benefit_paid', counterparty: 'institution:H1', category: 'inpatient' },
      { template: 'expenditure_account_funded' },
      { template: 'interest_credited' },
      { template: 'levy_paid', otherPool: 'tiaoji', amounts: { levy: '1.00' } },
      { template: 'opening_claim', counterparty: 'person:P1' },
      { template: 'pre_pooling_marked' },
      { template: 'year_closed', amounts: {} },
    ];
    const answer = await post(...alone.map((rest, index) => event(`alone-${index}`, rest)));
    expectProblem(
      answer,
      422,
      alone.map((_, index) => ['posted_by_workflow', `events[${index}].template`]),
    );
    expect(answer.body).toContain('支付批次');
  });

  test('SC-eff: what has not happened is not booked, nor by a draft or the pack of another place, and a month that goes on is not closed', async () => {
    const ahead = await post(event('ahead', { effectiveOn: '2026-03-02' }));
    expectProblem(ahead, 422, [['day_ahead', 'events[0].effectiveOn']]);
    const foreign = await as('maker', 'POST', '/events', { pack: 'jiangxi', events: [event('foreign')] });
    expectProblem(foreign, 422, [['pack_of_other_place', 'pack']]);
    const draft = await as('maker', 'POST', '/events', { pack: 'sichuan', events: [event('draft')] });
    expectProblem(draft, 422, [['draft_in_production', 'packs/sichuan']]);
    const close = (month: string): Promise<HttpAnswer> =>
      as('checker', 'POST', `/books/linjiang/resident/months/${month}/close`, {});
    expectProblem(await close('2026-03'), 422, [['month_not_over', 'linjiang resident 2026-03']]);
  });

  test('journal templates tell what a form has to ask for', async () => {
    const answer = await httpGet(desk.app, `/api/v1/journal-templates?pack=${PACK}`);
    expectShape(answer, 200, journalTemplatesSchema);
    const { templates } = answer.json<{ templates: { id: string }[] }>();
    expect(templates.find(({ id }) => id === 'pre_pooling_used')).toMatchObject({
      needsApproval: true,
      causes: expect.arrayContaining(['local_gap']) as unknown,
      amounts: { resident: ['pooled'] },
    });
    expect(templates.find(({ id }) => id === 'levy_paid')).toMatchObject({ betweenPools: true });
  });

  describe('events', () => {
    test('post once by their key, in the name of who is signed in', async () => {
      const first = await post(event('e1'));
      expectShape(first, 200, eventOutcomesSchema);
      const again = await post(event('e1'));
      expect(again.json()).toMatchObject({ outcomes: [{ number: numberOf(first), isReplayed: true }] });
      const found = await as('reader', 'GET', `/events/${numberOf(first)}`);
      expectShape(found, 200, eventDetailSchema);
      expect(found.json()).toMatchObject({
        event: { actor: desk.ids['maker'], postingMonth: '2026-02' },
        entries: [
          { account: '1003', debit: '12.50', credit: '0.00' },
          { account: '4101', debit: '0.00', credit: '12.50' },
          { account: 'cleared', debit: '12.50', credit: '0.00' },
          { account: 'receivable', debit: '0.00', credit: '12.50' },
        ],
      });
    });

    test('that the ledger refuses are told with the reason, and the others of the batch are posted', async () => {
      const answer = await post(event('e2'), event('e3', { amounts: { pooled: '0.00' } }));
      expect(answer.json()).toMatchObject({
        outcomes: [{ refusal: null }, { refusal: { code: 'amount_zero', at: 'e3' } }],
      });
    });

    test('that cannot be read are refused whole, each fault with its place', async () => {
      const bad = event('e4', { amounts: { pooled: '1,000' }, effectiveOn: '2026-02-30', template: 'none' });
      expectProblem(await post(event('e5'), bad, event('e5')), 422, [
        ['key_repeated', 'events[2].key'],
        ['bad_day', 'events[1].effectiveOn'],
        ['bad_amount', 'events[1].amounts.pooled'],
        ['template_unknown', 'events[1].template'],
      ]);
      expectProblem(await post(event('e6', { pool: 'none' })), 404, [['unknown_pool', 'events[0].pool']]);
    });

    test('are listed page by page, undone once, and out of sight of another place', async () => {
      const list = await as('reader', 'GET', '/events?limit=1');
      expectShape(list, 200, eventPageSchema);
      const { next } = list.json<{ next: string }>();
      const more = await as('reader', 'GET', `/events?after=${next}&template=subsidy_received`);
      expect(more.json<{ events: object[]; next: null }>()).toMatchObject({ next: null });
      const url = `/events/${next}/reversal`;
      const undo = { key: 'undo', effectiveOn: '2026-02-04', note: '记错' };
      expect((await as('maker', 'POST', url, undo)).json()).toMatchObject({ refusal: null });
      expect((await as('maker', 'POST', url, { ...undo, key: 'again' })).json()).toMatchObject({
        refusal: { code: 'already_reversed' },
      });
      expectProblem(await as('stranger', 'POST', url, undo), 404, [['unknown_event', next]]);
      expectProblem(await as('stranger', 'GET', `/events/${next}`), 404);
      expect((await as('stranger', 'GET', '/events')).json()).toEqual({
        events: [],
        totals: null,
        withheld: 0,
        next: null,
      });
    });
  });

  test('balances and obligations are those of the own pools', async () => {
    const due = { template: 'subsidy_due', counterparty: 'government:G1', amounts: { pooled: '800.00' } };
    expect((await post(event('due', due))).statusCode).toBe(200);
    const balances = await as('reader', 'GET', '/balances?pool=linjiang&insuranceType=resident');
    expectShape(balances, 200, balanceListSchema);
    expect(balances.body).toContain('"account":"1003"');
    const obligations = await as('reader', 'GET', '/obligations?counterparty=government:G1');
    expectShape(obligations, 200, obligationListSchema);
    expect(obligations.json()).toMatchObject({ obligations: [{ receivable: '800.00', payable: '0.00' }] });
    expect((await as('stranger', 'GET', '/obligations')).json()).toEqual({ obligations: [] });
  });

  test('SC-3.3-a: what takes an approval is asked for by one person and approved by another', async () => {
    const wanted = {
      pack: PACK,
      template: 'bond_bought',
      pool: 'linjiang',
      insuranceType: 'resident',
      amount: '5.00',
      cause: 'investment_of_balance',
      reason: '结余保值',
    };
    const ask = (rest: object): Promise<HttpAnswer> =>
      as('maker', 'POST', '/approvals', { ...wanted, ...rest });
    expectProblem(await ask({ cause: 'dinner' }), 422, [['cause_not_allowed', 'cause']]);
    expectProblem(await ask({ template: 'subsidy_received' }), 422, [['approval_not_wanted', 'template']]);
    expectProblem(await ask({ amount: '0.00' }), 422, [['bad_amount', 'amount']]);
    const { number } = (await ask({})).json<{ number: string }>();
    const inbox = await as('checker', 'GET', '/approvals?open=true');
    expectShape(inbox, 200, approvalListSchema);
    expect(inbox.json()).toMatchObject({
      approvals: [{ number, amount: '5.00', requestedBy: desk.ids['maker'] }],
    });
    const url = `/approvals/${number}/decisions`;
    const approved = { decision: 'approved' };
    expectProblem(await as('maker', 'POST', url, approved), 422, [['same_person', number]]);
    expectProblem(await as('stranger', 'POST', url, approved), 404);
    expect((await as('checker', 'POST', url, approved)).statusCode).toBe(204);
    expectProblem(await as('checker', 'POST', url, approved), 409, [['request_decided', number]]);
    const other = (await ask({})).json<{ number: string }>().number;
    const no = (reason?: string): Promise<HttpAnswer> =>
      as('checker', 'POST', `/approvals/${other}/decisions`, { decision: 'rejected', reason });
    expectProblem(await no(), 422, [['reason_missing', 'reason']]);
    expectProblem(await no(' '), 422, [['reason_missing', 'reason']]);
    expect((await no('国债已停售')).statusCode).toBe(204);
    expect((await as('maker', 'GET', '/approvals')).json()).toMatchObject({
      approvals: [{ number: other, decision: 'rejected', rejectedFor: '国债已停售' }, { rejectedFor: null }],
    });
    const use = { template: 'bond_bought', amounts: { pooled: '5.00' }, approval: number };
    const used = await post(event('used', use));
    expect(used.json()).toMatchObject({ outcomes: [{ refusal: null }] });
    expect((await as('checker', 'GET', '/approvals')).json()).toMatchObject({
      approvals: [{ number: other }, { usedBy: numberOf(used), decision: 'approved' }],
    });
  });

  test('the seal tells the head of the chain and the own unsealed events; a proof is asked for by who may', async () => {
    const before = await as('checker', 'GET', '/ledger/seal');
    expectShape(before, 200, ledgerSealSchema);
    const seal = before.json<{ head: null; unsealed: string; last: null }>();
    expect(seal).toMatchObject({ head: null, last: null, isRunning: false });
    expect(Number(seal.unsealed)).toBeGreaterThan(0);
    expect((await as('stranger', 'GET', '/ledger/seal')).json()).toMatchObject({ unsealed: '0' });
    expectProblem(await as('reader', 'POST', '/ledger/verifications'), 403, [
      ['role_missing', 'auditor fund_checker'],
    ]);
    const proof = await as('checker', 'POST', '/ledger/verifications');
    expectShape(proof, 200, ledgerVerificationSchema);
    expect(proof.json()).toMatchObject({ isSound: true, by: desk.ids['checker'] });
    expect(proof.body).toContain('"name":"balance"');
    expect((await as('maker', 'GET', '/ledger/seal')).json()).toMatchObject({
      last: proof.json<object>(),
    });
    const list = await as('maker', 'GET', '/ledger/verifications');
    expectShape(list, 200, verificationListSchema);
    expect(list.json()).toEqual({ verifications: [proof.json<object>()] });
    expectProblem(await as('reader', 'GET', '/ledger/verifications'), 403);
    const change = sql`UPDATE tongchou.ledger_verification SET checks = '[{}]'`;
    await expect(change.execute(database().connect('application'))).rejects.toThrow('permission denied');
  });

  describe('opening balances (NAT-28.2)', () => {
    const csv = [
      'template,pool,insurance_type,counterparty,item,amount',
      'opening_balance,linjiang,resident,,special_pooled,1000.00',
      'opening_balance,linjiang,resident,,expenditure_pooled,20.50',
      'opening_debt,linjiang,resident,institution:H1,pooled,300.00',
    ].join('\n');
    const file = {
      place: CITY,
      pack: PACK,
      effectiveOn: '2025-12-31',
      reason: '旧系统迁移',
      fileName: 'old.csv',
      csv,
      rows: 3,
      totals: { opening_balance: '1020.50', opening_debt: '300.00' },
    };
    const send = (rest: object = {}): Promise<HttpAnswer> =>
      as('maker', 'POST', '/opening-balances', { ...file, ...rest });

    test('are refused by name where a control total or a row differs', async () => {
      const totals = { opening_balance: '1020.51', opening_claim: '1.00' };
      expectProblem(await send({ totals }), 422, [
        ['control_differs', 'opening_balance'],
        ['control_missing', 'opening_debt'],
        ['control_without_rows', 'opening_claim'],
      ]);
      expectProblem(await send({ rows: 4 }), 422, [['row_count_differs', 'old.csv']]);
      const cut = csv.replace(/\nopening_balance.*expenditure.*\n/, '\n');
      expectProblem(
        await send({ csv: cut, rows: 2, totals: { ...file.totals, opening_balance: '1000.00' } }),
        422,
        [['items_missing', 'old.csv:2']],
      );
      expect((await as('maker', 'GET', '/opening-balances')).json()).toEqual({ openings: [] });
    });

    test('are posted whole when another person approves them, and taken in once', async () => {
      const made = await send();
      const { id, events } = made.json<{ id: string; events: number }>();
      expect([made.statusCode, events]).toEqual([201, 2]);
      expectProblem(await send(), 409, [['opened_before', 'old.csv']]);
      const url = `/opening-balances/${id}/decisions`;
      const approved = { decision: 'approved' };
      expectProblem(await as('maker', 'POST', url, approved), 422, [['same_person', id]]);
      expectProblem(await as('stranger', 'POST', url, approved), 404, [['unknown_opening', id]]);
      const waiting = (await as('checker', 'GET', '/approvals?open=true')).json<
        Static<typeof approvalListSchema>
      >();
      const parts = waiting.approvals.filter(({ partOf }) => partOf === 'opening');
      expect(parts.map(({ template }) => template).toSorted()).toEqual(['opening_balance', 'opening_debt']);
      for (const { number } of parts) {
        const alone = await as('checker', 'POST', `/approvals/${number}/decisions`, { decision: 'rejected' });
        expectProblem(alone, 409, [['decided_with_whole', number]]);
      }
      expect((await as('checker', 'POST', url, approved)).json()).toEqual({ posted: 2 });
      expectProblem(await as('checker', 'POST', url, approved), 409, [['opening_decided', id]]);
      const posted = (await as('maker', 'GET', '/events?template=opening_debt')).json<{
        events: { number: string }[];
      }>();
      const undo = { key: 'undo-opening', effectiveOn: '2026-02-04', note: '记错' };
      const undone = await as('maker', 'POST', `/events/${posted.events[0]?.number ?? ''}/reversal`, undo);
      expectProblem(undone, 422, [['posted_by_workflow', 'template']]);
      const debts = await as('reader', 'GET', '/obligations?counterparty=institution:H1');
      expect(debts.json()).toMatchObject({ obligations: [{ payable: '300.00' }] });
      const list = await as('reader', 'GET', '/opening-balances');
      expectShape(list, 200, openingListSchema);
      expect(list.json()).toMatchObject({
        openings: [{ id, decision: 'approved', decidedBy: desk.ids['checker'], totals: file.totals }],
      });
      expect((await as('stranger', 'GET', '/opening-balances')).json()).toEqual({ openings: [] });
    });
  });
});
