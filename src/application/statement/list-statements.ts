import type { FormsReport } from '#application/exports/forms-report';
import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import type { StatementKey } from '#application/ports/statement-store';
import { compareStatement } from '#application/statement/compare-statement';
import { badPeriod, unknownStatement } from '#application/statement/refusals';
import type { StatementServices } from '#application/statement/services';
import { readStatement } from '#application/statement/statement-content';
import { statementReport } from '#application/statement/statement-report';
import { comparisonView, keptView, statementView } from '#application/statement/statement-view';
import type { Scope } from '#domain/identity/account';
import { parsePeriod } from '#domain/statement/spans';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { DisplayUnit } from '#kernel/shown-amount';

/** Lists kept versions in any state, without their content. */
export async function listStatementViews(
  { statementStore }: Pick<StatementServices, 'statementStore'>,
  scope: Scope,
  { period: text, ...key }: Partial<Omit<StatementKey, 'period'>> & { readonly period?: string },
): Promise<Decision<ReturnType<typeof keptView>[]>> {
  const period = text === undefined ? undefined : parsePeriod(text);
  if (text !== undefined && period === undefined) return refuse(badPeriod(text));
  const found = await statementStore.list(scope, { ...key, ...(period === undefined ? {} : { period }) });
  return allow(found.map(keptView));
}

/** Opens a kept version in a unit, compared with other published ones. */
export async function openStatement(
  services: StatementServices,
  scope: Scope,
  id: string,
  unit: DisplayUnit,
) {
  const kept = await services.statementStore.find(scope, id);
  if (kept === undefined) return refuse(unknownStatement(id));
  const drawn = readStatement(kept.content);
  const comparisons = await compareStatement(services, scope, drawn);
  return allow({
    ...keptView(kept),
    statement: statementView(drawn, unit),
    comparisons: comparisons.map(comparisonView),
  });
}

/** Lays out a kept version for a file, with the names of the persons who made and decided it. */
export async function reportStatement(
  services: Pick<StatementServices, 'statementStore'> & Pick<IdentityServices, 'identityStore'>,
  scope: Scope,
  id: string,
  unit: DisplayUnit,
): Promise<Decision<FormsReport>> {
  const kept = await services.statementStore.find(scope, id);
  if (kept === undefined) return refuse(unknownStatement(id));
  const { nameOf } = await namePeople(services, [kept.madeBy, kept.decidedBy]);
  return allow(statementReport(kept, unit, nameOf));
}
