import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentRunQuery, type PaymentRunWithLines } from '#console/api/payment-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { PaymentsFrame } from '#console/rooms/payments/payments-frame.tsx';
import { ReturnedNotice } from '#console/rooms/payments/returned-notice.tsx';
import { WithheldNote } from '#console/fund/withheld-note.tsx';
import { RunLines } from '#console/rooms/payments/run-lines.tsx';
import { RunStanding } from '#console/rooms/payments/run-standing.tsx';
import { RunStep } from '#console/rooms/payments/run-step.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** One payment run: where it stands, its next step, and its lines with the bank's answers. */
export function RunPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/fund/payments/runs/$id' });
  const query = useQuery({ ...paymentRunQuery(id), enabled: holds(useAccount(), FUND_READERS) });
  return (
    <PaymentsFrame part="runs" title={t('payments.runs.one')}>
      <QueryView query={query}>{(run) => <Shown run={run} />}</QueryView>
      <p className="screen-only">
        <Link to="/fund/payments">{t('payments.runs.back')}</Link>
      </p>
    </PaymentsFrame>
  );
}

function Shown({ run: shown }: { readonly run: PaymentRunWithLines }): ReactNode {
  const { run, lines } = shown;
  const { t } = useTranslation();
  const poolName = usePoolName();
  const code = useFundCode();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('payments.columns.purpose'),
      `${t(`payments.purposes.${run.purpose}`)}${run.category === null ? '' : ` · ${code('categories', run.category)}`}`,
    ],
    [t('payments.columns.pool'), `${poolName(run.pool)} · ${t(`schemes.${run.insuranceType}`)}`],
    [t('payments.columns.paysOn'), run.paysOn],
    [t('payments.columns.amount'), <Money key="total" yuan={run.total} />],
    [t('payments.columns.state'), <RunStanding key="state" run={run} />],
    [t('payments.columns.proposed'), <WhoWhen key="proposed" by={run.proposedBy} at={run.proposedAt} />],
    [t('payments.columns.decided'), <WhoWhen key="decided" by={run.decidedBy} at={run.decidedAt} />],
    [t('payments.columns.sent'), <WhoWhen key="sent" by={run.sentBy} at={run.sentAt} />],
  ];
  return (
    <>
      <dl className="fund-facts">
        {facts.map(([label, content]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{content}</dd>
          </div>
        ))}
        {run.withdrawnFor === null ? null : (
          <div className="wide">
            <dt>{t('payments.runs.withdrawnFor')}</dt>
            <dd>{run.withdrawnFor}</dd>
          </div>
        )}
        {run.fileHash === null ? null : (
          <div className="wide">
            <dt>{t('payments.runs.fileHash')}</dt>
            <dd>
              <code>{run.fileHash}</code>
            </dd>
          </div>
        )}
      </dl>
      <RunStep run={run} />
      <ReturnedNotice run={shown} />
      <section className="fund-section" aria-labelledby="run-lines">
        <div className="section-title">
          <h2 id="run-lines">{t('payments.runs.lines')}</h2>
          <UnitNote />
        </div>
        <RunLines lines={lines} />
        <WithheldNote count={shown.withheld} />
      </section>
    </>
  );
}
