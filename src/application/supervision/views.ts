import { decidingPlaces } from '#application/adjustment-year/deciding-place';
import type { CaseQuery } from '#application/ports/supervision-store';
import type { SupervisionServices } from '#application/supervision/services';
import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';
import { unknownRecord } from '#domain/supervision/refusals';
import { isSettled, settlementOf, stateOf, sumOf, type Settlement } from '#domain/supervision/settlement';
import { summarise, totalOf, type SummaryRow } from '#domain/supervision/summary';
import type { Finding, Return, SupervisionCase } from '#domain/supervision/supervision-case';
import { allow, refuse } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';

type Services = Pick<SupervisionServices, 'supervisionStore' | 'placeStore'>;

/** Shows the cases of the caller's own places, newest first. */
export async function viewCases(
  { supervisionStore, placeStore }: Services,
  scope: Scope,
  query: CaseQuery = {},
) {
  const placeOf = await decidingPlaces(placeStore, scope);
  const cases = await supervisionStore.within(scope, (office) => office.listCases(query));
  return cases.map((one) => caseView(one, placeOf(one)));
}

export async function viewCase({ supervisionStore, placeStore }: Services, scope: Scope, number: bigint) {
  const found = await supervisionStore.within(scope, (office) => office.findCase(number));
  if (found === undefined) return refuse(unknownRecord(number));
  const placeOf = await decidingPlaces(placeStore, scope);
  return allow(caseView(found, placeOf(found)));
}

/** Shows the year's supervision by method and pool, with its total. */
export async function viewSummary(
  { supervisionStore }: Pick<Services, 'supervisionStore'>,
  scope: Scope,
  year: number,
) {
  const cases = await supervisionStore.within(scope, (office) => office.listCases({ year }));
  return { year, rows: summarise(cases).map(rowView), total: rowView(totalOf(cases)) };
}

function rowView<Row extends Partial<SummaryRow> & Settlement>({ found, returned, loss, open, ...row }: Row) {
  return { ...row, ...moneyView({ found, returned, loss, open }) };
}

function caseView({ findings, number, ...one }: SupervisionCase, decidingPlace: PlacePath) {
  return {
    ...one,
    number: String(number),
    departments: [...one.departments],
    decidingPlace,
    state: stateOf({ ...one, number, findings }),
    ...moneyView(sumOf(findings.map(settlementOf))),
    findings: findings.map(findingView),
  };
}

function findingView({ number, case: _case, amount, reports, ...finding }: Finding) {
  return {
    ...finding,
    number: String(number),
    ...moneyView(settlementOf({ amount, reports })),
    isSettled: isSettled({ amount, reports }),
    reports: reports.map(({ number: own, finding: _finding, standing, returns, loss, ...report }) => ({
      ...report,
      number: String(own),
      loss: formatYuan(loss),
      returns: returns.map((one) => ({ ...returnView(one), stands: standing.includes(one) })),
    })),
  };
}

function returnView({ event, amount }: Return) {
  return { event: String(event), amount: formatYuan(amount) };
}

function moneyView({ found, returned, loss, open }: Settlement) {
  return {
    found: formatYuan(found),
    returned: formatYuan(returned),
    loss: formatYuan(loss),
    open: formatYuan(open),
  };
}
