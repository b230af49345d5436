import { beforeAll, expect, test } from 'vitest';
import { createBudgetExecution } from '#application/budget/budget-met';
import { createBudgetGate } from '#application/budget/budget-gate';
import { consolidateRound } from '#application/budget/consolidate-round';
import { draftBudget } from '#application/budget/draft-budget';
import { decideConsolidation } from '#application/budget/decide-consolidation';
import { decidePaper } from '#application/budget/decide-paper';
import { proposeFinalAccount, type FinalAccountContent } from '#application/budget/draw-final-account';
import { evaluateBudget } from '#application/budget/evaluate-budget';
import { proposeAmendment } from '#application/budget/propose-amendment';
import { openFigure } from '#application/budget/open-figure';
import { openRound } from '#application/budget/open-round';
import { submitVersion } from '#application/budget/review-version';
import { showExecution } from '#application/budget/show-execution';
import { showFinalAccount } from '#application/budget/show-final-account';
import { explainBudget, showBudget } from '#application/budget/views';
import { closeYear } from '#application/fund/close-year';
import { planJournal } from '#domain/fund/journal';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Database } from '#storage/database/connect';
import {
  acceptedDraft,
  allowed,
  BUDGET_NOW,
  makeBudgetBench,
  openRound2026,
  refusedBy,
  type BudgetBench,
  RESIDENTS_ALONE,
} from '#tests/support/budget-bench';
import { drivenDraft, givenDraft } from '#tests/support/budget-drafts';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN, FUND, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

const BOOKS = { pool: 'east', insuranceType: 'resident' } as const;
const LINE = { ...BOOKS, year: 2026, line: '5001.pooled' } as const;
const APPROVE = { decision: 'approved', reason: '' } as const;
const LATER = '2027-02-01T08:00:00.000Z';

