import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBudgetGate } from '#application/budget/budget-gate';
import { consolidateRound } from '#application/budget/consolidate-round';
import { decideConsolidation } from '#application/budget/decide-consolidation';
import { decidePaper } from '#application/budget/decide-paper';
import { draftBudget } from '#application/budget/draft-budget';
import { proposeAmendment } from '#application/budget/propose-amendment';
import {
  recordException,
  reopenVersion,
  reviewVersion,
  submitVersion,
} from '#application/budget/review-version';
import { listRounds, showBudget, showRound } from '#application/budget/views';
import type { Scope } from '#domain/identity/account';
import type { Database } from '#storage/database/connect';
import { inScope } from '#storage/identity/in-scope';
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
import { describeOnPostgres, runOn } from '#tests/support/fresh-database';
import { FUND, makeLedgerBench } from '#tests/support/ledger-bench';

const ACCEPT = { decision: 'accepted', reason: '' } as const;
const ADOPT = { decision: 'adopted', reason: '' } as const;
const SHORT = { '4001/pooled': '10.00', '5001.inpatient/pooled': '60.00' };
const LETTER = { reason: '疫情', document: '省府纪要〔2025〕9号', documentHash: 'a'.repeat(64) };

describeOnPostgres('budgets in the database', (fresh) => {
  let database: Database;
  let bench: BudgetBench;
  let round = '';
  const budgets: Record<string, string> = {};

  beforeAll(async () => {
    database = fresh().connect('application');
    await makeLedgerBench(database);
    bench = await makeBudgetBench(database);
    round = await openRound2026(bench);
  });

  /** Inserts in a scope; the name of the constraint, or the message, that refuses it. */
  const insert = async (scope: Scope, statement: ReturnType<typeof sql>): Promise<string> => {
    try {
      await inScope(database, scope, (within) => statement.execute(within));
      return 'inserted';
    } catch (error) {
      const { constraint, message } = error as { readonly constraint?: string; readonly message: string };
      return constraint ?? message;
    }
  };

  describe('before the adoption', () => {
    test('SC-2.1-a: the city drafts, and the province returns with reasons or accepts, by another person', async () => {
      const { services, scope } = bench;
      const drafted = allowed(
        await draftBudget(services, scope('eastMaker'), round, drivenDraft('east'), BUDGET_NOW),
      );
      const { budget } = drafted;
      const review = (who: 'eastChecker' | 'maker' | 'checker', body: Parameters<typeof reviewVersion>[3]) =>
        reviewVersion(services, scope(who), budget, body, BUDGET_NOW);
      expect(refusedBy(await review('checker', ACCEPT))).toEqual([`wrong_state ${budget}`]);
      allowed(await submitVersion(services, scope('eastMaker'), budget, BUDGET_NOW));
      expect(refusedBy(await review('eastChecker', ACCEPT))).toEqual([`not_compiling_place ${FUND}`]);
      expect(refusedBy(await review('checker', { decision: 'returned', reason: ' ' }))).toEqual([
        'reason_missing reason',
      ]);
      const second = await draftBudget(services, scope('eastMaker'), round, drivenDraft('east'), BUDGET_NOW);
      expect(refusedBy(second)).toEqual(['budget_under_review']);
      allowed(await review('checker', { decision: 'returned', reason: '收入偏高' }));
      const again = await draftBudget(services, scope('maker'), round, drivenDraft('east'), BUDGET_NOW);
      expect(again).toMatchObject({ allowed: true, value: { budget, number: 2 } });
      allowed(await submitVersion(services, scope('eastMaker'), budget, BUDGET_NOW));
      expect(refusedBy(await review('maker', ACCEPT))).toEqual(['same_person']);
      allowed(await review('checker', ACCEPT));
      budgets['east'] = budget;
      const view = allowed(await showBudget(services, scope('eastMaker'), budget));
      expect(view).toMatchObject({
        state: 'accepted',
        current: null,
        versions: [{ number: 1 }, { number: 2 }],
      });
      expect(view.latest?.totals).toMatchObject({ ownIncome: '3110.00', ownExpenditure: '900.00' });
    });

    test('SC-2.1-b, AH-1.4-b: a deficit passes only with an exception that a third person recorded and reviewed', async () => {
      const { services, scope } = bench;
      const draft = givenDraft('west', SHORT);
      const { budget } = allowed(await draftBudget(services, scope('westMaker'), round, draft, BUDGET_NOW));
      allowed(await submitVersion(services, scope('westMaker'), budget, BUDGET_NOW));
      const accept = () => reviewVersion(services, scope('checker'), budget, ACCEPT, BUDGET_NOW);
      expect(refusedBy(await accept())).toEqual(['deficit_exception_missing pooled']);
      const [version] = allowed(await showBudget(services, scope('maker'), budget)).versions;
      // Whatever the program does, the row itself is refused without the exception.
      expect(
        await insert(
          scope('checker'),
          sql`INSERT INTO budget_review SELECT s.version_id, s.place, s.maker, s.made_by, true, NULL, 'accepted', '',
            ${bench.ids.checker}, now() FROM budget_submission AS s WHERE s.version_id = ${version?.id ?? ''}`,
        ),
      ).toBe('budget_review_deficit_by_exception');
      allowed(await recordException(services, scope('maker'), budget, LETTER, BUDGET_NOW));
      allowed(await accept());
      budgets['west'] = budget;
      const outright = givenDraft('north', { ...SHORT, '5401/pooled': '5000.00' });
      const north = allowed(await draftBudget(services, scope('maker'), round, outright, BUDGET_NOW));
      allowed(await recordException(services, scope('maker'), north.budget, LETTER, BUDGET_NOW));
      allowed(await submitVersion(services, scope('maker'), north.budget, BUDGET_NOW));
      const refused = await reviewVersion(services, scope('checker'), north.budget, ACCEPT, BUDGET_NOW);
      expect(refusedBy(refused)).toEqual(['accumulated_deficit_refused pooled']);
      const back = { decision: 'returned', reason: '累计赤字' } as const;
      allowed(await reviewVersion(services, scope('checker'), north.budget, back, BUDGET_NOW));
    });

    test('SC-2.2-c: a consolidation names who is missing and what does not eliminate, and then adds up', async () => {
      const { services, scope } = bench;
      const consolidateNow = () =>
        consolidateRound(services, scope('maker'), round, RESIDENTS_ALONE, BUDGET_NOW);
      const unreasoned = await consolidateRound(services, scope('maker'), round, { reason: ' ' }, BUDGET_NOW);
      expect(refusedBy(unreasoned)).toContain('budget_of_type_missing east/employee');
      expect(refusedBy(await consolidateNow())).toEqual([
        'budget_missing yunhai/resident',
        'budget_missing north/resident',
      ]);
      budgets['north'] = await acceptedDraft(
        bench,
        round,
        givenDraft('north', { '4001/pooled': '80.00', '5301/pooled': '8.00' }),
      );
      budgets['fund'] = await acceptedDraft(bench, round, givenDraft(FUND, {}));
      expect(refusedBy(await consolidateNow())).toEqual(['elimination_mismatch resident/north/5301']);
      allowed(await reopenVersion(services, scope('checker'), budgets['fund'] ?? '', '上解不符', BUDGET_NOW));
      await acceptedDraft(bench, round, givenDraft(FUND, { '4402/pooled/north': '8.00' }));
      const made = allowed(await consolidateNow());
      const view = allowed(await showRound(services, scope('maker'), round));
      const content: unknown = JSON.parse(view.consolidations[0]?.content ?? '');
      expect(content).toMatchObject({
        types: [{ eliminated: { levies: '8.00', allocations: '0.00' }, totals: { yearBalance: '2240.00' } }],
        members: { 'east/resident': 2, 'north/resident': 2, 'west/resident': 1, 'yunhai/resident': 2 },
      });
      expect(made.number).toBe(1);
      // Nobody of a city sees the others' figures.
      expect(allowed(await showRound(services, scope('eastMaker'), round)).consolidations).toEqual([]);
    });
  });

  describe('the adoption', () => {
    test('is another person’s, and once it is there nothing before it changes', async () => {
      const { services, scope } = bench;
      const own = { ...scope('maker') };
      expect(refusedBy(await decideConsolidation(services, own, round, ADOPT, BUDGET_NOW))).toEqual([
        'same_person',
      ]);
      expect(
        await insert(
          own,
          sql`INSERT INTO budget_adoption SELECT c.id, c.round_id, c.place, c.made_by, 'adopted', '', c.made_by, now()
            FROM budget_consolidation AS c WHERE c.round_id = ${round}`,
        ),
      ).toBe('budget_adoption_second_person');
      allowed(await decideConsolidation(services, scope('checker'), round, ADOPT, BUDGET_NOW));
      const late = await draftBudget(services, scope('maker'), round, drivenDraft('east'), BUDGET_NOW);
      expect(refusedBy(late)).toEqual(['budget_adopted']);
      const reopened = await reopenVersion(
        services,
        scope('checker'),
        budgets['east'] ?? '',
        'r',
        BUDGET_NOW,
      );
      expect(refusedBy(reopened)).toEqual(['decided_meanwhile']);
      expect(
        refusedBy(await consolidateRound(services, scope('maker'), round, RESIDENTS_ALONE, BUDGET_NOW)),
      ).toEqual(['budget_adopted']);
      expect(allowed(await listRounds(services, scope('eastMaker'))).rounds[0]?.adopted).not.toBeNull();
    });

    test('SC-2.1-d, JX-3.3: the adopted budget changes only by a plan that two people made, and versions are kept', async () => {
      const { services, scope } = bench;
      const east = budgets['east'] ?? '';
      const amend = (changes: Readonly<Record<string, string>>) =>
        proposeAmendment(services, scope('eastMaker'), east, { reason: '目录扩大', changes }, BUDGET_NOW);
      expect(refusedBy(await amend({}))).toEqual(['nothing_amended changes']);
      expect(refusedBy(await amend({ '5301/pooled': '1.00' }))).toEqual([
        'amendment_of_transfer changes/5301/pooled',
      ]);
      expect(refusedBy(await amend({ '5401/pooled': '9000.00' }))).toEqual([
        'deficit_exception_missing pooled',
        'accumulated_deficit_refused pooled',
      ]);
      const plan = allowed(await amend({ '5001.inpatient/pooled': '250.00' }));
      expect(refusedBy(await amend({ '5001.outpatient/pooled': '1.00' }))).toEqual([`wrong_state ${east}`]);
      const gate = createBudgetGate(services);
      const line = { pool: 'east', insuranceType: 'resident', year: 2026, line: '5001.pooled' } as const;
      expect(await gate.remainingFen(scope('eastMaker'), line)).toMatchObject({
        allowed: true,
        value: 70_000n,
      });
      const approve = { decision: 'approved', reason: '' } as const;
      expect(
        refusedBy(await decidePaper(services, scope('eastMaker'), plan.id, approve, BUDGET_NOW)),
      ).toEqual([`not_compiling_place ${FUND}`]);
      allowed(await decidePaper(services, scope('checker'), plan.id, approve, BUDGET_NOW));
      expect(await gate.remainingFen(scope('eastMaker'), line)).toMatchObject({
        allowed: true,
        value: 85_000n,
      });
      const view = allowed(await showBudget(services, scope('eastMaker'), east));
      expect(view.papers).toMatchObject([
        { kind: 'amendment', number: 1, decided: { decision: 'approved' } },
      ]);
      expect(view.latest?.totals.ownExpenditure).toBe('900.00');
      expect(view.current?.totals.ownExpenditure).toBe('1050.00');
      const none = await gate.remainingFen(scope('maker'), { ...line, year: 2027 });
      expect(refusedBy(none)).toEqual(['budget_not_adopted east/2027']);
    });
  });

  describe('row security', () => {
    test('shows nothing of a neighbour’s budgets and lets nobody write in the name of another', async () => {
      const { services, scope } = bench;
      expect(refusedBy(await showBudget(services, scope('westMaker'), budgets['east'] ?? ''))).toEqual([
        `unknown_budget ${budgets['east'] ?? ''}`,
      ]);
      const forged = sql`INSERT INTO budget_round (place, year, pack_id, pack_hash, made_by, made_at)
        SELECT 'yunhai/east', 2030, pack_id, pack_hash, ${bench.ids.checker}, now() FROM budget_round LIMIT 1`;
      expect(await insert(scope('eastMaker'), forged)).toContain('row-level security');
    });

    test('every table only grows, for its owner as well', async () => {
      for (const table of [
        'budget_version',
        'budget_review',
        'budget_member',
        'budget_adoption',
        'budget_paper',
      ]) {
        const change = runOn(fresh().url, `SET search_path TO tongchou; DELETE FROM ${table}`);
        await expect(change).rejects.toThrow('budget_is_append_only');
      }
    });
  });
});
