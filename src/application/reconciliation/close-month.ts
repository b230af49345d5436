import type { CarriedLine, Closing, NewClosing } from '#application/ports/reconciliation-store';
import { gatherPeriod, type GatheredPeriod } from '#application/reconciliation/gather-period';
import { gatherOpen, mayDecide } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { canonicalJson } from '#kernel/canonical-json';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';

type Needs = Pick<ReconciliationServices, 'reconciliationStore' | 'hash'>;

/**
 * Proposes to close a month: every difference is explained, corrected or claimed by two people and is carried over under that
 * name; the month before is reconciled and the ledger's month closed, so that nothing is added to it behind the closing.
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

/** Closes a month that another person proposed to close, or rejects it. What was proposed must still be what there is. */
export async function decideClosing(
  { reconciliationStore, hash }: Needs,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<null>> {
  return reconciliationStore.within(scope, async (office) => {
    const found = await office.findClosing(id);
    const statement = found === undefined ? undefined : await office.findStatement(found.statement);
    if (found === undefined || statement === undefined) {
      return refuse(reconciliationRefusal('unknown_closing', id));
    }
    await office.lock(statement);
    const closing: Closing = (await office.findClosing(id)) ?? found;
    const may = mayDecide(closing, scope.userId);
    if (!may.allowed) return may;
    if (decision === 'approved') {
      if (statement.state === 'replaced') return refuse(reconciliationRefusal('statement_replaced', id));
      const gathered = await gatherPeriod(office, statement);
      if (!gathered.allowed) return gathered;
      const seen = closingOf(gathered.value, hash);
      if (!seen.allowed) return seen;
      if (seen.value.contentHash !== closing.contentHash) {
        return refuse(reconciliationRefusal('changed_meanwhile', id));
      }
    }
    const recorded = await office.decideClosing(closing, decision, scope.userId, now);
    return recorded ? allow(null) : refuse(reconciliationRefusal('record_decided', id));
  });
}

/** The closing of a month as it stands, or why it cannot be closed. */
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

/** What two people sign, as canonical JSON: the file, every match, both balances and what is carried by which name. */
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
