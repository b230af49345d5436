import { Buffer } from 'node:buffer';
import type { Static } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordedIdSchema } from '#contract/identity';
import {
  matchListSchema,
  premiumComparisonSchema,
  reconciliationListSchema,
  reconciliationSchema,
  statementImportedSchema,
  waitingReconciliationsSchema,
} from '#contract/reconciliation';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { createPackLifeStore } from '#storage/pack-life-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { localServer } from '#tests/support/local-server';
import { readPdf } from '#tests/support/pdf-text';
import {
  makeReconciliationBench,
  type ReconciliationBench,
  type Reconciler,
} from '#tests/support/reconciliation-bench';

const ROWS = [
  '交易日期,凭证号,借方发生额,贷方发生额,余额,对方户名,摘要',
  '2026-01-06,V1,,"1,000.00","1,000.00",某财政局,补助',
  '2026-01-08,V2,,0.40,"1,000.40",,未知',
];

describeOnPostgres('routes of reconciliation', (database) => {
  let app: HttpApp;
  let bench: ReconciliationBench;
  let statement = '';
  const tokens: Partial<Record<Reconciler, string>> = {};

  beforeAll(async () => {
    bench = await makeReconciliationBench(database().connect('application'));
    const packLifeStore = createPackLifeStore(database().connect('application'));
    app = localServer({ ...bench.identity, ...bench.services, packLifeStore, now: () => PEOPLE_NOW });
    for (const [who, { userId }] of Object.entries(bench.as)) {
      tokens[who as Reconciler] = (await sessionOf(bench.identity, userId)).token;
    }
    const subsidy = { counterparty: 'government:G1', amounts: { pooled: fen(100_000n) } };
    await bench.post('subsidy_received', { ...subsidy, effectiveOn: plainDate(2026, 1, 5), note: 'V1' });
  });
  afterAll(() => app.close());

  const as = (who: Reconciler, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);
  const give = (rows: readonly string[], rest: object = {}): object => ({
    party: 'finance',
    insuranceType: 'resident',
    account: '1003',
    month: '2026-01',
    opening: '0.00',
    closing: '1000.40',
    profile: 'bank_two_columns',
    fileName: '一月.csv',
    content: Buffer.from(rows.join('\n')).toString('base64'),
    ...rest,
  });
  const IMPORTS = '/api/v1/pools/east/reconciliation-statements';
  const waitingFor = async (who: Parameters<typeof as>[0]): Promise<readonly (readonly string[])[]> => {
    const answer = await as(who, 'GET', '/api/v1/reconciliations-waiting');
    expectShape(answer, 200, waitingReconciliationsSchema);
    const { waiting } = answer.json<Static<typeof waitingReconciliationsSchema>>();
    return waiting.map(({ kind, amount, reason, statement: { id } }) => [kind, amount, reason, id]);
  };

  test('JH-4.7-b: a statement is imported whole, or refused by line and heading', async () => {
    const wrong = [...ROWS.slice(0, 2), '2026-01-08,V2,,0.405,"1,000.40",,未知'];
    expectProblem(await as('maker', 'POST', IMPORTS, give(wrong)), 422, [
      ['statement_amount_wrong', '一月.csv:3 贷方发生额'],
    ]);
    expectProblem(await as('maker', 'POST', IMPORTS, give(ROWS, { closing: '1000.41' })), 422, [
      ['statement_closing_wrong', '一月.csv'],
    ]);
    expectProblem(await as('maker', 'POST', IMPORTS, give(ROWS, { content: '?' })), 422, [
      ['file_unreadable', '一月.csv'],
    ]);
    expectProblem(await as('ofTax', 'POST', IMPORTS, give(ROWS)), 422, [
      ['party_of_other_department', 'party'],
    ]);
    const imported = await as('ofFinance', 'POST', IMPORTS, give(ROWS));
    expectShape(imported, 201, statementImportedSchema);
    statement = imported.json<{ id: string }>().id;
    expectProblem(await as('maker', 'POST', IMPORTS, give(ROWS)), 409, [
      ['file_imported_before', '一月.csv'],
    ]);
    const list = await as('checker', 'GET', '/api/v1/reconciliations');
    expectShape(list, 200, reconciliationListSchema);
    expect(list.json()).toMatchObject({
      reconciliations: [{ id: statement, closing: '1000.40', state: 'open' }],
    });
    const hidden = await as('ofTax', 'GET', '/api/v1/reconciliations');
    expect(hidden.json()).toEqual({ reconciliations: [] });
  });

  test('JH-4.7-b: a month shows both balances adjusted, what was matched by which rule, and what is open', async () => {
    const found = await as('checker', 'GET', `/api/v1/reconciliations/${statement}`);
    expectShape(found, 200, reconciliationSchema);
    expect(found.json()).toMatchObject({
      adjustment: { ours: '1000.00', theirs: '1000.40', theirReceipts: '0.40', adjusted: '1000.40' },
      differences: [{ side: 'theirs', kind: 'missing_from_ours', line: { amount: '0.40' }, approved: null }],
    });
    const matches = await as('checker', 'GET', `/api/v1/reconciliations/${statement}/matches`);
    expectShape(matches, 200, matchListSchema);
    expect(matches.json()).toMatchObject({ count: 1, matches: [{ rule: 'reference', amount: '1000.00' }] });
    const beyond = await as('checker', 'GET', `/api/v1/reconciliations/${statement}/matches?from=1`);
    expect(beyond.json()).toEqual({ count: 1, matches: [] });
  });

  test('JH-4.7-b: a difference is answered by two people, and the month closed by them and the department whose statement it is', async () => {
    const wanted = { side: 'theirs', item: `${statement}/3`, kind: 'claim', event: null, reason: '来源不明' };
    const proposed = await as('maker', 'POST', `/api/v1/reconciliations/${statement}/proposals`, wanted);
    expectShape(proposed, 201, recordedIdSchema);
    const decisions = `/api/v1/reconciliation-proposals/${proposed.json<{ id: string }>().id}/decisions`;
    const approved = { decision: 'approved' };
    expect(await waitingFor('checker')).toEqual([['difference', '0.40', '来源不明', statement]]);
    expect(await waitingFor('ofTax')).toEqual([]);
    expectProblem(await as('maker', 'POST', decisions, approved), 422);
    expect((await as('checker', 'POST', decisions, approved)).statusCode).toBe(204);
    const closings = `/api/v1/reconciliations/${statement}/closings`;
    expectProblem(await as('maker', 'POST', closings), 422, [['ledger_month_open', '2026-01']]);
    const draft = await as('maker', 'GET', `/api/v1/reconciliations/${statement}/export.pdf`);
    expect(readPdf(draft.rawPayload).pages.join('\n')).toContain('未结清');
    const books = { pool: 'east', insuranceType: 'resident' } as const;
    await bench.ledger.store.closeMonth(books, '2026-01' as Month, { by: 'Ann', now: PEOPLE_NOW });
    const closing = await as('maker', 'POST', closings);
    expectShape(closing, 201, recordedIdSchema);
    for (const who of ['checker', 'ofFinance'] as const)
      expect(await waitingFor(who)).toEqual([['confirmation', '1000.40', '', statement]]);
    const proposedClosing = `/api/v1/reconciliation-closings/${closing.json<{ id: string }>().id}`;
    const close = `${proposedClosing}/decisions`;
    expectProblem(await as('checker', 'POST', close, approved), 422, [
      ['party_awaited', closing.json<{ id: string }>().id],
    ]);
    const confirm = `${proposedClosing}/confirmations`;
    expectProblem(await as('checker', 'POST', confirm, approved), 422, [
      ['party_confirms', closing.json<{ id: string }>().id],
    ]);
    expectProblem(await as('ofTax', 'POST', confirm, approved), 404);
    expect((await as('ofFinance', 'POST', confirm, approved)).statusCode).toBe(204);
    expectProblem(await as('ofFinance', 'POST', confirm, approved), 409);
    expect(await waitingFor('checker')).toEqual([['closing', '1000.40', '', statement]]);
    expectProblem(await as('maker', 'POST', close, approved), 422);
    expect((await as('checker', 'POST', close, approved)).statusCode).toBe(204);
    expect(await waitingFor('checker')).toEqual([]);
    const found = await as('checker', 'GET', `/api/v1/reconciliations/${statement}`);
    expect(found.json()).toMatchObject({
      statement: { state: 'reconciled' },
      closing: { decision: 'approved', adjusted: '1000.40' },
      party: 'confirmed',
    });
  });

  test('JH-4.7-b: the balance adjustment statement is a workbook and a PDF with the same bytes each time', async () => {
    for (const ending of ['xlsx', 'pdf']) {
      const url = `/api/v1/reconciliations/${statement}/export.${ending}`;
      const [one, two] = [await as('checker', 'GET', url), await as('checker', 'GET', url)];
      expect([one.statusCode, one.rawPayload.equals(two.rawPayload)]).toEqual([200, true]);
      if (ending !== 'pdf') continue;
      const text = readPdf(one.rawPayload).pages.join('\n');
      for (const word of [
        '调节后余额',
        '1,000.40',
        '来源不明',
        '向对方提出',
        '对方部门自行导入',
        '对方确认：ofFinance',
      ])
        expect(text).toContain(word);
      expect(text).not.toContain('未结清');
    }
  });

  test('SC-3.2: what lies outside of places and departments is not there', async () => {
    for (const who of ['ofTax', 'ofWest'] as const) {
      expectProblem(await as(who, 'GET', `/api/v1/reconciliations/${statement}`), 404);
      expectProblem(await as(who, 'GET', `/api/v1/reconciliations/${statement}/export.xlsx`), 404);
      expectProblem(await as(who, 'POST', `/api/v1/reconciliations/${statement}/closings`), 404);
    }
    expectProblem(await as('ofWest', 'POST', IMPORTS, give(ROWS)), 404, [['unknown_pool', 'pool']]);
  });

  test('JX-3.2, SD-5.2: premiums are compared from assessment to the special account', async () => {
    const asked = 'insuranceType=resident&month=2026-01';
    const answer = await as('ofTax', 'GET', `/api/v1/pools/west/premium-comparison?${asked}`);
    expectShape(answer, 200, premiumComparisonSchema);
    expect(answer.json()).toMatchObject({ stations: { assessed: '0.00', levied: null } });
  });
});
