import { sql, type Kysely } from 'kysely';
import type { BudgetOffice, Done } from '#application/ports/budget-store';
import { present } from '#kernel/assert';
import {
  selectBudgets,
  selectConsolidations,
  selectLatestVersions,
  selectOpenConsolidations,
  selectOpenPapers,
  selectPapers,
  selectRounds,
  selectVersions,
} from '#storage/budget/queries';
import type { Tables } from '#storage/database/tables';

type Within = Kysely<Tables>;

const made = ({ by, at }: Done): { readonly madeBy: string; readonly madeAt: string } => ({
  madeBy: by,
  madeAt: at,
});

/** What a scope's transaction sees and records of budgets; row security leaves out the rest. */
export function createBudgetOffice(within: Within): BudgetOffice {
  return {
    ...roundOffice(within),
    findArtefact: async (packHash) =>
      (await within.selectFrom('packArtefact').where('hash', '=', packHash).select('text').executeTakeFirst())
        ?.text,
    ...versionOffice(within),
    ...consolidationOffice(within),
    ...paperOffice(within),
  };
}

function roundOffice(
  within: Within,
): Pick<
  BudgetOffice,
  'listRounds' | 'findRound' | 'openRound' | 'listBudgets' | 'findBudget' | 'findBudgetOf' | 'openBudget'
> {
  return {
    listRounds: () => selectRounds(within),
    findRound: async (id) => (await selectRounds(within, id))[0],

    async openRound(round, done) {
      const row = await within
        .insertInto('budgetRound')
        .values({ ...round, ...made(done) })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the round as it was just opened').id;
    },

    listBudgets: (roundId) =>
      selectBudgets(within, roundId === undefined ? sql`true` : sql`round_id = ${roundId}`),
    findBudget: async (id) => (await selectBudgets(within, sql`id = ${id}`))[0],
    findBudgetOf: async (pool, insuranceType, year) =>
      (
        await selectBudgets(
          within,
          sql`pool = ${pool} AND insurance_type = ${insuranceType} AND year = ${year}`,
        )
      )[0],

    async openBudget(budget, done) {
      const row = await within
        .insertInto('budget')
        .values({ ...budget, ...made(done) })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the budget as it was just opened').id;
    },
  };
}

function versionOffice(
  within: Within,
): Pick<
  BudgetOffice,
  | 'listVersions'
  | 'findLatestVersion'
  | 'listLatestVersions'
  | 'addVersion'
  | 'submitVersion'
  | 'recordException'
  | 'reviewVersion'
  | 'reopenVersion'
> {
  return {
    listVersions: (budgetId) => selectVersions(within, sql`v.budget_id = ${budgetId}`),
    findLatestVersion: async (budgetId) =>
      (
        await selectVersions(
          within,
          sql`v.budget_id = ${budgetId}
            AND v.number = (SELECT max(number) FROM budget_version WHERE budget_id = ${budgetId})`,
        )
      )[0],
    listLatestVersions: (roundIds) => selectLatestVersions(within, roundIds),

    async addVersion({ id: budgetId, place }, version, done) {
      const row = await within
        .insertInto('budgetVersion')
        .values({ budgetId, place, ...version, ...made(done) })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the version as it was just added').id;
    },

    async submitVersion({ place }, { id: versionId, made: { by: maker } }, done) {
      await within
        .insertInto('budgetSubmission')
        .values({ versionId, place, maker, ...made(done) })
        .execute();
    },

    async recordException({ place }, { id: versionId }, { reason, document, documentHash }, done) {
      await within
        .insertInto('budgetException')
        .values({ versionId, place, reason, document, documentHash, ...made(done) })
        .execute();
    },

    async reviewVersion({ place }, version, { decision, reason }, done) {
      const { id: versionId, needsException, exception } = version;
      await within
        .insertInto('budgetReview')
        .values({
          versionId,
          place,
          maker: version.made.by,
          submitter: present(version.submitted, 'a submission').by,
          needsException,
          exceptionBy: exception?.by ?? null,
          decision,
          reason,
          ...made(done),
        })
        .execute();
    },

    async reopenVersion({ place }, { id: versionId }, reason, done) {
      await within
        .insertInto('budgetReopening')
        .values({ versionId, place, reason, ...made(done) })
        .execute();
    },
  };
}

function consolidationOffice(
  within: Within,
): Pick<
  BudgetOffice,
  'listConsolidations' | 'listOpenConsolidations' | 'addConsolidation' | 'decideConsolidation' | 'findAdopted'
> {
  return {
    listConsolidations: (roundId) => selectConsolidations(within, roundId),
    listOpenConsolidations: (roundIds) => selectOpenConsolidations(within, roundIds),

    async addConsolidation({ id: roundId, place, year }, consolidation, members, done) {
      const row = await within
        .insertInto('budgetConsolidation')
        .values({ roundId, place, year, ...consolidation, ...made(done) })
        .returning('id')
        .executeTakeFirst();
      const { id: consolidationId } = present(row, 'the consolidation as it was just added');
      const rows = members.map(({ budget, version }) => ({
        consolidationId,
        roundId,
        budgetId: budget.id,
        versionId: version.id,
        place: budget.place,
      }));
      await within.insertInto('budgetMember').values(rows).execute();
      return consolidationId;
    },

    async decideConsolidation(
      { id: roundId, place },
      { id: consolidationId, made: { by: maker } },
      { decision, reason },
      done,
    ) {
      await within
        .insertInto('budgetAdoption')
        .values({ consolidationId, roundId, place, maker, decision, reason, ...made(done) })
        .execute();
    },

    async findAdopted({ id }) {
      const row = await within
        .selectFrom('budgetMember as m')
        .innerJoin('budgetAdoption as a', 'a.consolidationId', 'm.consolidationId')
        .where('a.decision', '=', 'adopted')
        .where('m.budgetId', '=', id)
        .select(['m.consolidationId', 'm.versionId'])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const [version] = await selectVersions(within, sql`v.id = ${row.versionId}`);
      return { consolidationId: row.consolidationId, version: present(version, 'the adopted version') };
    },
  };
}

function paperOffice(
  within: Within,
): Pick<BudgetOffice, 'listPapers' | 'listOpenPapers' | 'findPaper' | 'addPaper' | 'decidePaper'> {
  return {
    listPapers: (budgetId, kind) => selectPapers(within, sql`p.budget_id = ${budgetId} AND p.kind = ${kind}`),
    listOpenPapers: (roundIds) => selectOpenPapers(within, roundIds),
    findPaper: async (id) => (await selectPapers(within, sql`p.id = ${id}`))[0],

    async addPaper({ id: budgetId, place }, consolidationId, paper, done) {
      const row = await within
        .insertInto('budgetPaper')
        .values({ budgetId, consolidationId, place, ...paper, ...made(done) })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the paper as it was just added').id;
    },

    async decidePaper({ id: budgetId, place }, { id: paperId, kind, made: { by: maker } }, decided, done) {
      await within
        .insertInto('budgetPaperDecision')
        .values({ paperId, kind, budgetId, place, maker, ...decided, ...made(done) })
        .execute();
    },
  };
}
