import type {
  CarriedLine,
  Closing,
  ImportedStatement,
  NewClosing,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import { gatherPeriod, type GatheredPeriod } from '#application/reconciliation/gather-period';
import { gatherOpen, mayDecide } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import type { Department } from '#domain/identity/department';
import { coversPlace } from '#domain/identity/place-path';
import { PARTIES } from '#domain/reconciliation/party';
import { whyNoTiming } from '#domain/reconciliation/why-no-timing';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { canonicalJson } from '#kernel/canonical-json';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';

type Needs = Pick<ReconciliationServices, 'reconciliationStore' | 'hash'>;

/**
 * Proposes to close a month. Every difference must be explained, corrected or claimed by two people, and is carried
 * over under that name; lines in transit must still be possible; the month before must be reconciled, and the ledger's
 * month closed, so that nothing is posted to it afterwards.
 */
export async function proposeClosing(
  { reconciliationStore, hash }: Needs,
  scope: Scope,
  statement: string,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  return reconciliationStore.within(scope, async (office) => {
    const gathered = await gatherOpen(office, statement);
    if (!gathered.allowed) return gathered;
    const closing = closingOf(gathered.value, hash);
    if (!closing.allowed) return closing;
    return allow({ id: await office.addClosing(closing.value, scope.userId, now) });
  });
}

/**
 * Records the other side's answer on a month proposed to be closed (JH-4.7-b, NAT-144.39-c): a person of the department
 * that issues the statement, who neither proposed the closing nor worked on the differences, confirms or rejects the
 * balance adjustment.
 */
export async function confirmClosing(
  { reconciliationStore, hash }: Needs,
  scope: Scope,
  { id, decision }: WantedDecision,
  now: string,
): Promise<Decision<null>> {
  return reconciliationStore.within(scope, async (office) => {
    const found = await lockClosing(office, id);
    if (!found.allowed) return found;
    const { closing, statement } = found.value;
    const { department } = PARTIES[statement.party];
    if (department === 'health_insurance' || !actsFor(department, scope, statement.place))
      return refuse(reconciliationRefusal('party_confirms', id));
    const may = mayDecide({ ...closing, decision: closing.decision ?? closing.confirmedBy }, scope.userId);
    if (!may.allowed) return may;
    if (decision === 'rejected') {
      await office.decideClosing(closing, decision, scope.userId, now);
      return allow(null);
    }
    const seen = await stillProposed(office, hash, statement, closing);
    if (!seen.allowed) return seen;
    const worked = (await office.listProposals(statement)).filter((one) => one.statement === statement.id);
    if (worked.some(({ proposedBy, decidedBy }) => [proposedBy, decidedBy].includes(scope.userId)))
      return refuse(reconciliationRefusal('confirmer_took_part', id));
    await office.addConfirmation(closing, scope.userId, now);
    return allow(null);
  });
}

/**
 * Closes a month that another person proposed to close, or rejects it. The proposal must still describe the present
 * state, the other side must have confirmed it where it can, and the person belongs to the office that keeps the books.
 */
export async function decideClosing(
  { reconciliationStore, hash }: Needs,
  scope: Scope,
  { id, decision }: WantedDecision,
  now: string,
): Promise<Decision<null>> {
  return reconciliationStore.within(scope, async (office) => {
    const found = await lockClosing(office, id);
    if (!found.allowed) return found;
    const { closing, statement } = found.value;
    const may = mayDecide(closing, scope.userId);
    if (!may.allowed) return may;
    if (decision === 'approved') {
      if (!actsFor('health_insurance', scope, statement.place))
        return refuse(reconciliationRefusal('books_close', id));
      const seen = await stillProposed(office, hash, statement, closing);
      if (!seen.allowed) return seen;
      if (seen.value.party === 'awaited')
        return refuse(reconciliationRefusal('party_awaited', id, { clause: 'NAT-144.39-c' }));
    }
    const recorded = await office.decideClosing(closing, decision, scope.userId, now);
    return recorded ? allow(null) : refuse(reconciliationRefusal('record_decided', id));
  });
}

interface WantedDecision {
  readonly id: string;
  readonly decision: 'approved' | 'rejected';
}

/** Locks a proposed closing with its statement, after others at work on the account have finished. */
async function lockClosing(
  office: ReconciliationOffice,
  id: string,
): Promise<Decision<{ readonly closing: Closing; readonly statement: ImportedStatement }>> {
  const found = await office.findClosing(id);
  const statement = found === undefined ? undefined : await office.findStatement(found.statement);
  if (found === undefined || statement === undefined)
    return refuse(reconciliationRefusal('unknown_closing', id));
  await office.lock(statement);
  return allow({ closing: (await office.findClosing(id)) ?? found, statement });
}

/** Gathers the month of a proposed closing, if it is still as proposed. */
async function stillProposed(
  office: ReconciliationOffice,
  hash: (text: string) => string,
  statement: ImportedStatement,
  { id, contentHash }: Closing,
): Promise<Decision<GatheredPeriod>> {
  if (statement.state === 'replaced') return refuse(reconciliationRefusal('statement_replaced', id));
  const gathered = await gatherPeriod(office, statement);
  if (!gathered.allowed) return gathered;
  const seen = closingOf(gathered.value, hash);
  if (!seen.allowed) return seen;
  return seen.value.contentHash === contentHash
    ? gathered
    : refuse(reconciliationRefusal('changed_meanwhile', id));
}

/** Whether a person acts for exactly this department at a place. */
function actsFor(department: Department, scope: Scope, place: string): boolean {
  return scope.parts.some((part) => part.department === department && coversPlace(part.place, place));
}

/** Draws up the closing of a month, or refuses it with the reasons. */
function closingOf(period: GatheredPeriod, hash: (text: string) => string): Decision<NewClosing> {
  const { statement, reconciliation, differences, isNext, isLedgerClosed } = period;
  const carried = differences.flatMap(({ side, line, approved }): readonly CarriedLine[] =>
    approved === null ? [] : [{ side, line, proposal: approved.id }],
  );
  const open = differences.length - carried.length;
  const against = [
    ...(isNext ? [] : [reconciliationRefusal('month_not_next', statement.month)]),
    ...(isLedgerClosed ? [] : [reconciliationRefusal('ledger_month_open', statement.month)]),
    ...(open === 0
      ? []
      : [reconciliationRefusal('differences_open', statement.id, { found: open.toString() })]),
    ...differences.flatMap((one) => (one.approved?.kind === 'timing' ? (whyNoTiming(one) ?? []) : [])),
  ];
  const { ours, theirs, adjusted } = reconciliation.adjustment;
  const content = closingContent(period, carried);
  return allowUnless(against, () => ({
    statement: statement.id,
    ours,
    theirs,
    adjusted,
    content,
    contentHash: hash(content),
    carried,
  }));
}

/**
 * Writes what two people sign, as canonical JSON: the file, every match, both balances, and the carried lines with
 * their names.
 */
function closingContent(
  { statement, reconciliation }: GatheredPeriod,
  carried: readonly CarriedLine[],
): string {
  const { pool, insuranceType, party, account, month, fileHash } = statement;
  const { ours, theirs, adjusted } = reconciliation.adjustment;
  return canonicalJson({
    statement: { id: statement.id, pool, insuranceType, party, account, month, fileHash },
    ours: yuan(ours),
    theirs: yuan(theirs),
    adjusted: yuan(adjusted),
    matches: reconciliation.matches.map((match) => ({ ...match, amount: yuan(match.amount) })),
    carried: carried.map(({ side, line, proposal }) => {
      return { side, item: line.id, amount: yuan(line.amount), proposal };
    }),
  });
}

function yuan(amount: bigint): string {
  return formatYuan(fen(amount));
}
