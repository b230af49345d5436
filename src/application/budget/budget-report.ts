import { readActuals } from '#application/budget/actuals';
import {
  amendmentForms,
  budgetForm,
  executionForms,
  finalAccountForms,
} from '#application/budget/budget-forms';
import { budgetOf, readTable, readVersion } from '#application/budget/content';
import type { FinalAccountContent } from '#application/budget/draw-final-account';
import { withChanges, type AmendmentContent } from '#application/budget/find-current';
import { formMissing, notAdopted, unknownBudget } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import {
  FUND_NAMES,
  signOffOf,
  UNIT_NAMES,
  type FormReport,
  type FormsReport,
} from '#application/exports/forms-report';
import type { ReportTable } from '#application/exports/report';
import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import type {
  Budget,
  BudgetPaper,
  BudgetVersion,
  Done,
  StoredContent,
} from '#application/ports/budget-store';
import { chinaDateOf } from '#application/time/china-time';
import { decideWithin } from '#application/transaction/decide-within';
import type { BudgetTable } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { DisplayUnit } from '#kernel/shown-amount';

/** A requested form of a budget; for the execution, through a month of the year. */
export interface BudgetFormAsked {
  readonly form: 'budget' | 'amendment' | 'execution' | 'final_account';
  readonly throughMonth: number;
  readonly unit: DisplayUnit;
}

/** A form with its record, and the persons who made and decided it. */
interface Drawn {
  readonly name: string;
  readonly forms: readonly FormReport[];
  readonly record: StoredContent & { readonly id: string };
  readonly made: Done;
  readonly decided: Done | null;
  readonly draftMark: string | null;
  readonly state: string;
}

/** The records of a budget: the version in force, otherwise the latest, and its papers. */
interface Found {
  readonly budget: Budget;
  readonly version: BudgetVersion;
  readonly isAdopted: boolean;
  /** As adopted or drafted, without any plan. */
  readonly base: BudgetTable;
  readonly plans: readonly BudgetPaper[];
  readonly accounts: readonly BudgetPaper[];
}

type Services = BudgetServices & Pick<IdentityServices, 'identityStore'>;

/**
 * Reports a place's own budget, its latest adjustment plan, its execution or its final account as the standard tables,
 * for a file. The same record gives the same file; an execution does while the books are unchanged.
 */
export async function reportBudget(
  services: Services,
  scope: Scope,
  budgetId: string,
  asked: BudgetFormAsked,
): Promise<Decision<FormsReport>> {
  const found = await findBudget(services, scope, budgetId);
  if (!found.allowed) return found;
  const drawn = await drawnOf(services, scope, found.value, asked);
  if (!drawn.allowed) return drawn;
  const { budget, version, plans } = found.value;
  const { name, forms, record, made, decided, draftMark, state } = drawn.value;
  const pools = await services.placeStore.listPools(scope);
  const people = [
    made.by,
    decided?.by ?? null,
    ...plans.flatMap((plan) => [plan.made.by, plan.decided?.by ?? null]),
  ];
  const { nameOf } = await namePeople(services, [...people, version.made.by, version.review?.by ?? null]);
  const unit = pools.find(({ id }) => id === budget.pool)?.name.zh ?? budget.pool;
  const title = `${unit}${budget.year}年度${FUND_NAMES[budget.insuranceType]}${name}`;
  const approved = plans.filter((plan) => plan.decided?.decision === 'approved');
  return allow({
    title,
    fileName: `${title} 第${version.number}版`,
    record: { kind: name, id: record.id },
    contentHash: record.contentHash,
    recordedAt: decided?.at ?? made.at,
    draftMark,
    head: [
      ['编制单位', unit],
      ['年度', `${budget.year} 年度`],
      ['单位', UNIT_NAMES[asked.unit]],
      ['状态', state],
      ...(approved.length === 0 ? [] : [['已批准的调整方案', `${approved.length} 个`] as const]),
      ['内容哈希', record.contentHash],
    ],
    forms,
    after: stepsTable(found.value, nameOf),
    signOff: signOffOf(nameOf(made.by), decided === null ? null : nameOf(decided.by)),
  });
}

