import { collisionRefusal } from '#application/budget/refusals';
import type { BudgetCollision, BudgetStore } from '#application/ports/budget-store';
import { Undone } from '#application/transaction/decide-within';
import { createBudgetOffice } from '#storage/budget/budget-office';
import { collisionOf } from '#storage/database/collision';
import type { Database } from '#storage/database/connect';
import { transact } from '#storage/database/transact';

/** Constraints and guards of migration 9 by which someone else was quicker, and what that means to the one who lost. */
const COLLISIONS: Readonly<Record<string, BudgetCollision>> = {
  budget_round_once: 'taken',
  budget_once: 'taken',
  budget_version_number: 'decided_meanwhile',
  budget_submission_pkey: 'decided_meanwhile',
  budget_exception_pkey: 'decided_meanwhile',
  budget_review_pkey: 'decided_meanwhile',
  budget_reopening_pkey: 'decided_meanwhile',
  budget_consolidation_number: 'decided_meanwhile',
  budget_adoption_pkey: 'decided_meanwhile',
  budget_adopted_once: 'budget_adopted',
  budget_paper_number: 'decided_meanwhile',
  budget_paper_decision_pkey: 'decided_meanwhile',
  budget_final_once: 'budget_settled',
  budget_adopted: 'budget_adopted',
  budget_decided: 'decided_meanwhile',
  budget_under_review: 'budget_under_review',
  budget_settled: 'budget_settled',
};

/** The port on PostgreSQL. */
export function createBudgetStore(database: Database): BudgetStore {
  return {
    async within(scope, work) {
      try {
        return await transact(database, scope, (within) => work(createBudgetOffice(within)));
      } catch (error) {
        const collision = collisionOf(error, COLLISIONS);
        throw collision === undefined ? error : new Undone([collisionRefusal(collision)]);
      }
    },
  };
}
