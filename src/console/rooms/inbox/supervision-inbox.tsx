import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseListBody } from '#contract/supervision';
import { casesQuery, type Report, type SupervisionCase } from '#console/api/supervision-queries.ts';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { holds } from '#console/session/session.ts';

interface WaitingReport {
  readonly of: SupervisionCase;
  readonly report: Report;
}

/** Rectifications that another person reported; they are confirmed where the case is shown. */
export const supervisionInbox = inboxSource<CaseListBody['cases'], WaitingReport>({
  id: 'supervision',
  roles: ['fund_checker'],
  query: casesQuery,
  waitingFor: (account, cases) =>
    cases
      .filter(({ decidingPlace }) => holds(account, ['fund_checker'], decidingPlace))
      .flatMap((of) => of.findings.flatMap(({ reports }) => reports.map((report) => ({ of, report }))))
      .filter(({ report }) => report.decision === null && report.reportedBy !== account.userId),
  keyOf: ({ report }) => report.number,
  Card: ReportCard,
});

function ReportCard({ item: { of, report } }: { readonly item: WaitingReport }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { number } = of;
  return (
    <FundCard
      title={t('supervision.caseNumber', { number })}
      about={
        <>
          {poolName(of.pool)} {of.year} {t(`schemes.${of.insuranceType}`)} {t('supervision.openAmount')}{' '}
          <Money yuan={of.open} />
        </>
      }
      by={report.reportedBy}
      at={report.reportedAt}
    >
      <Link to="/fund/supervision/$number" params={{ number }}>
        {t('inbox.goTo', { step: t('supervision.confirm') })}
      </Link>
    </FundCard>
  );
}
