import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, Report, SupervisionCase } from '#console/api/supervision-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { Money } from '#console/fund/money.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { ReportDecision } from '#console/rooms/supervision/report-decision.tsx';
import { ReportForm } from '#console/rooms/supervision/report-form.tsx';

interface FindingCardProps {
  readonly of: SupervisionCase;
  readonly finding: Finding;
  readonly isMaker: boolean;
}

/** A finding with its money, its referral, and what was reported of it. */
export function FindingCard({ of, finding, isMaker }: FindingCardProps): ReactNode {
  const { t } = useTranslation();
  const [isReporting, setReporting] = useState(false);
  const { what, clause, referral, isSettled, reports } = finding;
  const isWaiting = reports.some(({ decision }) => decision === null);
  return (
    <article className="card">
      <p>
        <strong>{what}</strong> <ClauseLink id={clause} packId={of.packId} />{' '}
        <Mark tone={isSettled ? 'good' : 'warn'}>
          {t(isSettled ? 'supervision.settled' : 'supervision.unsettled')}
        </Mark>
      </p>
      <dl className="fund-facts">
        {(['found', 'returned', 'loss', 'open'] as const).map((member) => (
          <div key={member}>
            <dt>{t(member === 'open' ? 'supervision.openAmount' : `supervision.${member}`)}</dt>
            <dd>
              <Money yuan={finding[member]} />
            </dd>
          </div>
        ))}
        {referral === null ? null : (
          <div>
            <dt>{t(`supervision.referredTo.${referral.to}`)}</dt>
            <dd title={referral.documentHash}>{referral.document}</dd>
          </div>
        )}
        <div>
          <dt>{t('supervision.foundBy')}</dt>
          <dd>
            <WhoWhen by={finding.foundBy} at={finding.foundAt} />
          </dd>
        </div>
      </dl>
      {reports.map((report) => (
        <ReportFacts key={report.number} of={of} report={report} />
      ))}
      {isMaker && !isSettled && !isWaiting ? (
        <ToggleButton
          label={t('supervision.report')}
          isOpen={isReporting}
          onToggle={setReporting}
          look="small"
        />
      ) : null}
      {isReporting ? <ReportForm finding={finding} onClose={() => setReporting(false)} /> : null}
    </article>
  );
}

interface ReportFactsProps {
  readonly of: SupervisionCase;
  readonly report: Report;
}

/** What came back by which events, what is lost, who said so and who confirmed it. */
function ReportFacts({ of, report }: ReportFactsProps): ReactNode {
  const { t } = useTranslation();
  const { decision, returns, loss, document, documentHash, decisionNote } = report;
  return (
    <div className="card">
      <p>
        <Mark tone={decision === 'confirmed' ? 'good' : 'plain'}>
          {t(`supervision.reports.${decision ?? 'waiting'}`)}
        </Mark>{' '}
        <span title={documentHash}>{document}</span> {report.note}
      </p>
      <ul>
        {returns.map(({ event, amount, stands }) => (
          <li key={event}>
            {t('supervision.returned')} <Money yuan={amount} />{' '}
            <Link to="/fund/events/$number" params={{ number: event }}>
              {t('supervision.event')} {event}
            </Link>{' '}
            {stands ? null : <Mark tone="warn">{t('supervision.reversed')}</Mark>}
          </li>
        ))}
        {loss === '0.00' ? null : (
          <li>
            {t('supervision.loss')} <Money yuan={loss} />
          </li>
        )}
      </ul>
      <p>
        {t('supervision.reportedBy')} <WhoWhen by={report.reportedBy} at={report.reportedAt} />
      </p>
      {decision === null ? (
        <ReportDecision of={of} report={report} />
      ) : (
        <p>
          {t('supervision.decidedBy')} <WhoWhen by={report.decidedBy} at={report.decidedAt} /> {decisionNote}
        </p>
      )}
    </div>
  );
}
