import type { ConsolidationContent } from '#application/budget/consolidate-round';
import { findConsolidation, type FoundConsolidation } from '#application/budget/find-consolidation';
import { gridForm, SECTION_NAMES } from '#application/budget/grid-form';
import type { BudgetServices } from '#application/budget/services';
import { signOffOf, UNIT_NAMES, type FormReport, type FormsReport } from '#application/exports/forms-report';
import type { ReportTable } from '#application/exports/report';
import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import type { StoredContent } from '#application/ports/budget-store';
import { CONSOLIDATED, consolidatedTable, memberColumn, sectionsOf } from '#domain/budget/standard-tables';
import type { BudgetTable } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';
import type { DisplayUnit } from '#kernel/shown-amount';

const SCHEMES: Readonly<Record<InsuranceType, string>> = { employee: '职工医保', resident: '居民医保' };
const ADDED: Readonly<Record<(typeof CONSOLIDATED)[number], string>> = {
  sum: '合计数',
  eliminated: '上解下拨抵销',
  total: '汇总数',
};
const STATES = { adopted: '已批准', returned: '已退回', waiting: '待批准' } as const;

/**
 * Reports a consolidated budget as its standard tables, a form for each insurance type and part, for a file (NAT-28.5).
 */
export async function reportConsolidation(
  services: Pick<BudgetServices, 'budgetStore' | 'placeStore'> & Pick<IdentityServices, 'identityStore'>,
  scope: Scope,
  roundId: string,
  number: number,
  unit: DisplayUnit,
): Promise<Decision<FormsReport>> {
  const found = await findConsolidation(services, scope, roundId, number);
  if (!found.allowed) return found;
  const { round, consolidation, members, placeName } = found.value;
  const { made, decided } = consolidation;
  const { nameOf } = await namePeople(services, [
    made.by,
    decided?.by ?? null,
    ...members.flatMap(({ version }) => [version.made.by, version.review?.by ?? null]),
  ]);
  const title = `${placeName.zh}${round.year}年度基本医疗保险基金预算汇总表`;
  const state = STATES[decided?.decision ?? 'waiting'];
  return allow({
    title,
    fileName: `${title} 第${consolidation.number}次汇编`,
    record: { kind: '预算汇编', id: consolidation.id },
    contentHash: consolidation.contentHash,
    recordedAt: decided?.at ?? made.at,
    draftMark: decided?.decision === 'adopted' ? null : state,
    head: [
      ['编制单位', placeName.zh],
      ['年度', `${round.year} 年度`],
      ['单位', UNIT_NAMES[unit]],
      ['汇编', `第 ${consolidation.number} 次（${state}）`],
      ['内容哈希', consolidation.contentHash],
      ...withoutBudgetOf(consolidation),
    ],
    forms: formsOf(found.value, unit),
    after: membersTable(found.value, nameOf),
    signOff: signOffOf(nameOf(made.by), decided === null ? null : nameOf(decided.by)),
  });
}

/** Writes into the head the books without a budget of their type, and the reason, where there are such. */
function withoutBudgetOf({ content }: StoredContent): FormsReport['head'] {
  const { withoutBudget } = JSON.parse(content) as ConsolidationContent;
  if (withoutBudget === undefined) return [];
  const books = withoutBudget.books.map((book) => {
    const [pool = '', type = ''] = book.split('/');
    return `${pool} ${SCHEMES[type as InsuranceType]}`;
  });
  return [['有账未编预算', `${books.join('、')}（${withoutBudget.reason}）`]];
}

function formsOf({ types, members }: FoundConsolidation, unit: DisplayUnit): readonly FormReport[] {
  const names = new Map(members.map(({ budget, name }) => [budget.pool, name.zh]));
  const headsOf = (tables: readonly BudgetTable[]): ReadonlyMap<string, string> =>
    new Map([
      ...tables.map(({ pool }) => [memberColumn(pool), names.get(pool) ?? pool] as const),
      ...CONSOLIDATED.map((id) => [id, ADDED[id]] as const),
    ]);
  return types.flatMap(({ insuranceType, tables }) =>
    sectionsOf(insuranceType).map((section) => {
      const title = `${SCHEMES[insuranceType]}${SECTION_NAMES[section]}预算汇总表`;
      return gridForm(consolidatedTable(tables, section), { title, columns: headsOf(tables) }, unit);
    }),
  );
}

/** Lists the member budgets: the accepted version, its drafter and its reviewer. */
function membersTable({ members }: FoundConsolidation, nameOf: (id: string) => string): ReportTable {
  return {
    title: '汇编单位',
    columns: ['单位', '险种', '版本', '编制', '复核', '内容哈希'].map((header) => ({
      header,
      content: 'text' as const,
    })),
    rows: members.map(({ budget, version, name }) => [
      name.zh,
      SCHEMES[budget.insuranceType],
      `第 ${version.number} 版`,
      nameOf(version.made.by),
      version.review === null ? null : nameOf(version.review.by),
      version.contentHash,
    ]),
  };
}
