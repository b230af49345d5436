import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  bankAccountQuery,
  bankAccountListQuery,
  useDecideBankAccount,
  type BankAccount,
} from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WithheldNote } from '#console/fund/withheld-note.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { AccountForm } from '#console/rooms/payments/account-form.tsx';
import { DecidedCell } from '#console/rooms/payments/decided-cell.tsx';
import { PaymentsFrame } from '#console/rooms/payments/payments-frame.tsx';
import { StartButton } from '#console/rooms/payments/start-button.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = ['pool', 'role', 'holder', 'number', 'proposed', 'state', 'decided'] as const;

/** Bank accounts of the fund and of payees: proposed by one person, confirmed by another who sees the whole number. */
export function AccountsPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const query = useQuery({ ...bankAccountListQuery, enabled: holds(account, FUND_READERS) });
  const start = useSearch({ from: '/fund/payments/accounts' });
  const [isOpen, setOpen] = useState(start.payee !== undefined);
  return (
    <PaymentsFrame
      part="accounts"
      actions={
        <StartButton label={t('payments.accounts.add')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      }
    >
      {isOpen ? <AccountForm start={start} onClose={() => setOpen(false)} /> : null}
      <QueryView query={query}>
        {({ accounts, withheld }) => (
          <>
            <FundTable
              label={t('payments.parts.accounts')}
              none={t('payments.accounts.none')}
              columns={COLUMNS.map((column) => ({ label: t(`payments.columns.${column}`) }))}
              rows={accounts.map((one) => (
                <AccountRow key={one.id} account={one} />
              ))}
            />
            <WithheldNote count={withheld} />
          </>
        )}
      </QueryView>
    </PaymentsFrame>
  );
}

function AccountRow({ account }: { readonly account: BankAccount }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const decide = useDecideBankAccount();
  const { pool, role, insuranceType, counterparty, holder, bank, holds: isHeld } = account;
  return (
    <tr className={account.decision === 'rejected' ? 'row-over' : ''}>
      <th scope="row">
        {poolName(pool)}{' '}
        <span className="note">{insuranceType === null ? '' : t(`schemes.${insuranceType}`)}</span>
      </th>
      <td>
        {t(`payments.roles.${role}`)} {counterparty === null ? null : <Counterparty id={counterparty} />}
      </td>
      <td>
        {holder}
        <div className="note">{bank}</div>
      </td>
      <td>
        <AccountNumber account={account} />
      </td>
      <td>
        <WhoWhen by={account.proposedBy} at={account.proposedAt} />
      </td>
      <td>
        <FlowStanding decision={account.decision} />{' '}
        {isHeld ? <Mark tone="good">{t('payments.accounts.holds')}</Mark> : null}
        {account.sentBackFor === null ? null : (
          <Mark tone="warn">{t('payments.accounts.sentBack', { reason: account.sentBackFor })}</Mark>
        )}
      </td>
      <td>
        <DecidedCell record={account} decide={decide} about={`${t(`payments.roles.${role}`)} ${holder}`} />
      </td>
    </tr>
  );
}

/** The last four digits; the whole number on demand, which the access log tells. */
export function AccountNumber({
  account,
}: {
  readonly account: Pick<BankAccount, 'id' | 'number'>;
}): ReactNode {
  const { t } = useTranslation();
  const mayRead = holds(useAccount(), ['fund_maker', 'fund_checker', 'auditor']);
  const [isAsked, setAsked] = useState(false);
  const whole = useQuery({ ...bankAccountQuery(account.id), enabled: isAsked });
  return (
    <>
      <code>{whole.data?.number ?? account.number}</code>{' '}
      {mayRead && whole.data === undefined ? (
        <Button
          className="screen-only"
          loading={isAsked && whole.isPending}
          aria-label={`${t('payments.accounts.whole')} ${account.number}`}
          onClick={() => setAsked(true)}
        >
          {t('payments.accounts.whole')}
        </Button>
      ) : null}
      {whole.isError ? <ProblemPanel error={whole.error} /> : null}
    </>
  );
}
