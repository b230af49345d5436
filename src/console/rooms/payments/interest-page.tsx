import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  interestNoticesQuery,
  useDecideInterest,
  type InterestNotice,
} from '#console/api/payment-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { DecidedCell } from '#console/rooms/payments/decided-cell.tsx';
import { InterestForm } from '#console/rooms/payments/interest-form.tsx';
import { PaymentsFrame } from '#console/rooms/payments/payments-frame.tsx';
import { StartButton } from '#console/rooms/payments/start-button.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const FIGURES = ['amount', 'expected', 'difference', 'pooled', 'account', 'unsplit'] as const;

/** Interest notices of banks, beside what the daily balances would give, and how they are shared. */
export function InterestPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ ...interestNoticesQuery, enabled: holds(useAccount(), FUND_READERS) });
  const [isOpen, setOpen] = useState(false);
  return (
    <PaymentsFrame
      part="interest"
      actions={
        <StartButton label={t('payments.interest.add')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      }
    >
      {isOpen ? <InterestForm onClose={() => setOpen(false)} /> : null}
      <QueryView query={query}>
        {(notices) => (
          <FundTable
            label={t('payments.parts.interest')}
            none={t('payments.interest.none')}
            columns={[
              { label: t('payments.columns.account') },
              { label: t('payments.interest.period') },
              ...FIGURES.map((figure) => ({ label: t(`payments.interest.${figure}`), isFigure: true })),
              { label: t('payments.columns.proposed') },
              { label: t('payments.columns.state') },
              { label: t('payments.columns.decided') },
            ]}
            rows={notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          />
        )}
      </QueryView>
    </PaymentsFrame>
  );
}

function NoticeRow({ notice }: { readonly notice: InterestNotice }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const decide = useDecideInterest();
  const { pool, insuranceType, role, fromDay, toDay, rate, reference, decision, events } = notice;
  return (
    <tr className={decision === 'rejected' ? 'row-over' : ''}>
      <th scope="row">
        {poolName(pool)} <span className="note">{t(`schemes.${insuranceType}`)}</span>
        <div className="note">
          {t(`payments.roles.${role}`)} · {reference}
        </div>
      </th>
      <td>
        {fromDay} → {toDay}
        <div className="note">
          {rate} / {notice.daysOfYear}
        </div>
      </td>
      {FIGURES.map((figure) => (
        <td key={figure} className="figure-cell">
          <Money yuan={notice[figure]} hidesNil={figure !== 'amount' && figure !== 'expected'} />
        </td>
      ))}
      <td>
        <WhoWhen by={notice.proposedBy} at={notice.proposedAt} />
      </td>
      <td>
        <FlowStanding decision={decision} />
        {events.map((number) => (
          <div key={number}>
            <Link to="/fund/events/$number" params={{ number }}>
              {t('books.event.title', { number })}
            </Link>
          </div>
        ))}
      </td>
      <td>
        <DecidedCell
          record={notice}
          decide={decide}
          about={reference}
          reasonLabel={notice.difference === '0.00' ? undefined : t('payments.interest.reason')}
        />
        {notice.reason === '' ? null : <div className="note words">{notice.reason}</div>}
      </td>
    </tr>
  );
}
