import type { StatementServices } from '#application/statement/services';
import { readStatement, type DrawnStatement } from '#application/statement/statement-content';
import type { Scope } from '#domain/identity/account';
import type { StatementFailure } from '#domain/statement/check-drawn';
import { compareMembers, compareMonths } from '#domain/statement/compare-kept';
import type { DrawnForm } from '#domain/statement/draw-form';
import { periodKind, type StatementPeriod } from '#domain/statement/spans';
import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';
import type { SubjectKind } from '#rules/pack/raw-statement';

/** A statement compared with other published ones; missing ones are named, and then nothing is concluded. */
export interface StatementComparison {
  readonly id: 'months_add_up' | 'members_add_up';
  readonly name: Bilingual;
  readonly state: 'holds' | 'differs' | 'incomplete';
  /** Months or members without a published statement. */
  readonly missing: readonly string[];
  readonly failures: readonly StatementFailure[];
}

/** Compares a year with its months, and a consolidated statement with its members (NAT-28.5, NAT-28.10). */
export async function compareStatement(
  services: StatementServices,
  scope: Scope,
  drawn: DrawnStatement,
): Promise<readonly StatementComparison[]> {
  const { subject, period } = drawn;
  const comparisons: StatementComparison[] = [];
  if (periodKind(period) === 'year') comparisons.push(await withMonths(services, scope, drawn));
  if (subject.kind === 'group') comparisons.push(await withMembers(services, scope, drawn));
  return comparisons;
}

async function withMonths(
  services: StatementServices,
  scope: Scope,
  { subject, period, forms }: DrawnStatement,
): Promise<StatementComparison> {
  const { from } = forms[0]?.columns.find(({ span }) => span === 'period') ?? { from: `${period}-01` };
  const first = subject.members.map(({ firstMonth }) => firstMonth).toSorted()[0] ?? from;
  const months = Array.from(
    { length: 12 },
    (_, index) => `${period}-${(index + 1).toString().padStart(2, '0')}`,
  ).filter((month) => month >= first);
  const found = new Map<string, readonly DrawnForm[]>();
  for (const month of months) {
    const published = await findPublished(
      services,
      scope,
      subject.kind,
      subject.id,
      subject.insuranceType,
      month,
    );
    if (published !== undefined) found.set(month, published);
  }
  const name = { zh: '各月之和 = 全年', en: 'the months add up to the year' };
  const missing = months.filter((month) => !found.has(month));
  return comparison('months_add_up', name, missing, () => compareMonths(forms, [...found.values()]));
}

async function withMembers(
  services: StatementServices,
  scope: Scope,
  { subject, period, forms }: DrawnStatement,
): Promise<StatementComparison> {
  const found = new Map<string, { readonly kind: 'pool' | 'fund'; readonly forms: readonly DrawnForm[] }>();
  for (const { id, kind } of subject.members) {
    const published = await findPublished(services, scope, kind, id, subject.insuranceType, period);
    if (published !== undefined) found.set(id, { kind, forms: published });
  }
  const name = {
    zh: '各区及调剂金报表之和 = 汇总',
    en: 'the members’ statements add up to the consolidated one',
  };
  const missing = subject.members.map(({ id }) => id).filter((id) => !found.has(id));
  return comparison('members_add_up', name, missing, () => compareMembers(forms, [...found.values()]));
}

function comparison(
  id: StatementComparison['id'],
  name: Bilingual,
  missing: readonly string[],
  compare: () => readonly StatementFailure[],
): StatementComparison {
  if (missing.length > 0) return { id, name, state: 'incomplete', missing, failures: [] };
  const failures = compare();
  return { id, name, state: failures.length === 0 ? 'holds' : 'differs', missing, failures };
}

/** Finds the forms of the current published version. */
async function findPublished(
  { statementStore }: StatementServices,
  scope: Scope,
  subjectKind: SubjectKind,
  subject: string,
  insuranceType: InsuranceType,
  period: string,
): Promise<readonly DrawnForm[] | undefined> {
  const key = { subjectKind, subject, insuranceType, period: period as StatementPeriod };
  const inForce = (await statementStore.list(scope, key)).find(({ state }) => state === 'published');
  const kept = inForce === undefined ? undefined : await statementStore.find(scope, inForce.id);
  return kept === undefined ? undefined : readStatement(kept.content).forms;
}
