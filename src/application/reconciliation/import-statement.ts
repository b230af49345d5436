import { getPool } from '#application/place/get-pool';
import type { StatementFile } from '#application/ports/statement-file-reader';
import type {
  ImportedStatement,
  ReconciledAccount,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import { findProfile, type ProfileRef } from '#application/reconciliation/find-profile';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { checkStatement } from '#domain/reconciliation/check-statement';
import { givesStatementsOf, PARTIES, type PartyId } from '#domain/reconciliation/party';
import { readStatement, type ReadStatement } from '#domain/reconciliation/read-statement';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Fen } from '#kernel/fen';
import { addMonths, type Month } from '#kernel/month';

/** A statement to import: party, account, month and file. */
export interface GivenStatement extends ReconciledAccount {
  readonly month: Month;
  /** Opening balance; null for a party that reports receipts only. */
  readonly opening: Fen | null;
  readonly closing: Fen | null;
  readonly profile: ProfileRef;
  readonly file: StatementFile;
}

/**
 * Imports a statement whole or not at all. Refuses an unreadable line, sums that do not hold, an opening balance that
 * differs from the closing balance of the month before, and a file imported before. Until the month is reconciled a
 * later import replaces an earlier one.
 */
export async function importStatement(
  services: ReconciliationServices,
  scope: Scope,
  given: GivenStatement,
  now: string,
): Promise<Decision<{ readonly id: string; readonly lines: number }>> {
  const found = await getPool(services, scope, given.pool);
  if (!found.allowed) return found;
  const { place } = found.value;
  const against = whyNotGiven(scope, place, given);
  if (against !== undefined) return refuse(against);
  const profile = findProfile(given.profile);
  if (!profile.allowed) return profile;
  const content = await services.readStatementFile(given.file);
  if (!content.allowed) return content;
  const { table, fileHash } = content.value;
  const read = readStatement(table, profile.value);
  if (!read.allowed) return read;
  return services.reconciliationStore.within(scope, async (office) => {
    await office.lock(given);
    const state = await checkMonth(office, given, fileHash);
    if (!state.allowed) return state;
    const balances = balancesOf(given, read.value, state.value);
    const { file, month } = { file: given.file.name, month: given.month };
    const sums = checkStatement({ file, month, ...balances }, read.value);
    if (!sums.allowed) return sums;
    const fits = whyNotFitting(balances, state.value);
    if (fits !== undefined) return refuse(fits);
    const { pool, insuranceType, party, account } = given;
    const { lines } = read.value;
    const head = { place, pool, insuranceType, party, account, month, ...balances };
    const profileText = typeof given.profile === 'string' ? given.profile : JSON.stringify(given.profile);
    const id = await office.addStatement(
      { ...head, lineCount: lines.length, fileName: file, fileHash, profile: profileText },
      lines,
      scope.userId,
      now,
    );
    return allow({ id, lines: lines.length });
  });
}

/**
 * Whether the scope's department handles statements of this party: health insurance all, other departments their own.
 */
function handles(scope: Scope, place: string, party: PartyId): boolean {
  const departments: readonly string[] = ['*', 'health_insurance', PARTIES[party].department];
  return scope.parts.some(
    (part) => departments.includes(part.department) && (part.place === '*' || coversPlace(part.place, place)),
  );
}

function whyNotGiven(scope: Scope, place: string, given: GivenStatement): Refusal | undefined {
  const { party, account, opening, closing } = given;
  if (!givesStatementsOf(party, account)) return reconciliationRefusal('account_not_of_party', 'account');
  if (!handles(scope, place, party)) return reconciliationRefusal('party_of_other_department', 'party');
  const wantsBalances = !PARTIES[party].receiptsOnly;
  const isWrong = wantsBalances ? opening === null || closing === null : opening !== null || closing !== null;
  return isWrong ? reconciliationRefusal('balances_wanted', 'opening') : undefined;
}

interface MonthState {
  readonly previous: ImportedStatement | undefined;
  readonly following: ImportedStatement | undefined;
  /** Our balance before the month. */
  readonly ourOpening: bigint;
}

async function checkMonth(
  office: ReconciliationOffice,
  given: GivenStatement,
  fileHash: string,
): Promise<Decision<MonthState>> {
  const { month } = given;
  const books = await office.findBooks(given);
  if (books === undefined || month < books.firstMonth) {
    return refuse(reconciliationRefusal('books_missing', 'month'));
  }
  if (await office.hasFile(given, fileHash)) {
    return refuse(reconciliationRefusal('file_imported_before', given.file.name));
  }
  const own = await office.findHolding(given, month);
  if (own?.state === 'reconciled') return refuse(reconciliationRefusal('month_reconciled', 'month'));
  const previous = await office.findHolding(given, addMonths(month, -1));
  const others = await office.listStatements(given);
  const isFirst = others.every((one) => one.month >= month);
  // A month before the first one would change what the first one began with.
  if (previous === undefined && (!isFirst || (own === undefined && others.length > 0))) {
    return refuse(reconciliationRefusal('month_not_next', 'month'));
  }
  const following = await office.findHolding(given, addMonths(month, 1));
  const openings = await office.readOpenings(given, [month]);
  return allow({ previous, following, ourOpening: present(openings.get(month), 'a balance') });
}

/**
 * Reckons the balances of a party that reports receipts only: from its earlier reports, or our receipts before the
 * first month, and its lines.
 */
function balancesOf(
  { opening, closing }: GivenStatement,
  { lines }: ReadStatement,
  { previous, ourOpening }: MonthState,
): { readonly opening: bigint; readonly closing: bigint } {
  if (opening !== null && closing !== null) return { opening, closing };
  const told = previous?.closing ?? ourOpening;
  return { opening: told, closing: lines.reduce((sum, { amount }) => sum + amount, told) };
}

function whyNotFitting(
  { opening, closing }: { readonly opening: bigint; readonly closing: bigint },
  { previous, following }: MonthState,
): Refusal | undefined {
  const isPrevious = previous === undefined || previous.closing === opening;
  if (!isPrevious) return reconciliationRefusal('opening_not_previous_closing', 'opening');
  const isFollowing = following === undefined || following.opening === closing;
  return isFollowing ? undefined : reconciliationRefusal('opening_not_previous_closing', 'closing');
}
