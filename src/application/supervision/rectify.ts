import { decidingPlaces, reaches } from '#application/adjustment-year/deciding-place';
import { decidedAbove, decidedMeanwhile } from '#application/adjustment-year/refusals';
import type { SupervisionServices } from '#application/supervision/services';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { checkReport, decideClosing, decideReport } from '#domain/supervision/check-report';
import { unknownRecord } from '#domain/supervision/refusals';
import type { AskedReport, Finding, Report, SupervisionCase } from '#domain/supervision/supervision-case';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';

type Services = Pick<SupervisionServices, 'supervisionStore' | 'placeStore'>;

/** Reports how a finding was rectified: money returned, by ledger events, and loss (SC-R5). */
export async function reportFinding(
  { supervisionStore }: Services,
  scope: Scope,
  number: bigint,
  asked: AskedReport,
  now: string,
): Promise<Decision<{ readonly number: bigint }>> {
  return decideWithin(supervisionStore, scope, async (office) => {
    const of = await office.findCaseOfFinding(number);
    if (of === undefined) return refuse(unknownRecord(number));
    const finding = findingOf(of, (one) => one.number === number);
    const recovered = await office.readRecovered(
      of,
      asked.returns.map(({ event }) => event),
    );
    const checked = checkReport(finding, asked, recovered);
    if (!checked.allowed) return checked;
    return allow({ number: await office.addReport(of, finding, asked, scope.userId, now) });
  });
}

/** Confirms or refuses a report, as another person, at the place of the fund that the pool belongs to or above. */
export async function decideOnReport(
  { supervisionStore, placeStore }: Services,
  scope: Scope,
  number: bigint,
  wanted: { readonly decision: 'confirmed' | 'refused'; readonly note: string },
  now: string,
): Promise<Decision<null>> {
  const found = await supervisionStore.within(scope, (office) => office.findCaseOfReport(number));
  if (found === undefined) return refuse(unknownRecord(number));
  const decidingPlace = (await decidingPlaces(placeStore, scope))(found);
  if (!reaches(scope, decidingPlace)) return refuse(decidedAbove(decidingPlace));
  return decideWithin(supervisionStore, scope, async (office) => {
    const of = (await office.findCaseOfReport(number)) ?? found;
    const finding = findingOf(of, ({ reports }) => reports.some((one) => one.number === number));
    const report = reportOf(finding, number);
    const recovered = await office.readRecovered(
      of,
      report.returns.map(({ event }) => event),
    );
    const decision = decideReport(finding, report, scope.userId, wanted, recovered);
    if (!decision.allowed) return decision;
    return (await office.decideReport(of, report, wanted, scope.userId, now))
      ? allow(null)
      : refuse(decidedMeanwhile(String(number)));
  });
}

/** Closes a case whose findings are all rectified or settled as a loss. */
export async function closeCase(
  { supervisionStore }: Services,
  scope: Scope,
  number: bigint,
  now: string,
): Promise<Decision<null>> {
  return decideWithin(supervisionStore, scope, async (office) => {
    const of = await office.findCase(number);
    if (of === undefined) return refuse(unknownRecord(number));
    const decision = decideClosing(of);
    if (!decision.allowed) return decision;
    return (await office.closeCase(of, scope.userId, now))
      ? allow(null)
      : refuse(decidedMeanwhile(String(number)));
  });
}

function findingOf({ findings }: SupervisionCase, isWanted: (one: Finding) => boolean): Finding {
  return present(findings.find(isWanted), 'the finding by which the case was found');
}

function reportOf({ reports }: Finding, number: bigint): Report {
  return present(
    reports.find((one) => one.number === number),
    'the report by which the case was found',
  );
}
