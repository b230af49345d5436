import { Buffer } from 'node:buffer';
import type { Static } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoleId } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import {
  keptStatementSchema,
  openedCellSchema,
  statementDrawingSchema,
  statementListSchema,
  statementProposedSchema,
  statementRedrawSchema,
} from '#contract/statement';
import { statementCheckedSchema } from '#contract/statement-check';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { createIdentityStore } from '#storage/identity/identity-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { addPerson, identityServices, PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { FUND } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';
import { readPdf } from '#tests/support/pdf-text';
import { makeStatementBench, type StatementBench } from '#tests/support/statement-bench';

const JANUARY = 'insuranceType=employee&period=2026-01';

describeOnPostgres('routes of statements', (database) => {
  let app: HttpApp;
  let bench: StatementBench;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    bench = await makeStatementBench(database());
    const connected = database().connect('application');
    const identity = identityServices(connected);
    app = localServer({
      ...identity,
      ...bench.services,
      identityStore: createIdentityStore(connected),
      packLifeStore: bench.packLifeStore,
      placeStore: bench.placeStore,
      now: () => PEOPLE_NOW,
    });
    const people: readonly (readonly [string, RoleId, string])[] = [
      ['ina', 'fund_maker', FUND],
      ['otto', 'fund_checker', FUND],
      ['wes', 'fund_maker', `${FUND}/west`],
      ['rea', 'reader', `${FUND}/east`],
      ['aud', 'auditor', FUND],
    ];
    for (const [login, role, place] of people) tokens[login] = await tokenOf(identity, login, role, place);
    const both = { pooled: 12_345_67n, account: 1_000_00n };
    await bench.post('premium_assessed', '2026-01', both, { counterparty: 'employer:E1' });
    await bench.post('premium_to_treasury', '2026-01', both, { counterparty: 'employer:E1' });
    await bench.closeThrough('2026-01');
  });
  afterAll(() => app.close());

  const tokenOf = async (
    identity: IdentityServices,
    login: string,
    role: RoleId,
    place: string,
  ): Promise<string> => {
    const user = { login, name: login, department: role === 'auditor' ? 'audit' : 'finance', place } as const;
    const id = await addPerson(identity, bench.administrators, user, [[role, place]]);
    return (await sessionOf(identity, id)).token;
  };
  const as = (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);
  const propose = (who: string, subject: string, body: object): Promise<HttpAnswer> =>
    as(who, 'POST', `/api/v1/statement-subjects/${subject}/statements`, {
      insuranceType: 'employee',
      period: '2026-01',
      ...body,
    });

  test('NAT-28.10: a statement is drawn with every line, cell and check, in yuan or in ten thousands', async () => {
    const answer = await as('rea', 'GET', `/api/v1/statement-subjects/east/drawing?${JANUARY}`);
    expectShape(answer, 200, statementDrawingSchema);
    const { statement } = answer.json<{ statement: { forms: readonly { id: string }[] } }>();
    expect(statement.forms.map(({ id }) => id)).toEqual(['balance_sheet', 'income_statement', 'obligations']);
    expect(answer.body).toContain('"amount":"12345.67"');
    const inWan = await as('rea', 'GET', `/api/v1/statement-subjects/east/drawing?${JANUARY}&unit=wan`);
    expectShape(inWan, 200, statementDrawingSchema);
    expect(inWan.body).toContain('"amount":"1.23"');
    expect(inWan.body).not.toContain('12345.67');
  });

  test('NAT-28.10: a cell opens to its entries, and says where the next page begins', async () => {
    const cell = `${JANUARY}&form=income_statement&line=income&column=period&part=total&limit=1`;
    const first = await as('aud', 'GET', `/api/v1/statement-subjects/east/cells?${cell}`);
    expectShape(first, 200, openedCellSchema);
    const { next, amount, entries } = first.json<{
      next: string;
      amount: string;
      entries: readonly { template: string; cite: readonly string[]; effect: string }[];
    }>();
    expect(amount).toBe('13345.67');
    expect(entries).toMatchObject([
      { template: 'premium_to_treasury', cite: ['NAT-28.7'], effect: '12345.67' },
    ]);
    const second = await as('aud', 'GET', `/api/v1/statement-subjects/east/cells?${cell}&after=${next}`);
    expectShape(second, 200, openedCellSchema);
    expect(second.json()).toMatchObject({ amount: null, next: null, entries: [{ effect: '1000.00' }] });
  });

  test('NAT-28.10: one person draws up, another publishes; it is listed, opened, redrawn and exported', async () => {
    const proposed = await propose('ina', 'east', {});
    expectShape(proposed, 201, statementProposedSchema);
    const { id } = proposed.json<{ id: string }>();
    const decisions = `/api/v1/statements/${id}/decisions`;
    expectProblem(await as('ina', 'POST', decisions, { decision: 'published' }), 403);
    expect((await as('otto', 'POST', decisions, { decision: 'published' })).statusCode).toBe(204);
    expectProblem(await as('otto', 'POST', decisions, { decision: 'published' }), 409, [
      ['decided_meanwhile', id],
    ]);
    const list = await as('rea', 'GET', '/api/v1/statements?period=2026-01');
    expectShape(list, 200, statementListSchema);
    expect(list.json()).toMatchObject({ statements: [{ id, state: 'published', version: 1 }] });
    expectShape(await as('rea', 'GET', `/api/v1/statements/${id}?unit=wan`), 200, keptStatementSchema);
    const redrawn = await as('rea', 'GET', `/api/v1/statements/${id}/redraw`);
    expectShape(redrawn, 200, statementRedrawSchema);
    expect(redrawn.json()).toMatchObject({ isSame: true });
    const pdf = await as('rea', 'GET', `/api/v1/statements/${id}/export.pdf?unit=wan`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const { pages, embeddedFonts } = readPdf(pdf.rawPayload);
    expect(embeddedFonts).toHaveLength(1);
    expect(pages[0]?.replace(/\s/g, '')).toContain('单位：万元');
    const workbook = await as('rea', 'GET', `/api/v1/statements/${id}/export.xlsx`);
    expect([workbook.statusCode, workbook.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const content = workbook.rawPayload.toString('base64');
    const checked = await as('rea', 'POST', '/api/v1/statement-checks', { fileName: '报表.xlsx', content });
    expectShape(checked, 200, statementCheckedSchema);
    const { checks } = checked.json<Static<typeof statementCheckedSchema>>();
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['exact']));
  });

  test('NAT-28.10: a file of statements that does not add up is told by its line, and one that is none is refused', async () => {
    const check = (text: string): Promise<HttpAnswer> =>
      as('rea', 'POST', '/api/v1/statement-checks', {
        fileName: '表.csv',
        content: Buffer.from(text).toString('base64'),
      });
    const rows = ['temporary_receipts', 'borrowings', 'liabilities'].map(
      (line, index) => `balance_sheet,${line},end,${index}.10`,
    );
    const answer = await check(['form,line,column,amount', ...rows].join('\n'));
    expectShape(answer, 200, statementCheckedSchema);
    const { checks } = answer.json<Static<typeof statementCheckedSchema>>();
    expect(checks.filter(({ status }) => status === 'broken')).toMatchObject([
      { line: 'liabilities', difference: '0.9' },
    ]);
    expectProblem(await check('a,b\n1,2'), 422, [['no_statement_in_file', '表.csv']]);
  });

  test('a pool, a statement and a cell of another place are not there', async () => {
    const [mine] = (await as('rea', 'GET', '/api/v1/statements')).json<{
      statements: readonly { id: string }[];
    }>().statements;
    const id = present(mine, 'a statement').id;
    expect((await as('wes', 'GET', '/api/v1/statements')).json()).toEqual({ statements: [] });
    for (const rest of ['', '/redraw', '/export.pdf', '/export.xlsx']) {
      const answer = await as('wes', 'GET', `/api/v1/statements/${id}${rest}`);
      expectProblem(answer, 404, [['unknown_statement', id]]);
    }
    expectProblem(await propose('wes', 'east', {}), 404, [['unknown_pool', 'east']]);
  });

  test('what cannot be drawn is refused by name', async () => {
    expectProblem(await propose('ina', 'west', { period: '2026-02' }), 422, [['period_open', 'period']]);
    expectProblem(await propose('ina', 'west', { period: '2026-13' }), 422, [['bad_period', 'period']]);
    expectProblem(await propose('ina', 'east', { consolidated: true }), 422, [['not_a_fund', 'east']]);
    expectProblem(await propose('ina', 'west', { period: '2025-12' }), 422, [['before_books', 'period']]);
    const cell = `${JANUARY}&form=income_statement&line=dinner&column=period&part=total`;
    expectProblem(await as('aud', 'GET', `/api/v1/statement-subjects/east/cells?${cell}`), 404);
  });
});
