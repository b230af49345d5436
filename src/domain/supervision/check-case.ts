import type { Department } from '#domain/identity/department';
import { supervisionRefusal } from '#domain/supervision/refusals';
import type { SupervisionPlan } from '#domain/supervision/plan-supervision';
import type { AskedCase, AskedFinding, NamedDocument } from '#domain/supervision/supervision-case';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parsePlainDate } from '#kernel/plain-date';
import { findClause, type Pack } from '#rules/pack/pack';

/** The person who opens a case, and the day. */
export interface Opening {
  readonly department: Department;
  /** Today, by the calendar of China. */
  readonly today: string;
}

/**
 * Checks a case against the policy of its place: the method and stage exist, and the members that the method needs are
 * given.
 */
export function checkCase(
  plan: SupervisionPlan | undefined,
  asked: AskedCase,
  { department, today }: Opening,
): Decision<AskedCase> {
  if (plan === undefined) return refuse(supervisionRefusal('supervision_not_named', 'pack'));
  const line = plan.lines.find(({ id }) => id === asked.line);
  if (line === undefined) return refuse(supervisionRefusal('unknown_line', 'line'));
  const [cite] = line.cite;
  const { departments, offSite, openedOn } = asked;
  const faults: Refusal[] = [...documentFaults('document', asked)];
  if (!isStage(plan, asked.stage)) faults.push(supervisionRefusal('unknown_stage', 'stage', plan.cite[0]));
  if (!departments.includes(department) || new Set(departments).size !== departments.length)
    faults.push(supervisionRefusal('departments_missing', 'departments'));
  if (line.kind === 'joint' && new Set(departments).size < 2)
    faults.push(supervisionRefusal('joint_needs_two', 'departments', cite));
  if ((line.kind === 'off_site') !== (offSite !== null) || offSite === asked.place)
    faults.push(supervisionRefusal('other_place_wanted', 'offSite', cite));
  if (!isBodyCode(asked.examinedCode)) faults.push(supervisionRefusal('not_a_body', 'examinedCode'));
  if (parsePlainDate(openedOn) === undefined || openedOn > today)
    faults.push(supervisionRefusal('bad_day', 'openedOn'));
  return allowUnless(faults, () => asked);
}

function isStage({ stages }: SupervisionPlan, stage: string | null): boolean {
  return stage === null ? stages.length === 0 : stages.some(({ id }) => id === stage);
}

/** A resident's identity number: area, day of birth, serial and check digit. */
const RESIDENT = /^\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

function isBodyCode(code: string): boolean {
  return CODE.test(code) && !RESIDENT.test(code);
}

/** Checks that a finding names a known clause, and the document by which it was referred on. */
export function checkFinding(pack: Pack, isClosed: boolean, asked: AskedFinding): Decision<AskedFinding> {
  const faults: Refusal[] = asked.referral === null ? [] : [...documentFaults('referral', asked.referral)];
  if (isClosed) faults.push(supervisionRefusal('case_closed', ''));
  if (findClause(pack, asked.clause) === undefined)
    faults.push(supervisionRefusal('unknown_clause', 'clause'));
  if (asked.amount < 0n) faults.push(supervisionRefusal('bad_amount', 'amount'));
  return allowUnless(faults, () => asked);
}

export function documentFaults(at: string, { document, documentHash }: NamedDocument): readonly Refusal[] {
  const isWhole = document.trim() !== '' && /^[0-9a-f]{64}$/.test(documentHash);
  return isWhole ? [] : [supervisionRefusal('document_missing', at)];
}
