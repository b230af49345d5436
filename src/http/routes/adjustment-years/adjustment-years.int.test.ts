import { afterAll, beforeAll, expect, test } from 'vitest';
import { matterListSchema } from '#contract/adjustment-matters';
import {
  adjustmentYearSchema,
  poolSharesSchema,
  yearInboxSchema,
  yearListSchema,
  yearStepDoneSchema,
} from '#contract/adjustment-years';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { createRunStore } from '#storage/run-store';
import { DOCUMENT, makeYearBench, type YearBench } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  expectProblem,
  expectShape,
  faults,
  httpAs,
  httpGet,
  type HttpAnswer,
} from '#tests/support/http-answers';
import { identityServices, PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { FUND } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';

const YEARS = '/api/v1/adjustment-years';
const MATTERS = '/api/v1/adjustment-matters';

describeOnPostgres('the routes of a year of adjustment', (database) => {
  let app: HttpApp;
  let bench: YearBench;
  let id = '';
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makeYearBench(connection);
    const services = identityServices(connection);
    const runStore = createRunStore(connection);
    app = localServer({ ...services, ...bench.services, runStore, now: () => PEOPLE_NOW });
    for (const who of ['maker', 'checker', 'approver', 'payer', 'ofEast'] as const)
      tokens[who] = (await sessionOf(services, bench[who].userId)).token;
    id = await bench.openAndAttest();
  });
  afterAll(() => app.close());

  const as = (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);
  const step = (who: string, name: string, body?: object): Promise<HttpAnswer> =>
    as(who, 'POST', `${YEARS}/${id}/${name}`, body);
  const inboxOf = async (who: string): Promise<readonly string[]> => {
    const answer = await as(who, 'GET', '/api/v1/adjustment-inbox');
    expectShape(answer, 200, yearInboxSchema);
    const { steps, matters } = answer.json<{ steps: { step: string }[]; matters: { kind: string }[] }>();
    return [...steps.map((one) => one.step), ...matters.map((one) => one.kind)];
  };

  test('a year is opened at the place of its fund, once', async () => {
    const wanted = { place: FUND, fund: FUND, insuranceType: 'employee', year: 2025, pack: 'yunhai' };
    expectProblem(await as('maker', 'POST', YEARS, wanted), 409, [['already_submitted', 'year']]);
    expectProblem(await as('maker', 'POST', YEARS, { ...wanted, place: 'xigang' }), 403, [
      ['outside_your_places', 'xigang'],
    ]);
    expect((await as('maker', 'POST', YEARS, { ...wanted, year: 2026 })).statusCode).toBe(201);
    const list = await as('checker', 'GET', YEARS);
    expectShape(list, 200, yearListSchema);
    expect(list.json<{ years: { year: number }[] }>().years.map(({ year }) => year)).toEqual([2026, 2025]);
  });

  test('a figure is attested with its document; a wrong hash is refused by the shape', async () => {
    const figure = { subject: 'west', field: 'recovery.east', value: '10.00', ...DOCUMENT };
    expect((await step('maker', 'figures', figure)).statusCode).toBe(204);
    expectProblem(await step('maker', 'figures', { ...figure, documentHash: 'x' }), 400);
    expectProblem(await step('checker', 'figures', figure), 403);
  });

  test('what is missing is named; what waits is in the inbox of who may do it, never of who made it', async () => {
    const before = await as('maker', 'GET', `${YEARS}/${id}`);
    expectShape(before, 200, adjustmentYearSchema);
    expect(before.json<{ missing: object[] }>().missing).toContainEqual({
      subject: 'east',
      field: 'collections',
    });
    expectShape(await step('maker', 'gatherings'), 200, yearStepDoneSchema);
    const after = await as('maker', 'GET', `${YEARS}/${id}`);
    expect(after.json<{ missing: object[] }>().missing).toEqual([]);
    // The books hold a reserve of nothing, and this policy keeps none: its figures say nothing of it.
    const fields = after.json<{ figures: { field: string }[] }>().figures.map(({ field }) => field);
    expect(fields).toContain('collections');
    expect(fields).not.toContain('reserveHeld');
    const adoption = {
      kind: 'adoption',
      place: FUND,
      pool: FUND,
      insuranceType: 'employee',
      year: 2025,
      pack: 'yunhai',
      content: { value: 'shortage_rule' },
      ...DOCUMENT,
    };
    const asked = await as('maker', 'POST', MATTERS, adoption);
    expect(asked.statusCode).toBe(201);
    expect(await inboxOf('checker')).toEqual(['adoption']);
    const matter = asked.json<{ id: string }>().id;
    expect(
      (await as('checker', 'POST', `${MATTERS}/${matter}/decisions`, { decision: 'granted' })).statusCode,
    ).toBe(204);
    expectShape(await as('checker', 'GET', MATTERS), 200, matterListSchema);
    expect(await inboxOf('checker')).toEqual([]);
  });

  test('the year goes from hand to hand to its payment; each step says who and when', async () => {
    expectShape(await step('maker', 'freezes', {}), 200, yearStepDoneSchema);
    expectShape(await step('payer', 'proposals', { note: 'plan' }), 200, yearStepDoneSchema);
    expect(await inboxOf('checker')).toEqual(['checked', 'returned']);
    expect(await inboxOf('payer')).not.toContain('checked');
    expectShape(await step('checker', 'decisions', { decision: 'checked' }), 200, yearStepDoneSchema);
    expect(await inboxOf('checker')).toEqual(['returned']);
    expectProblem(await step('checker', 'decisions', { decision: 'approved' }), 422, [
      ['third_person_missing', ''],
    ]);
    expectShape(
      await step('approver', 'decisions', { decision: 'approved', note: 'YH-9' }),
      200,
      yearStepDoneSchema,
    );
    const part = { key: 'k1', payments: [{ line: 'levy/west', amount: '1.00' }] };
    expect((await step('payer', 'payments', part)).json()).toEqual({ posted: 1, isFinal: false });
    for (const [on, code] of [
      ['2027-01-01', 'bad_date'],
      ['2026-01-31', 'paid_before_approval'],
    ])
      expect(faults(await step('payer', 'payments', { key: 'k2', on }))).toEqual([[code, 'on']]);
    expect((await step('payer', 'payments', { key: 'k2' })).json()).toMatchObject({ isFinal: true });
    const year = await as('checker', 'GET', `${YEARS}/${id}`);
    expectShape(year, 200, adjustmentYearSchema);
    expect(year.json()).toMatchObject({ phase: 'final', missing: [], lines: expect.any(Array) as unknown });
    expect(
      year.json<{ steps: { kind: string; by: string }[] }>().steps.map(({ kind, by }) => [kind, by]),
    ).toEqual([
      ['opened', bench.maker.userId],
      ['frozen', bench.maker.userId],
      ['proposed', bench.payer.userId],
      ['checked', bench.checker.userId],
      ['approved', bench.approver.userId],
      ['paid', bench.payer.userId],
      ['paid', bench.payer.userId],
    ]);
  });

  test('notices come as files for the pools that have amounts, and nothing of it to another place', async () => {
    const notice = await as('checker', 'GET', `${YEARS}/${id}/notices/levy/west`);
    expect([notice.statusCode, notice.headers['content-type']]).toEqual([200, 'application/pdf']);
    const ofVersion = (version: string): Promise<HttpAnswer> =>
      as('checker', 'GET', `${YEARS}/${id}/notices/levy/west?version=${version}`);
    expect((await ofVersion('1')).rawPayload.equals(notice.rawPayload)).toBe(true);
    expect(faults(await ofVersion('7'))).toEqual([['nothing_to_notify', 'west']]);
    expectProblem(await ofVersion('x'), 400);
    expectProblem(await as('checker', 'GET', `${YEARS}/${id}/notices/levy/nowhere`), 404, [
      ['unknown_pool', 'pool'],
    ]);
    expectProblem(await as('ofEast', 'GET', `${YEARS}/${id}`), 404);
    expect((await as('ofEast', 'GET', YEARS)).json()).toEqual({ years: [] });
    expect((await as('checker', 'GET', `${YEARS}/${id}/simulation`)).statusCode).toBe(200);
  });

  test('NAT-28.3, NAT-28.4: a pool sees what a year of the fund above decided for it, with its notices, and no other pool’s', async () => {
    const answer = await as('ofEast', 'GET', '/api/v1/adjustment-shares');
    expectShape(answer, 200, poolSharesSchema);
    const { shares } = answer.json<{
      shares: { pool: string; notices: string[]; lines: { pool: string }[] }[];
    }>();
    expect(shares.map(({ pool, notices }) => [pool, notices])).toEqual([['east', ['levy', 'allocation']]]);
    expect(shares[0]?.lines.every(({ pool }) => pool === 'east')).toBe(true);
    const notice = (pool: string): Promise<HttpAnswer> =>
      as('ofEast', 'GET', `${YEARS}/${id}/notices/levy/${pool}`);
    expect((await notice('east')).headers['content-type']).toBe('application/pdf');
    expectProblem(await notice('west'), 404, [['unknown_pool', 'pool']]);
  });

  test('the run of a year is there for who sees the year, at every address, and in no public list', async () => {
    const { run } = (await as('maker', 'GET', `${YEARS}/${id}`)).json<{ run: { id: string } }>();
    const files = ['', '/export.pdf', '/export.xlsx'].map((end) => `/api/v1/runs/${run.id}${end}`);
    for (const file of files) {
      expect([file, (await as('checker', 'GET', file)).statusCode]).toEqual([file, 200]);
      expectProblem(await as('ofEast', 'GET', file), 404, [['unknown_run', run.id]]);
      expectProblem(await httpGet(app, file), 404, [['unknown_run', run.id]]);
    }
    expect((await httpGet(app, '/api/v1/runs')).json()).toEqual({ runs: [] });
    const scenario = { runId: run.id, name: 'n', note: '', values: {} };
    const keep = (who: string): Promise<HttpAnswer> => as(who, 'POST', '/api/v1/scenarios', scenario);
    expectProblem(await keep('ofEast'), 404, [['unknown_run', run.id]]);
    expectProblem(await keep('checker'), 422, [['scenario_of_year', run.id]]);
  });

  test('a correction opens a further version; until it is approved the one before is what pools owe', async () => {
    expectShape(await step('maker', 'corrections', { note: 'late' }), 200, yearStepDoneSchema);
    const { shares } = (await as('ofEast', 'GET', '/api/v1/adjustment-shares')).json<{ shares: object[] }>();
    expect(shares).toMatchObject([{ pool: 'east', version: 1 }]);
  });
});
