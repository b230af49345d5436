import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgetInboxSchema, draftFormSchema, type BudgetInboxBody } from '#contract/budget-desk';
import { budgetViewSchema } from '#contract/budget-output';
import type { HttpApp } from '#http/services';
import { fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import {
  BUDGET_NOW,
  BUDGET_PEOPLE,
  makeBudgetBench,
  openRound2026,
  RESIDENTS_ALONE,
} from '#tests/support/budget-bench';
import type { BudgetBench, BudgetPerson } from '#tests/support/budget-bench';
import { givenDraft } from '#tests/support/budget-drafts';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { sessionOf } from '#tests/support/identity-people';
import { FUND, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';

describeOnPostgres('what the desk of a budget asks for, and what waits there', (database) => {
  let app: HttpApp;
  let bench: BudgetBench;
  let ledger: LedgerBench;
  let round = '';
  const tokens: Partial<Record<BudgetPerson, string>> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    ledger = await makeLedgerBench(connection);
    bench = await makeBudgetBench(connection);
    app = localServer({ ...bench.identity, ...bench.services, now: () => BUDGET_NOW });
    for (const [key] of BUDGET_PEOPLE) tokens[key] = (await sessionOf(bench.identity, bench.ids[key])).token;
    round = await openRound2026(bench);
  });
  afterAll(() => app.close());

  const as = (who: BudgetPerson, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, tokens[who] ?? '', method, `/api/v1/${url}`, body);
  const formOf = (who: BudgetPerson, pool: string): Promise<HttpAnswer> =>
    as(who, 'GET', `budget-rounds/${round}/draft-form?pool=${pool}&insuranceType=resident`);
  const inboxOf = async (who: BudgetPerson): Promise<BudgetInboxBody> => {
    const answer = await as(who, 'GET', 'budget-inbox');
    expectShape(answer, 200, budgetInboxSchema);
    return answer.json<BudgetInboxBody>();
  };

  test('a form names every line of the table with what its estimate takes; of a neighbour it tells nothing', async () => {
    const form = await formOf('eastMaker', 'east');
    expectShape(form, 200, draftFormSchema);
    const { lines } = form.json<{ lines: { key: string; method: string }[] }>();
    expect(lines.map(({ key }) => key).toSorted()).toEqual(Object.keys(givenDraft('east').given).toSorted());
    expect(lines.find(({ key }) => key === '5301/pooled')).toMatchObject({ method: 'given' });
    expectProblem(await formOf('eastMaker', 'west'), 404, [['unknown_pool', 'pool']]);
    expectShape(await formOf('maker', FUND), 200, draftFormSchema);
  });

  test('a form proposes the opening balance that the books hold; without books of that time it proposes none', async () => {
    const interest = ledger.command('interest_credited', { amounts: { pooled: fen(12_50n) } });
    expect((await ledger.store.post([interest])).map(({ refusal }) => refusal)).toEqual([null]);
    const held = async (of: string): Promise<unknown> => {
      const url = `budget-rounds/${of}/draft-form?pool=east&insuranceType=resident`;
      const form = await as('eastMaker', 'GET', url);
      return form.json<{ parts: { held: unknown }[] }>().parts.map((part) => part.held);
    };
    expect(await held(round)).toEqual([null]);
    const next = await as('maker', 'POST', 'budget-rounds', { place: FUND, year: 2027, pack: 'yunhai' });
    expect(await held(next.json<{ id: string }>().id)).toEqual([
      { amount: '12.50', basis: 'open_year', closedThrough: null },
    ]);
  });

  test('of books that begin with the year, what they took in is held against a draft; a reason is kept and shown', async () => {
    const approval = await ledger.approve('opening_balance', 'north', 70_000n, 'opening');
    const taken = ledger.command('opening_balance', {
      pool: 'north',
      amounts: { special_pooled: fen(0n), expenditure_pooled: fen(70_000n) },
      effectiveOn: '2025-12-31' as PlainDate,
      approval,
    });
    expect((await ledger.store.post([taken])).map(({ refusal }) => refusal)).toEqual([null]);
    const draft = (body: object) => as('maker', 'POST', `budget-rounds/${round}/budgets`, body);
    const held = { amount: '700.00', basis: 'taken_in', closedThrough: null };
    expect((await formOf('maker', 'north')).json()).toMatchObject({ parts: [{ held }] });
    const own = givenDraft('north');
    expectProblem(await draft(own), 422, [['opening_not_of_books', 'opening/pooled']]);
    const drafted = await draft({ ...own, openingReason: '审计调整' });
    const view = await as('checker', 'GET', `budgets/${drafted.json<{ budget: string }>().budget}`);
    expectShape(view, 200, budgetViewSchema);
    expect(view.json()).toMatchObject({
      openings: [{ held, difference: '300.00' }],
      openingReason: '审计调整',
    });
  });

  test('a submitted draft waits for the checker of the compiling place alone, until it is reviewed', async () => {
    const drafted = await as('eastMaker', 'POST', `budget-rounds/${round}/budgets`, givenDraft('east'));
    const id = drafted.json<{ budget: string }>().budget;
    expect((await inboxOf('checker')).drafts).toEqual([]);
    await as('eastMaker', 'POST', `budgets/${id}/submissions`);
    expect((await inboxOf('checker')).drafts).toMatchObject([{ budget: id, pool: 'east', number: 1 }]);
    expect((await inboxOf('eastChecker')).drafts).toEqual([]);
    expectProblem(await as('eastMaker', 'GET', 'budget-inbox'), 403);
    await as('checker', 'POST', `budgets/${id}/reviews`, { decision: 'accepted', reason: '' });
    expect((await inboxOf('checker')).drafts).toEqual([]);
  });

  test('a consolidation waits for its adoption, and after it papers wait for their decision', async () => {
    for (const pool of ['west', 'north', FUND]) {
      const draft = { ...givenDraft(pool), openingReason: '审计调整' };
      const drafted = await as('maker', 'POST', `budget-rounds/${round}/budgets`, draft);
      const id = drafted.json<{ budget: string }>().budget;
      await as('maker', 'POST', `budgets/${id}/submissions`);
      await as('checker', 'POST', `budgets/${id}/reviews`, { decision: 'accepted', reason: '' });
    }
    await as('maker', 'POST', `budget-rounds/${round}/consolidations`, RESIDENTS_ALONE);
    expect((await inboxOf('checker')).consolidations).toMatchObject([{ round, number: 1 }]);
    await as('checker', 'POST', `budget-rounds/${round}/adoptions`, { decision: 'adopted', reason: '' });
    const seen = await as('eastMaker', 'GET', `budget-rounds/${round}`);
    const east = seen
      .json<{ budgets: { id: string; pool: string }[] }>()
      .budgets.find(({ pool }) => pool === 'east');
    const plan = { reason: '收入增加', changes: { '4101/pooled': '9.00' } };
    await as('eastMaker', 'POST', `budgets/${east?.id ?? ''}/amendments`, plan);
    const waiting = await inboxOf('checker');
    expect(waiting.consolidations).toEqual([]);
    expect(waiting.papers).toMatchObject([{ kind: 'amendment', pool: 'east', reason: '收入增加' }]);
  });
});
