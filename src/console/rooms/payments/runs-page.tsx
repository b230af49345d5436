import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentRunsQuery, type PaymentRun } from '#console/api/payment-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { PaymentsFrame } from '#console/rooms/payments/payments-frame.tsx';
import { RunForm } from '#console/rooms/payments/run-form.tsx';
import { RunStanding } from '#console/rooms/payments/run-standing.tsx';
import { StartButton } from '#console/rooms/payments/start-button.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Payment runs: what is owed, gathered by one person, approved by another, sent to the bank and answered by it. */
export function RunsPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ ...paymentRunsQuery, enabled: holds(useAccount(), FUND_READERS) });
  const { pool, insuranceType } = useSearch({ from: '/fund/payments' });
  const again = pool === undefined || insuranceType === undefined ? undefined : { pool, insuranceType };
  const [isOpen, setOpen] = useState(again !== undefined);
  return (
    <PaymentsFrame
      part="runs"
      actions={
        <StartButton label={t('payments.runs.add')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      }
    >
      {isOpen ? <RunForm again={again} onClose={() => setOpen(false)} /> : null}
      <QueryView query={query}>
        {(runs) => (
          <FundTable
            label={t('payments.parts.runs')}
            none={t('payments.runs.none')}
            columns={[
              { label: t('payments.columns.paysOn') },
              { label: t('payments.columns.purpose') },
              { label: t('payments.columns.pool') },
              { label: t('payments.columns.lines'), isFigure: true },
              { label: t('payments.columns.amount'), isFigure: true },
              { label: t('payments.columns.proposed') },
              { label: t('payments.columns.state') },
              { label: t('payments.columns.answers') },
            ]}
            rows={runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          />
        )}
      </QueryView>
    </PaymentsFrame>
  );
}

function RunRow({ run }: { readonly run: PaymentRun }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const code = useFundCode();
  const { id, pool, insuranceType, purpose, category, paysOn, lineCount, total, decision } = run;
  return (
    <tr className={decision === 'rejected' || run.ended !== null ? 'row-over' : ''}>
      <td>{paysOn}</td>
      <th scope="row">
        <Link to="/fund/payments/runs/$id" params={{ id }}>
          {t(`payments.purposes.${purpose}`)}
          {category === null ? '' : ` · ${code('categories', category)}`}
        </Link>
      </th>
      <td>
        {poolName(pool)} <span className="note">{t(`schemes.${insuranceType}`)}</span>
      </td>
      <td className="figure-cell">{lineCount}</td>
      <td className="figure-cell">
        <Money yuan={total} />
      </td>
      <td>
        <WhoWhen by={run.proposedBy} at={run.proposedAt} />
      </td>
      <td>
        <RunStanding run={run} />
      </td>
      <td>
        {run.sentAt === null
          ? null
          : t('payments.runs.answers', {
              paid: run.paidCount,
              rejected: run.rejectedCount,
              open: run.fileHash === null ? 0 : lineCount - run.paidCount - run.rejectedCount,
            })}
      </td>
    </tr>
  );
}
