import type {
  Closing,
  DifferenceProposal,
  ImportedStatement,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import { eventId, ourLine, theirLine } from '#application/reconciliation/lines-of-sides';
import type { Sides } from '#domain/reconciliation/line';
import type { NamedPair } from '#domain/reconciliation/match';
import type { Difference } from '#domain/reconciliation/name-differences';
import { reconcilePeriod, type Reconciliation } from '#domain/reconciliation/reconcile-period';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { addMonths, firstDayOf } from '#kernel/month';

/** A difference with what people have said to it. */
export interface WorkedDifference extends Difference {
  /** What two people agreed on last; null where they have not. */
  readonly approved: DifferenceProposal | null;
  /** What waits for a second person. */
  readonly waiting: DifferenceProposal | null;
}

/** A month as it stands now: reckoned from the statement, the ledger and what people have said, and stored nowhere. */
export interface GatheredPeriod {
  readonly statement: ImportedStatement;
  readonly reconciliation: Reconciliation;
  readonly differences: readonly WorkedDifference[];
  /** The last closing that somebody proposed. */
  readonly closing: Closing | null;
  /** Whether the month before is reconciled, or there is none. */
  readonly isNext: boolean;
  /** Whether the ledger has closed the month. */
  readonly isLedgerClosed: boolean;
}

/** Puts a month together. The same rows give the same result, so that a second person decides on what the first saw. */
export async function gatherPeriod(
  office: ReconciliationOffice,
  statement: ImportedStatement,
): Promise<Decision<GatheredPeriod>> {
  const { month } = statement;
  const before = await gatherBefore(office, statement);
  if (!before.allowed) return before;
  const { carried, ours: closedAt, isReconciled } = before.value;
  const opening = { ours: await office.readOpening(statement, month), theirs: statement.opening };
  if (isReconciled && closedAt !== undefined && closedAt !== opening.ours) {
    return refuse(reconciliationRefusal('ledger_changed_before', statement.id));
  }
  const proposals = (await office.listProposals(statement)).filter((one) => one.month <= month);
  const reconciliation = reconcilePeriod({
    firstDay: firstDayOf(month),
    opening,
    lines: {
      ours: (await office.listMovements(statement, month, month)).map(ourLine),
      theirs: await linesOf(office, statement),
    },
    carried,
    later: await gatherLater(office, statement),
    named: namedPairs(proposals),
    openingId: `${statement.id}/0`,
  });
  const books = await office.findBooks(statement);
  const closings = await office.listClosings(statement.id);
  return allow({
    statement,
    reconciliation,
    differences: reconciliation.differences.map((one) => worked(one, proposals)),
    closing: closings.at(-1) ?? null,
    isNext: isReconciled,
    isLedgerClosed: (books?.closedThrough ?? '') >= month,
  });
}

interface Before {
  readonly carried: Sides | undefined;
  /** Our closing balance of the month before; undefined where none was reconciled. */
  readonly ours: bigint | undefined;
  readonly isReconciled: boolean;
}

/** What the month before left open: as two people closed it, or, until they do, as it stands now. */
async function gatherBefore(
  office: ReconciliationOffice,
  statement: ImportedStatement,
): Promise<Decision<Before>> {
  const previous = await office.findHolding(statement, addMonths(statement.month, -1));
  if (previous === undefined) return allow({ carried: undefined, ours: undefined, isReconciled: true });
  const closings = await office.listClosings(previous.id);
  const closed = closings.find(({ decision }) => decision === 'approved');
  if (closed !== undefined) {
    return allow({ carried: await office.listCarried(closed.id), ours: closed.ours, isReconciled: true });
  }
  const gathered = await gatherPeriod(office, previous);
  if (!gathered.allowed) return gathered;
  const openOn = (side: 'ours' | 'theirs') =>
    gathered.value.differences.filter((one) => one.side === side).map(({ line }) => line);
  const carried = { ours: openOn('ours'), theirs: openOn('theirs') };
  return allow({ carried, ours: undefined, isReconciled: false });
}

/** The month after, as far as it is known: what is found there was only late. */
async function gatherLater(office: ReconciliationOffice, statement: ImportedStatement): Promise<Sides> {
  const next = addMonths(statement.month, 1);
  const following = await office.findHolding(statement, next);
  return {
    ours: (await office.listMovements(statement, next, next)).map(ourLine),
    theirs: following === undefined ? [] : await linesOf(office, following),
  };
}

async function linesOf(office: ReconciliationOffice, { id }: ImportedStatement): Promise<Sides['theirs']> {
  return (await office.listLines(id)).map((line) => theirLine(id, line));
}

/** The corrections that two people agreed on: which event answers which line. */
function namedPairs(proposals: readonly DifferenceProposal[]): readonly NamedPair[] {
  return proposals.flatMap(({ decision, item, event }) =>
    decision === 'approved' && event !== null ? [{ item, event: eventId(event) }] : [],
  );
}

function worked(difference: Difference, proposals: readonly DifferenceProposal[]): WorkedDifference {
  const own = proposals.filter(({ item, side }) => item === difference.line.id && side === difference.side);
  return {
    ...difference,
    approved: own.findLast(({ decision }) => decision === 'approved') ?? null,
    waiting: own.findLast(({ decision }) => decision === null) ?? null,
  };
}
