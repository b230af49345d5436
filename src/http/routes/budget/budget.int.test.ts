import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  budgetExplanationSchema,
  budgetViewSchema,
  consolidationViewSchema,
  executionSchema,
  roundListSchema,
  roundViewSchema,
} from '#contract/budget-output';
import { draftedSchema, numberedSchema } from '#contract/budget';
import { openedCellSchema } from '#contract/statement';
import { recordedIdSchema } from '#contract/identity';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import {
  BUDGET_NOW,
  BUDGET_PEOPLE,
  makeBudgetBench,
  type BudgetBench,
  type BudgetPerson,
  RESIDENTS_ALONE,
} from '#tests/support/budget-bench';
import { givenDraft } from '#tests/support/budget-drafts';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, faults, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { sessionOf } from '#tests/support/identity-people';
import { FUND, makeLedgerBench } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';

describeOnPostgres('the routes of budgets', (database) => {
  let app: HttpApp;
  let bench: BudgetBench;
  const tokens: Partial<Record<BudgetPerson, string>> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    await makeLedgerBench(connection);
    bench = await makeBudgetBench(connection);
    app = localServer({ ...bench.identity, ...bench.services, now: () => BUDGET_NOW });
    await app.ready();
    for (const [key] of BUDGET_PEOPLE) tokens[key] = (await sessionOf(bench.identity, bench.ids[key])).token;
  });
  afterAll(() => app.close());

  const as = (who: BudgetPerson, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, `/api/v1/${url}`, body);
  const done = async (who: BudgetPerson, url: string, body?: object): Promise<void> => {
    const answer = await as(who, 'POST', url, body);
    expect([url, answer.statusCode, answer.body]).toEqual([url, 204, '']);
  };

  test('SC-2.1-a, SC-2.1-d: take a budget from its round to an approved plan, and show each state', async () => {
    const opened = await as('maker', 'POST', 'budget-rounds', { place: FUND, year: 2026, pack: 'yunhai' });
    expectShape(opened, 201, recordedIdSchema);
    const round = opened.json<{ id: string }>().id;
    const again = await as('maker', 'POST', 'budget-rounds', { place: FUND, year: 2026, pack: 'yunhai' });
    expectProblem(again, 409, [['taken', '']]);
    const early = await as('maker', 'POST', 'budget-rounds', { place: FUND, year: 2020, pack: 'yunhai' });
    expectProblem(early, 422, [['year_before_rules', 'year']]);
    const ids: Record<string, string> = {};
    for (const pool of ['east', 'west', 'north', FUND]) {
      const by = pool === 'east' ? 'eastMaker' : 'maker';
      const draft = givenDraft(
        pool,
        pool === FUND ? {} : { '4001/pooled': '50.00', '5001.inpatient/pooled': '40.00' },
      );
      const drafted = await as(by, 'POST', `budget-rounds/${round}/budgets`, draft);
      expectShape(drafted, 201, draftedSchema);
      const id = drafted.json<{ budget: string }>().budget;
      ids[pool] = id;
      await done(by, `budgets/${id}/submissions`);
      expectProblem(
        await as('maker', 'POST', `budgets/${id}/reviews`, { decision: 'accepted', reason: '' }),
        403,
      );
      await done('checker', `budgets/${id}/reviews`, { decision: 'accepted', reason: '' });
    }
    const east = present(ids['east'], 'the budget of the east');
    expectProblem(await as('eastMaker', 'GET', `budgets/${east}/execution?month=6`), 422, [
      ['budget_not_adopted', 'east/2026'],
    ]);
    await done('checker', `budgets/${east}/reopenings`, { reason: '重报' });
    const redrafted = await as('eastMaker', 'POST', `budget-rounds/${round}/budgets`, givenDraft('east'));
    expect(redrafted.json<{ number: number }>().number).toBe(2);
    await done('eastMaker', `budgets/${east}/submissions`);
    await done('checker', `budgets/${east}/reviews`, { decision: 'accepted', reason: '' });
    expectShape(
      await as('maker', 'POST', `budget-rounds/${round}/consolidations`, RESIDENTS_ALONE),
      201,
      numberedSchema,
    );
    await done('checker', `budget-rounds/${round}/adoptions`, { decision: 'adopted', reason: '' });
    const plan = await as('eastMaker', 'POST', `budgets/${east}/amendments`, {
      reason: '收入增加',
      changes: { '4101/pooled': '9.00' },
    });
    expectShape(plan, 201, numberedSchema);
    const paper = plan.json<{ id: string }>().id;
    await done('checker', `budget-papers/${paper}/decisions`, { decision: 'approved', reason: '' });
    expectProblem(
      await as('checker', 'POST', `budget-papers/${paper}/decisions`, { decision: 'approved', reason: '' }),
      409,
    );
    const view = await as('eastMaker', 'GET', `budgets/${east}`);
    expectShape(view, 200, budgetViewSchema);
    expect(view.json()).toMatchObject({ state: 'adopted', current: { totals: { income: '9.00' } } });
    expectShape(await as('eastMaker', 'GET', `budgets/${east}/explanation`), 200, budgetExplanationSchema);
    const execution = await as('eastMaker', 'GET', `budgets/${east}/execution?month=6`);
    expectShape(execution, 200, executionSchema);
    expect(execution.json()).toMatchObject({ timeGone: '50.00', plans: 1 });
    const entries = await as(
      'eastMaker',
      'GET',
      `budgets/${east}/book-entries?row=4001&section=pooled&month=6`,
    );
    expectShape(entries, 200, openedCellSchema);
    expect(entries.json()).toMatchObject({ amount: '0.00', entries: [], next: null });
    expectProblem(await as('eastMaker', 'GET', `budgets/${east}/book-entries?row=nothing`), 404, [
      ['unknown_figure', 'nothing'],
    ]);
    expectProblem(await as('eastMaker', 'GET', `budget-papers/${paper}/final-account`), 404, [
      ['unknown_budget_paper', paper],
    ]);
    expectShape(await as('maker', 'GET', `budget-rounds/${round}`), 200, roundViewSchema);
    expectShape(await as('eastMaker', 'GET', 'budget-rounds'), 200, roundListSchema);
    expectProblem(
      await as('eastMaker', 'POST', `budgets/${east}/final-accounts`, { reason: 'r', explanations: {} }),
      422,
      [['year_not_closed', 'east/2026']],
    );
  });

  test('NAT-28.5: show a consolidation line by line, and every form as a file of the same bytes each time', async () => {
    const list = await as('maker', 'GET', 'budget-rounds');
    const round = present(list.json<{ rounds: { id: string }[] }>().rounds[0], 'a round').id;
    const url = `budget-rounds/${round}/consolidations/1`;
    const shown = await as('maker', 'GET', url);
    expectShape(shown, 200, consolidationViewSchema);
    const [resident] = shown.json<{ types: { sections: { rows: { id: string; cells: unknown[] }[] }[] }[] }>()
      .types;
    const rows = resident?.sections[0]?.rows ?? [];
    // The east was drafted again without any income; then north, west, the fund, sum, elimination and total.
    expect(rows.find(({ id }) => id === '4001')?.cells).toEqual([
      '0.00',
      '50.00',
      '50.00',
      null,
      '100.00',
      null,
      '100.00',
    ]);
    for (const path of [`${url}/export.xlsx`, '/export.pdf'].map((one) => one.replace(/^\//, `${url}/`))) {
      const [one, other] = [await as('maker', 'GET', path), await as('maker', 'GET', `${path}?unit=yuan`)];
      expect([one.statusCode, one.rawPayload.equals(other.rawPayload)]).toEqual([200, true]);
    }
    expectProblem(await as('westMaker', 'GET', url), 404, [['unknown_consolidation', '1']]);
    expectProblem(await as('westMaker', 'GET', `${url}/export.pdf`), 404);
    expectProblem(await as('maker', 'GET', `budget-rounds/${round}/consolidations/9`), 404);
    const whole = await as('maker', 'GET', `budget-rounds/${round}`);
    const east = present(
      whole.json<{ budgets: { id: string; pool: string }[] }>().budgets.find(({ pool }) => pool === 'east'),
      'the budget of the east',
    ).id;
    for (const form of ['budget', 'amendment', 'execution&month=6']) {
      for (const ending of ['xlsx', 'pdf']) {
        const path = `budgets/${east}/export.${ending}?unit=wan&form=${form}`;
        const [one, other] = [await as('eastMaker', 'GET', path), await as('eastMaker', 'GET', path)];
        expect([path, one.statusCode, one.rawPayload.equals(other.rawPayload)]).toEqual([path, 200, true]);
      }
    }
    expectProblem(await as('eastMaker', 'GET', `budgets/${east}/export.pdf?form=final_account`), 404, [
      ['budget_form_missing', east],
    ]);
    expectProblem(await as('westMaker', 'GET', `budgets/${east}/export.xlsx`), 404);
  });

  test('show nobody the budget of a neighbour, whatever is asked of it', async () => {
    const list = await as('maker', 'GET', 'budget-rounds');
    const round = present(list.json<{ rounds: { id: string }[] }>().rounds[0], 'a round').id;
    const whole = await as('maker', 'GET', `budget-rounds/${round}`);
    const budgets = whole.json<{ budgets: { id: string; pool: string }[] }>().budgets;
    const east = present(
      budgets.find(({ pool }) => pool === 'east'),
      'the budget of the east',
    ).id;
    for (const url of ['', '/explanation', '/execution?month=1', '/book-entries?row=4001']) {
      expectProblem(await as('westMaker', 'GET', `budgets/${east}${url}`), 404);
    }
    const amendment = { reason: 'r', changes: { '5401/pooled': '1.00' } };
    expectProblem(await as('westMaker', 'POST', `budgets/${east}/amendments`, amendment), 404);
    const seen = await as('westMaker', 'GET', `budget-rounds/${round}`);
    expect(seen.json<{ budgets: { pool: string }[] }>().budgets.map(({ pool }) => pool)).toEqual(['west']);
  });

  test('name every fault of a draft, with its place', async () => {
    const opened = await as('maker', 'POST', 'budget-rounds', { place: FUND, year: 2027, pack: 'yunhai' });
    const url = `budget-rounds/${opened.json<{ id: string }>().id}/budgets`;
    const draft = givenDraft('east');
    const wrong = {
      ...draft,
      drivers: { luck: { value: '1', source: 's' }, insured: { packValue: 'nothing' } },
    };
    expect(faults(await as('eastMaker', 'POST', url, wrong))).toEqual([
      ['unknown_driver', 'drivers/luck'],
      ['unknown_pack_value', 'drivers/insured'],
    ]);
    const given = { ...draft.given, '4001/pooled': { amount: '1,000', source: ' ' } };
    expect(faults(await as('eastMaker', 'POST', url, { ...draft, given }))).toEqual([
      ['bad_amount', 'given/4001/pooled'],
      ['source_missing', 'given/4001/pooled'],
    ]);
    const less = { ...draft, given: { '4001/pooled': { amount: '1.00', source: 's' } } };
    expect(faults(await as('eastMaker', 'POST', url, less))).toContainEqual([
      'amount_missing',
      'given/5301/pooled',
    ]);
    expectProblem(await as('westMaker', 'POST', url, draft), 404, [['unknown_pool', 'pool']]);
  });
});
