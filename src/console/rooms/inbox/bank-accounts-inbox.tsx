import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bankAccountsQuery, useDecideBankAccount, type BankAccount } from '#console/api/payment-queries.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { waitingFlows } from '#console/rooms/inbox/waiting-flows.ts';
import { AccountNumber } from '#console/rooms/payments/accounts-page.tsx';

/** Bank accounts that another person proposed; the whole number is compared before one is confirmed. */
export const bankAccountsInbox = inboxSource<readonly BankAccount[], BankAccount>({
  id: 'bankAccounts',
  roles: ['fund_checker'],
  query: bankAccountsQuery,
  waitingFor: waitingFlows,
  keyOf: ({ id }) => id,
  Card: AccountCard,
});

function AccountCard({ item }: { readonly item: BankAccount }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const decide = useDecideBankAccount();
  const { id, place, pool, role, counterparty, holder, bank, proposedBy, proposedAt } = item;
  return (
    <FundCard
      title={`${t(`payments.roles.${role}`)} · ${holder}`}
      about={
        <>
          {counterparty === null ? null : <Counterparty id={counterparty} />} {poolName(pool)} · {bank} ·{' '}
          <AccountNumber account={item} />
        </>
      }
      by={proposedBy}
      at={proposedAt}
    >
      <FlowDecision id={id} place={place} proposedBy={proposedBy} decide={decide} about={holder} />
    </FundCard>
  );
}