/** An invented province's year 2026: drafted by the city, adopted by the province, executed, amended, settled, scored. */
describeOnPostgres('a year of a budget', (database) => {
  let connection: Database;
  let ledger: LedgerBench;
  let bench: BudgetBench;
  let east = '';
  let north = '';

  beforeAll(async () => {
    connection = database().connect('application');
    ledger = await makeLedgerBench(connection);
    bench = await makeBudgetBench(connection);
  });

  const post = async (template: string, pooled: bigint, month: string, rest: object = {}): Promise<void> => {
    const effectiveOn = `2026-${month}-15` as PlainDate;
    const command = ledger.command(template, {
      ...BOOKS,
      amounts: { pooled: fen(pooled) },
      effectiveOn,
      ...rest,
    });
    const [outcome] = await ledger.store.post([command]);
    expect([template, outcome?.refusal]).toEqual([template, null]);
  };
  const pay = (category: string, amount: bigint, month: string): Promise<void> =>
    post('benefit_paid', amount, month, { counterparty: 'institution:H1', category });

  test('SC-2.1-a, JH-4.6: drafted from drivers, reviewed, consolidated, and adopted by a second person', async () => {
    const { services, scope } = bench;
    const round = await openRound2026(bench);
    east = await acceptedDraft(bench, round, drivenDraft('east'), 'eastMaker');
    north = await acceptedDraft(bench, round, givenDraft('north'));
    for (const pool of ['west', FUND]) await acceptedDraft(bench, round, givenDraft(pool));
    allowed(await consolidateRound(services, scope('maker'), round, RESIDENTS_ALONE, BUDGET_NOW));
    const gate = createBudgetGate(services);
    expect(refusedBy(await gate.remainingFen(scope('eastMaker'), LINE))).toEqual([
      'budget_not_adopted east/2026',
    ]);
    const adopt = { decision: 'adopted', reason: '' } as const;
    allowed(await decideConsolidation(services, scope('checker'), round, adopt, BUDGET_NOW));
    expect(allowed(await gate.remainingFen(scope('eastMaker'), LINE))).toBe(70_000n);
    const { nodes } = allowed(await explainBudget(services, scope('eastMaker'), east));
    expect(nodes.find(({ id }) => id === 'line/4001/pooled')).toMatchObject({
      value: { kind: 'fen', amount: '1000.00' },
      inputs: ['driver/insured', 'driver/personal_fee'],
    });
  });

  test('SC-2.1-d: followed month by month in the statutory books; what is spent leaves the line', async () => {
    const { services, scope } = bench;
    await post('premium_to_treasury', 100_000n, '03', { counterparty: 'person:P1' });
    await post('treasury_swept', 100_000n, '03');
    await post('expenditure_account_funded', 90_000n, '03');
    await pay('inpatient', 9_000n, '03');
    await pay('outpatient', 2_000n, '04');
    await post('recovery_of_same_year', 500n, '04', {
      counterparty: 'institution:H1',
      category: 'inpatient',
    });
    const view = allowed(await showExecution(services, scope('eastMaker'), east, 3));
    const lineAt = (line: string) => view.lines.find((one) => one.line === line);
    expect(lineAt('5001.inpatient')).toMatchObject({
      budget: '100.00',
      actual: '90.00',
      rate: '90.00',
      ahead: '65.00',
    });
    expect(lineAt('4001')).toMatchObject({ actual: '1000.00', rate: '100.00' });
    expect(view).toMatchObject({ timeGone: '25.00', expenditure: { actual: '90.00' } });
    const april = allowed(await showExecution(services, scope('eastMaker'), east, 4));
    expect(april.lines.find((one) => one.line === '5001.inpatient')).toMatchObject({ actual: '85.00' });
    expect(april).toMatchObject({ expenditure: { actual: '105.00' } });
    const gate = createBudgetGate(services);
    expect(allowed(await gate.remainingFen(scope('eastMaker'), LINE))).toBe(70_000n - 10_500n);
  });

  test('JX-3.3: more spending goes through a plan that another person approves while the year lasts', async () => {
    const { services, scope } = bench;
    const asked = { reason: '住院人次上升', changes: { '5001.inpatient/pooled': '300.00' } };
    const plan = allowed(await proposeAmendment(services, scope('eastMaker'), east, asked, BUDGET_NOW));
    const gate = createBudgetGate(services);
    expect(allowed(await gate.remainingFen(scope('eastMaker'), LINE))).toBe(59_500n);
    expect(refusedBy(await decidePaper(services, scope('checker'), plan.id, APPROVE, LATER))).toEqual([
      'budget_year_over east/2026',
    ]);
    allowed(await decidePaper(services, scope('checker'), plan.id, APPROVE, BUDGET_NOW));
    expect(allowed(await gate.remainingFen(scope('eastMaker'), LINE))).toBe(79_500n);
    expect(refusedBy(await proposeAmendment(services, scope('eastMaker'), east, asked, LATER))).toEqual([
      'budget_year_over east/2026',
    ]);
  });

  test('JX-2.5: whether the budget was met follows from its own income and spending', async () => {
    const execution = createBudgetExecution(bench.services);
    const met = await execution.findBudgetMet(bench.scope('eastMaker'), { ...BOOKS, year: 2026 });
    expect(met).toMatchObject({ isMet: false });
    expect(met?.basis).toContain('income 1,000.00 / 3,110.00');
    expect(await execution.findBudgetMet(bench.scope('eastMaker'), { ...BOOKS, year: 2030 })).toBeUndefined();
  });

  test('SC-2.1-c, AH-1.4-f: the final account comes from the closed books and explains every difference', async () => {
    const { services, scope } = bench;
    const draw = (explanations: Readonly<Record<string, string>>) =>
      proposeFinalAccount(services, scope('eastMaker'), east, { reason: '2026年决算', explanations }, LATER);
    expect(refusedBy(await draw({}))).toEqual(['year_not_closed east/2026']);
    const journal = planJournal(ledger.pack);
    allowed(
      await closeYear(
        ledger.store,
        allowed(journal),
        { ...BOOKS, kind: 'pool', year: 2026 },
        { ...ANN, now: LATER },
      ),
    );
    for (let month = 1; month <= 12; month += 1) {
      const name = `2026-${month.toString().padStart(2, '0')}` as Month;
      expect(await ledger.store.closeMonth(BOOKS, name, { ...ANN, now: LATER })).toBeUndefined();
    }
    const unexplained = refusedBy(await draw({}));
    expect(unexplained).toContain('difference_unexplained explanations/5001.inpatient/pooled');
    expect(unexplained).not.toContain('difference_unexplained explanations/5301/pooled');
    const keys = unexplained.map((text) => text.replace('difference_unexplained explanations/', ''));
    const account = allowed(await draw(Object.fromEntries(keys.map((key) => [key, '按实际发生']))));
    expect(refusedBy(await decidePaper(services, scope('eastMaker'), account.id, APPROVE, LATER))).toEqual([
      `not_compiling_place ${FUND}`,
    ]);
    allowed(await decidePaper(services, scope('checker'), account.id, APPROVE, LATER));
    const view = allowed(await showBudget(services, scope('eastMaker'), east));
    const final = view.papers.find(({ kind }) => kind === 'final_account');
    const content = JSON.parse(final?.content ?? '{}') as FinalAccountContent;
    expect(content).toMatchObject({
      income: '1000.00',
      expenditure: '105.00',
      yearBalance: '895.00',
      balances: [{ part: 'pooled', opening: '0.00', accumulated: '895.00' }],
      plans: 1,
    });
    expect(content.lines.find(({ line }) => line === '5001.inpatient')).toMatchObject({
      budget: '300.00',
      actual: '85.00',
      difference: '-215.00',
      explanation: '按实际发生',
    });
    const shown = allowed(await showFinalAccount(services, scope('eastMaker'), account.id));
    const rowAt = (id: string) => shown.sections[0]?.rows.find((row) => row.id === id);
    expect(shown.sections.map(({ id }) => id)).toEqual(['whole']);
    expect(rowAt('opening')).toMatchObject({ cells: ['1000.00', '0.00', '-1000.00'], percent: '-100.00' });
    expect(rowAt('accumulated')).toMatchObject({ cells: [expect.any(String), '895.00', expect.any(String)] });
    expect(rowAt('5001.inpatient')).toMatchObject({
      cells: ['300.00', '85.00', '-215.00'],
      percent: '-71.67',
      reasons: ['按实际发生'],
    });
    expect(rowAt('income')?.cells[1]).toBe('1000.00');
    const opened = async (row: string) => {
      const asked = { row, section: 'pooled', throughMonth: 12, limit: 1 } as const;
      return allowed(await openFigure(services, scope('eastMaker'), east, asked));
    };
    expect(await opened('5001.inpatient')).toMatchObject({
      amount: 8_500n,
      entries: [{ template: 'benefit_paid', effect: 9_000n, account: '5001' }],
    });
    expect((await opened('5001.inpatient')).next).not.toBeNull();
    expect(await opened('accumulated')).toMatchObject({ amount: 89_500n });
    expect(await opened('opening')).toMatchObject({ amount: 0n, entries: [], next: null });
    const none = { row: '9999', section: 'whole', throughMonth: 12, limit: 1 } as const;
    expect(refusedBy(await openFigure(services, scope('eastMaker'), east, none))).toEqual([
      'unknown_figure 9999',
    ]);
    const late = { reason: 'r', changes: { '5401/pooled': '1.00' } };
    expect(refusedBy(await proposeAmendment(services, scope('eastMaker'), east, late, BUDGET_NOW))).toEqual([
      'budget_settled',
    ]);
  });

  test('SC-2.1-c: books in which nothing moved have no year to close, and a final account all the same', async () => {
    const { services, scope } = bench;
    const books = { ...BOOKS, pool: 'north' };
    for (let month = 1; month <= 12; month += 1) {
      const name = `2026-${month.toString().padStart(2, '0')}` as Month;
      expect(await ledger.store.closeMonth(books, name, { ...ANN, now: LATER })).toBeUndefined();
    }
    const asked = { reason: '2026年决算', explanations: {} };
    const { id } = allowed(await proposeFinalAccount(services, scope('maker'), north, asked, LATER));
    const { papers } = allowed(await showBudget(services, scope('maker'), north));
    const content = JSON.parse(papers.find((one) => one.id === id)?.content ?? '{}') as FinalAccountContent;
    expect(content).toMatchObject({ income: '0.00', balances: [{ opening: '0.00', accumulated: '0.00' }] });
  });

  test('SC-2.1-c: a budget begins with what the closed books hold, or states why it does not', async () => {
    const { services, scope } = bench;
    const wanted = { place: FUND, year: 2027, pack: 'yunhai' };
    const { id: round } = allowed(await openRound(services, scope('maker'), wanted, LATER));
    const draft = (opening: string, rest: object = {}) =>
      draftBudget(
        services,
        scope('eastMaker'),
        round,
        { ...givenDraft('east', {}, opening), ...rest },
        LATER,
      );
    expect(refusedBy(await draft('99000000.00'))).toEqual(['opening_not_of_books opening/pooled']);
    expect(refusedBy(await draft('99000000.00', { openingReason: ' ' }))).toHaveLength(1);
    const { budget } = allowed(await draft('895.00'));
    const shown = async () => allowed(await showBudget(services, scope('checker'), budget));
    const held = { amount: '895.00', basis: 'closed_year', closedThrough: '2026-12' };
    expect(await shown()).toMatchObject({
      openings: [{ part: 'pooled', amount: '895.00', held, difference: '0.00' }],
      openingReason: null,
    });
    allowed(await draft('900.00', { openingReason: '审计调整' }));
    expect(await shown()).toMatchObject({
      openings: [{ amount: '900.00', difference: '5.00' }],
      openingReason: '审计调整',
    });
    allowed(await submitVersion(services, scope('eastMaker'), budget, LATER));
  });

  test('SC-2.1-f: the year is scored on evidence, with the use that is made of the result', async () => {
    const { services, scope } = bench;
    const income = { id: 'income', name: { zh: '收入完成', en: 'income' }, points: '100' };
    const asked = {
      reason: '年度绩效评价',
      indicators: [income],
      scores: [{ indicator: 'income', score: '32', evidence: '2026年决算' }],
      use: '下年支出目标从紧',
    };
    expect(
      refusedBy(await evaluateBudget(services, scope('eastMaker'), east, { ...asked, use: ' ' }, LATER)),
    ).toEqual(['reason_missing use']);
    const ninety = { ...asked, indicators: [{ ...income, points: '90' }] };
    expect(refusedBy(await evaluateBudget(services, scope('eastMaker'), east, ninety, LATER))).toEqual([
      'points_not_hundred indicators',
    ]);
    const made = allowed(await evaluateBudget(services, scope('eastMaker'), east, asked, LATER));
    allowed(await decidePaper(services, scope('checker'), made.id, APPROVE, LATER));
    const view = allowed(await showBudget(services, scope('eastMaker'), east));
    expect(JSON.parse(view.papers.at(-1)?.content ?? '{}')).toMatchObject({
      total: '32.00',
      highest: '100.00',
      use: asked.use,
    });
  });
});

describeOnPostgres('budgets under a consultation draft', (database) => {
  test('R-7: are drafted and consolidated as a simulation, and never adopted', async () => {
    const connection = database().connect('application');
    await makeLedgerBench(connection);
    const bench = await makeBudgetBench(connection, {
      'instrument.yaml': (text) => text.replaceAll('status: in_force', 'status: draft'),
    });
    const { services, scope } = bench;
    const round = await openRound2026(bench);
    for (const pool of ['east', 'west', 'north', FUND]) await acceptedDraft(bench, round, givenDraft(pool));
    allowed(await consolidateRound(services, scope('maker'), round, RESIDENTS_ALONE, BUDGET_NOW));
    const decide = (decision: 'adopted' | 'returned') =>
      decideConsolidation(services, scope('checker'), round, { decision, reason: '模拟' }, BUDGET_NOW);
    expect(refusedBy(await decide('adopted'))).toEqual(['draft_in_production packs/yunhai']);
    allowed(await decide('returned'));
  });
});
