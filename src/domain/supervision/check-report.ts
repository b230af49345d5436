import { documentFaults } from '#domain/supervision/check-case';
import { aboveEvent, aboveOpen, supervisionRefusal } from '#domain/supervision/refusals';
import { isSettled, settlementOf } from '#domain/supervision/settlement';
import type {
  AskedReport,
  Finding,
  Report,
  Return,
  SupervisionCase,
} from '#domain/supervision/supervision-case';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { whyNotSilent } from '#kernel/reason-missing';

/** The amount that an event recovered for a pool and insurance type; zero where it is no recovery or was reversed. */
export interface Recovered {
  readonly amount: Fen;
  /** Whether the event is already counted for a finding. */
  readonly isCounted: boolean;
}

/** Checks a report: within the open amount, and each event a recovery that is not yet counted. */
export function checkReport(
  finding: Finding,
  asked: AskedReport,
  recovered: ReadonlyMap<bigint, Recovered>,
): Decision<AskedReport> {
  if (finding.reports.some(({ decision }) => decision === null))
    return refuse(supervisionRefusal('report_waits', String(finding.number)));
  if (isSettled(finding)) return refuse(supervisionRefusal('finding_settled', String(finding.number)));
  return allowUnless(
    [...documentFaults('document', asked), ...moneyFaults(finding, asked, recovered)],
    () => asked,
  );
}

function moneyFaults(
  finding: Finding,
  { returns, loss }: Pick<AskedReport, 'returns' | 'loss'>,
  recovered: ReadonlyMap<bigint, Recovered>,
): readonly Refusal[] {
  const faults = returns.flatMap((one, index) => returnFaults(`returns[${index}]`, one, recovered));
  if (new Set(returns.map(({ event }) => event)).size < returns.length)
    faults.push(supervisionRefusal('event_repeated', 'returns'));
  if (loss < 0n) faults.push(supervisionRefusal('bad_amount', 'loss'));
  const { open } = settlementOf(finding);
  const reported = sumFen([...returns.map(({ amount }) => amount), loss]);
  if (open > 0n && reported === ZERO_FEN) faults.push(supervisionRefusal('nothing_reported', 'returns'));
  if (reported > open) faults.push(aboveOpen('returns', open));
  return faults;
}

function returnFaults(
  at: string,
  { event, amount }: Return,
  recovered: ReadonlyMap<bigint, Recovered>,
): Refusal[] {
  const held = recovered.get(event);
  if (held === undefined || held.amount <= 0n)
    return [supervisionRefusal('event_not_recovery', `${at}.event`)];
  return [
    ...(held.isCounted ? [supervisionRefusal('event_counted', `${at}.event`)] : []),
    ...(amount > 0n ? [] : [supervisionRefusal('bad_amount', `${at}.amount`)]),
    ...(amount > held.amount ? [aboveEvent(`${at}.amount`, held.amount)] : []),
  ];
}

/**
 * Decides whether a person may confirm or refuse a report: never the reporter; a confirmation requires the money to be
 * still there.
 */
export function decideReport(
  finding: Finding,
  report: Report,
  by: string,
  wanted: { readonly decision: 'confirmed' | 'refused'; readonly note: string },
  recovered: ReadonlyMap<bigint, Recovered>,
): Decision<null> {
  const at = String(report.number);
  if (report.decision !== null) return refuse(supervisionRefusal('report_decided', at));
  if (report.reportedBy === by) return refuse(supervisionRefusal('same_person', at));
  const silent = whyNotSilent(wanted.decision === 'refused', wanted.note, 'note');
  if (silent !== undefined) return refuse(silent);
  if (wanted.decision === 'refused') return allow(null);
  return allowUnless(moneyFaults(finding, report, recovered), () => null);
}

/** Decides whether a case may be closed: every finding must be rectified or settled as a loss. */
export function decideClosing({ number, findings, closedAt }: SupervisionCase): Decision<null> {
  if (closedAt !== null) return refuse(supervisionRefusal('case_closed', String(number)));
  const open = findings.filter((finding) => !isSettled(finding));
  return allowUnless(
    open.map((finding) => supervisionRefusal('findings_open', String(finding.number))),
    () => null,
  );
}
