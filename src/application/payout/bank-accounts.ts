import { whyNotDecide } from '#application/payout/why-not-decide';
import type { PayoutServices } from '#application/payout/services';
import { getPool } from '#application/place/get-pool';
import type { BankAccount } from '#application/ports/payout-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { checkBankAccount, maskNumber, type BankAccountDetails } from '#domain/payout/bank-account';
import { flowRefusal } from '#domain/payout/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

type Needs = Pick<PayoutServices, 'payoutStore' | 'placeStore'>;

/** Proposes a bank account of the fund or of a payee; it holds once another person has confirmed it (SC-2.2-h). */
export async function proposeBankAccount(
  { payoutStore, placeStore }: Needs,
  scope: Scope,
  wanted: BankAccountDetails & { readonly pool: string },
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  const found = await getPool({ placeStore }, scope, wanted.pool, 'pool');
  if (!found.allowed) return found;
  const pool = found.value;
  const details = checkBankAccount(wanted);
  if (!details.allowed) return details;
  return decideWithin(payoutStore, scope, async (office) => {
    const by = { pool: pool.id, place: pool.place, by: scope.userId, now };
    const id = await office.addBankAccount(details.value, by);
    return id === undefined
      ? refuse(flowRefusal('account_number_of_other_role', 'number', 'NAT-144.39-b'))
      : allow({ id });
  });
}

/** Confirms or rejects an account that another person proposed. */
export async function decideBankAccount(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const account = await office.findBankAccount(id);
    if (account === undefined) return refuse(flowRefusal('unknown_bank_account', id));
    const against = whyNotDecide(account, scope.userId);
    if (against !== undefined) return refuse(against);
    const outcome = await office.decideBankAccount(account, decision, scope.userId, now);
    switch (outcome) {
      case 'recorded':
        return allow(null);
      case 'decided_meanwhile':
        return refuse(flowRefusal('record_decided', id));
      case 'number_of_other_role':
        return refuse(flowRefusal('account_number_of_other_role', 'number', 'NAT-144.39-b'));
    }
  });
}

/** The accounts in scope, the newest first; of numbers only the last digits are shown. */
export async function listBankAccounts(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
): Promise<readonly BankAccount[]> {
  const accounts = await payoutStore.within(scope, (office) => office.listBankAccounts());
  return accounts.map((account) => ({ ...account, number: maskNumber(account.number) }));
}

/** How many accounts of persons in the own places other departments see and this one does not (SC-3.2). */
export function countWithheldAccounts(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
): Promise<number> {
  return payoutStore.within(scope, (office) => office.countWithheldAccounts());
}

/** One account with its whole number, for whoever has to confirm it. */
export async function findBankAccount(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
  id: string,
): Promise<Decision<BankAccount>> {
  const account = await payoutStore.within(scope, (office) => office.findBankAccount(id));
  return account === undefined ? refuse(flowRefusal('unknown_bank_account', id)) : allow(account);
}