async function findBudget(services: Services, scope: Scope, budgetId: string): Promise<Decision<Found>> {
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<Found>> => {
    const budget = await office.findBudget(budgetId);
    if (budget === undefined) return refuse(unknownBudget(budgetId));
    const adopted = await office.findAdopted(budget);
    const version = adopted?.version ?? (await office.findLatestVersion(budgetId));
    if (version === undefined) return refuse(formMissing('budget', budgetId));
    return allow({
      budget,
      version,
      isAdopted: adopted !== undefined,
      base: readTable(budgetOf(budget), readVersion(version).table),
      plans: await office.listPapers(budgetId, 'amendment'),
      accounts: await office.listPapers(budgetId, 'final_account'),
    });
  });
}

async function drawnOf(
  services: Services,
  scope: Scope,
  found: Found,
  { form, throughMonth, unit }: BudgetFormAsked,
): Promise<Decision<Drawn>> {
  const { budget, version, isAdopted, base, plans, accounts } = found;
  const current = afterPlans(base, plans);
  const of = { record: version, made: version.made, decided: version.review };
  const adoption = isAdopted ? { state: '已批准', draftMark: null } : { state: '草案', draftMark: '草案' };
  if (form === 'budget') {
    return allow({ name: '预算表', forms: budgetForm(current, '基金预算表', unit), ...of, ...adoption });
  }
  if (!isAdopted) return refuse(notAdopted(budget.pool, budget.year));
  if (form === 'execution') {
    const actuals = await readActuals(services, scope, budget, throughMonth);
    const forms = executionForms(current, actuals, throughMonth, unit);
    return allow({ name: '预算执行情况表', forms, ...of, ...adoption });
  }
  const paper = (form === 'amendment' ? plans : accounts).findLast(
    (one) => one.decided?.decision !== 'refused',
  );
  if (paper === undefined) return refuse(formMissing(form, budget.id));
  const standing = paper.decided === null ? '待批准' : null;
  const own = { record: paper, made: paper.made, decided: paper.decided, draftMark: standing };
  const state = standing ?? '已批准';
  if (form === 'final_account') {
    const content = JSON.parse(paper.content) as FinalAccountContent;
    return allow({ name: '决算表', forms: finalAccountForms(current, content, unit), ...own, state });
  }
  const before = afterPlans(
    base,
    plans.filter(({ number }) => number < paper.number),
  );
  const forms = amendmentForms(before, JSON.parse(paper.content) as AmendmentContent, unit);
  return allow({ name: '预算调整表', forms, ...own, state });
}

/** Applies every approved plan to a table, in order. */
function afterPlans(base: BudgetTable, plans: readonly BudgetPaper[]): BudgetTable {
  return plans
    .filter(({ decided }) => decided?.decision === 'approved')
    .reduce((table, { content }) => withChanges(table, JSON.parse(content) as AmendmentContent), base);
}

/** Lists the recorded steps of the budget and its plans, with persons and times. */
function stepsTable({ version, plans, accounts }: Found, nameOf: (id: string) => string): ReportTable {
  const step = (name: string, done: Done | null, reason: string): readonly (readonly string[])[] =>
    done === null ? [] : [[name, nameOf(done.by), chinaDateOf(done.at), reason]];
  const paperSteps = (name: string, papers: readonly BudgetPaper[]): readonly (readonly string[])[] =>
    papers.flatMap(({ number, made, decided, reason }) => [
      ...step(`${name}第 ${number} 号：提出`, made, reason),
      ...step(
        `${name}第 ${number} 号：${decided?.decision === 'approved' ? '批准' : '不予批准'}`,
        decided,
        decided?.reason ?? '',
      ),
    ]);
  return {
    title: '办理记录',
    columns: [
      { header: '事项', content: 'text' },
      { header: '经办人', content: 'text' },
      { header: '日期', content: 'text' },
      { header: '说明', content: 'prose' },
    ],
    rows: [
      ...step('编制', version.made, `第 ${version.number} 版`),
      ...step('提交', version.submitted, ''),
      ...step('复核', version.review, version.review?.reason ?? ''),
      ...paperSteps('调整方案', plans),
      ...paperSteps('决算', accounts),
    ],
  };
}
