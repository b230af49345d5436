import type {
  Closing,
  DifferenceProposal,
  ImportedStatement,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import { eventId, ourLine, theirLine } from '#application/reconciliation/lines-of-sides';
import type { Line, Side, Sides } from '#domain/reconciliation/line';
import type { NamedPair } from '#domain/reconciliation/match';
import type { Difference } from '#domain/reconciliation/name-differences';
import { partyStanding, type PartyStanding } from '#domain/reconciliation/party';
import { reconcilePeriod, type Reconciliation } from '#domain/reconciliation/reconcile-period';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { addMonths, firstDayOf, type Month } from '#kernel/month';

/** A difference with its proposals. */
export interface WorkedDifference extends Difference {
  /** The last proposal that two people agreed on; null where there is none. */
  readonly approved: DifferenceProposal | null;
  /** The proposal that waits for a second person; null where there is none. */
  readonly waiting: DifferenceProposal | null;
  /** Number of closed months in which the line was in transit and did not arrive (逾期未达); 0 for other lines. */
  readonly overdueMonths: number;
}

/** A month in its present state, reckoned from the statement, the ledger and the proposals; it is stored nowhere. */
export interface GatheredPeriod {
  readonly statement: ImportedStatement;
  readonly reconciliation: Reconciliation;
  readonly differences: readonly WorkedDifference[];
  /** The last closing that somebody proposed. */
  readonly closing: Closing | null;
  /** Whether the other side has taken part. */
  readonly party: PartyStanding;
  /** Whether the month before is reconciled, or there is none. */
  readonly isNext: boolean;
  /** Whether the ledger has closed the month. */
  readonly isLedgerClosed: boolean;
}

/**
 * Gathers a month. The same rows give the same result, so that a second person decides on what the first saw. Earlier
 * months back to the last reconciled one are taken in their present state and read at once.
 */
export async function gatherPeriod(
  office: ReconciliationOffice,
  statement: ImportedStatement,
): Promise<Decision<GatheredPeriod>> {
  const months = await readMonths(office, statement);
  let { carried } = months;
  let reconciliation: Reconciliation | undefined;
  for (const one of months.open) {
    const opening = { ours: present(months.openings.get(one.month), 'a balance'), theirs: one.opening };
    if (reconciliation === undefined && months.closedAt !== undefined && months.closedAt !== opening.ours) {
      return refuse(reconciliationRefusal('ledger_changed_before', one.id));
    }
    const next = addMonths(one.month, 1);
    reconciliation = reconcilePeriod({
      firstDay: firstDayOf(one.month),
      opening,
      lines: { ours: months.oursOf(one.month), theirs: months.theirsOf(one) },
      carried,
      later: { ours: months.oursOf(next), theirs: months.theirsOf(months.held.get(next)) },
      named: namedPairs(months.proposals.filter(({ month }) => month <= one.month)),
      openingId: `${one.id}/0`,
    });
    carried = leftOpen(reconciliation);
  }
  const { differences } = present(reconciliation, 'the month itself');
  const proposals = months.proposals.filter(({ month }) => month <= statement.month);
  const books = await office.findBooks(statement);
  const closing = (await office.listClosings(statement.id)).at(-1) ?? null;
  return allow({
    statement,
    reconciliation: present(reconciliation, 'the month itself'),
    differences: differences.map((one) => worked(one, proposals)),
    closing,
    party: partyStanding(statement.party, closing, await office.hasPartyPeople(statement)),
    isNext: months.open.length === 1,
    isLedgerClosed: (books?.closedThrough ?? '') >= statement.month,
  });
}

/** The data that a month needs of its account, over all open months before it. */
interface OpenMonths {
  /** The oldest first, the month asked for last; without gaps. */
  readonly open: readonly ImportedStatement[];
  /** Lines left open by the last reconciled month; undefined where none was reconciled. */
  readonly carried: Sides | undefined;
  /** Our closing balance of that month. */
  readonly closedAt: bigint | undefined;
  readonly held: ReadonlyMap<Month, ImportedStatement>;
  readonly openings: ReadonlyMap<Month, bigint>;
  readonly proposals: readonly DifferenceProposal[];
  readonly oursOf: (month: Month) => Sides['ours'];
  readonly theirsOf: (statement: ImportedStatement | undefined) => Sides['theirs'];
}

async function readMonths(office: ReconciliationOffice, statement: ImportedStatement): Promise<OpenMonths> {
  const held = new Map(
    (await office.listStatements(statement))
      .filter(({ state }) => state !== 'replaced')
      .map((one) => [one.month, one]),
  );
  const open = [statement];
  let before = held.get(addMonths(statement.month, -1));
  while (before !== undefined && before.state !== 'reconciled') {
    open.unshift(before);
    before = held.get(addMonths(before.month, -1));
  }
  const closings = before === undefined ? [] : await office.listClosings(before.id);
  const closed = closings.find(({ decision }) => decision === 'approved');
  const months = open.map(({ month }) => month);
  const through = addMonths(statement.month, 1);
  const movements = await office.listMovements(statement, present(months[0], 'a month'), through);
  const later = [...months, through].flatMap((month) => held.get(month) ?? []);
  const lines = await office.listLines([...new Set([...open, ...later].map(({ id }) => id))]);
  const ours = grouped(movements, ({ month }) => month, ourLine);
  const theirs = grouped(
    lines,
    (line) => line.statement,
    (line) => theirLine(line.statement, line),
  );
  return {
    open,
    carried: closed === undefined ? undefined : await office.listCarried(closed.id),
    closedAt: closed?.ours,
    held,
    openings: await office.readOpenings(statement, months),
    proposals: await office.listProposals(statement),
    oursOf: (month) => ours.get(month) ?? [],
    theirsOf: (one) => (one === undefined ? [] : (theirs.get(one.id) ?? [])),
  };
}

function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  lineOf: (row: Row) => Line,
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lineOf(row)]);
    else group.push(lineOf(row));
  }
  return groups;
}

function leftOpen({ differences }: Reconciliation): Sides {
  const on = (side: Side): readonly Line[] =>
    differences
      .filter((one) => one.side === side)
      .map(({ line }) => ({ ...line, carriedMonths: line.carriedMonths + 1 }));
  return { ours: on('ours'), theirs: on('theirs') };
}

/** Lists corrections that two people agreed on: the event that answers each line. */
function namedPairs(proposals: readonly DifferenceProposal[]): readonly NamedPair[] {
  return proposals.flatMap(({ decision, item, event }) =>
    decision === 'approved' && event !== null ? [{ item, event: eventId(event) }] : [],
  );
}

function worked(difference: Difference, proposals: readonly DifferenceProposal[]): WorkedDifference {
  const own = proposals.filter(({ item, side }) => item === difference.line.id && side === difference.side);
  const approved = own.findLast(({ decision }) => decision === 'approved') ?? null;
  const waiting = own.findLast(({ decision }) => decision === null) ?? null;
  const overdueMonths = approved?.kind === 'timing' ? difference.line.carriedMonths : 0;
  return { ...difference, approved, waiting, overdueMonths };
}
