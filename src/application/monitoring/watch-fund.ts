import { badMonth } from '#application/monitoring/refusals';
import type { MonitoringAsked, MonitoringServices } from '#application/monitoring/services';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { findSubject, type FoundSubject } from '#application/statement/find-subject';
import { booksNotOpened } from '#application/statement/refusals';
import { courseOf, type FundCourse } from '#domain/monitoring/fund-course';
import { judgeCourse, type JudgedIndicator } from '#domain/monitoring/judge-course';
import { planMonitoring, type MonitoringPlan } from '#domain/monitoring/plan-monitoring';
import { warningLines, type WarningLines } from '#domain/monitoring/warning-lines';
import type { Scope } from '#domain/identity/account';
import type { SubjectMember, Turnover } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import { parseMonth, type Month } from '#kernel/month';
import type { Pack } from '#rules/pack/pack';

/** One pool, or all pools of a fund together, with the judged indicators. */
export interface WatchedRow {
  /** Id of the pool; for all together, of the fund. */
  readonly id: string;
  readonly name: Bilingual;
  readonly course: FundCourse;
  readonly judged: readonly JudgedIndicator[];
}

/** A watched fund at a month's end. */
export interface WatchedFund {
  readonly found: FoundSubject;
  readonly month: Month;
  readonly pack: Pack;
  readonly plan: MonitoringPlan;
  readonly lines: WarningLines;
  /** Number of the last event it includes. */
  readonly head: bigint;
  /** Pools whose books do not reach the month: they are named, not counted as zero. */
  readonly withoutBooks: readonly string[];
  /** All pools together first where there are several, then each. */
  readonly rows: readonly WatchedRow[];
}

/**
 * Watches a pool, or every pool of a fund, by the indicators of a policy, from the statutory books as they stand (SC-3.3-b,
 * AH-1.4-d, JX-3.4, JH-4.12, SD-3.5-a). An open month is read as far as it has come.
 */
export async function watchFund(
  services: MonitoringServices,
  scope: Scope,
  { subject: id, insuranceType, month: text, pack: packId }: MonitoringAsked,
): Promise<Decision<WatchedFund>> {
  const month = parseMonth(text);
  if (month === undefined) return refuse(badMonth(text));
  const pack = await loadPackWithParents(services, packId);
  if (!pack.allowed) return pack;
  const plan = planMonitoring(pack.value);
  if (!plan.allowed) return plan;
  const lines = warningLines(plan.value, insuranceType, month);
  if (!lines.allowed) return lines;
  const pool = await services.placeStore.findPool(scope, id);
  const consolidated = pool?.kind === 'fund';
  const found = await findSubject(services, scope, {
    subject: id,
    consolidated,
    insuranceType,
    period: text,
  });
  if (!found.allowed) return found;
  const { subject, withoutBooks } = found.value;
  const pools = subject.members.filter(({ kind }) => kind === 'pool');
  const opened = subject.members.filter(({ firstMonth }) => firstMonth <= month);
  if (!opened.some(({ kind }) => kind === 'pool')) return refuse(booksNotOpened(id));
  const { statementStore } = services;
  const head = await statementStore.readHead(scope);
  const query = { pools: opened.map((one) => one.id), insuranceType, through: month, head } as const;
  const turnovers = await statementStore.listTurnovers(scope, query);
  const young = pools.filter(({ firstMonth }) => firstMonth > month).map((one) => one.id);
  return allow({
    found: found.value,
    month,
    pack: pack.value,
    plan: plan.value,
    lines: lines.value,
    head,
    withoutBooks: [...withoutBooks.filter((one) => one !== id || !consolidated), ...young].toSorted(),
    rows: rowsOf({ id, name: subject.name }, opened, {
      turnovers,
      month,
      plan: plan.value,
      lines: lines.value,
    }),
  });
}

function rowsOf(
  whole: Pick<SubjectMember, 'id' | 'name'>,
  opened: readonly SubjectMember[],
  ground: Parameters<typeof rowOf>[2],
): readonly WatchedRow[] {
  const own = opened.filter(({ kind }) => kind === 'pool').map((one) => rowOf(one, [one], ground));
  return opened.length === 1 ? own : [rowOf(whole, opened, ground), ...own];
}

/**
 * Reckons a row. Pools together are watched over the months that all of them have books of, with the fund's own books,
 * which hold the money that the pools sent up and may be younger (JH-4.7-a).
 */
function rowOf(
  { id, name }: Pick<SubjectMember, 'id' | 'name'>,
  members: readonly SubjectMember[],
  {
    turnovers,
    month,
    plan,
    lines,
  }: {
    readonly turnovers: readonly Turnover[];
    readonly month: Month;
    readonly plan: MonitoringPlan;
    readonly lines: WarningLines;
  },
): WatchedRow {
  const rows = turnovers.filter(({ pool }) => members.some((one) => one.id === pool));
  const youngest = present(
    members
      .filter(({ kind }) => kind === 'pool')
      .map(({ firstMonth }) => firstMonth)
      .toSorted()
      .at(-1),
    'a first month',
  );
  const course = courseOf(rows, youngest, month);
  const judged = plan.indicators.map(({ indicator }) =>
    judgeCourse(indicator, course, lines.get(indicator) ?? new Map()),
  );
  return { id, name, course, judged };
}
