import { getPool } from '#application/place/get-pool';
import type { ImportedStatement, ReconciliationOffice } from '#application/ports/reconciliation-store';
import { findProfile } from '#application/reconciliation/find-profile';
import { gatherPeriod, type GatheredPeriod } from '#application/reconciliation/gather-period';
import type { GivenStatement } from '#application/reconciliation/import-statement';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { checkStatement } from '#domain/reconciliation/check-statement';
import { givesStatementsOf, PARTIES } from '#domain/reconciliation/party';
import { readStatement } from '#domain/reconciliation/read-statement';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { refuse, type Decision } from '#kernel/decision';

/** Stands for the id of a statement that is not stored. */
const UNSTORED = 'file';

/** Reconciles a statement of an account with the ledger without storing anything: reads it, adds it up, matches it. */
export async function previewStatement(
  services: Omit<ReconciliationServices, 'hash'>,
  scope: Scope,
  given: GivenStatement,
): Promise<Decision<GatheredPeriod>> {
  const found = await getPool(services, scope, given.pool);
  if (!found.allowed) return found;
  const { opening, closing, month, party, account, file } = given;
  if (!givesStatementsOf(party, account))
    return refuse(reconciliationRefusal('account_not_of_party', 'account'));
  if (opening === null || closing === null)
    return refuse(reconciliationRefusal('balances_wanted', 'opening'));
  const profile = findProfile(given.profile);
  if (!profile.allowed) return profile;
  const content = await services.readStatementFile(file);
  if (!content.allowed) return content;
  const { table, fileHash } = content.value;
  const read = readStatement(table, profile.value);
  if (!read.allowed) return read;
  const { lines } = read.value;
  const sums = checkStatement({ file: file.name, month, opening, closing }, read.value);
  if (!sums.allowed) return sums;
  const statement: ImportedStatement = {
    id: UNSTORED,
    place: found.value.place,
    department: PARTIES[party].department,
    pool: given.pool,
    insuranceType: given.insuranceType,
    party,
    account,
    month,
    opening,
    closing,
    lineCount: lines.length,
    fileName: file.name,
    fileHash,
    profile: '',
    importedBy: scope.userId,
    importedAt: '',
    byParty: false,
    state: 'open',
  };
  return services.reconciliationStore.within(scope, (stored) => {
    const office: ReconciliationOffice = {
      ...stored,
      listLines: async (ids) => [
        ...(await stored.listLines(ids.filter((id) => id !== UNSTORED))),
        ...lines.map((line) => ({ ...line, statement: UNSTORED })),
      ],
    };
    return gatherPeriod(office, statement);
  });
}
