import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { riskQuery, useDecideRisk, type RiskAssessment } from '#console/api/monitoring-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { IndicatorList } from '#console/rooms/monitoring/indicator-list.tsx';
import { MonitoringFrame } from '#console/rooms/monitoring/monitoring-frame.tsx';
import { RISK_TONES } from '#console/rooms/monitoring/risk-tones.ts';
import { useFigureText } from '#console/rooms/monitoring/use-figure-text.ts';
import { warningsOf } from '#console/rooms/monitoring/warnings-of.ts';
import { WatchTable } from '#console/rooms/monitoring/watch-table.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** An assessment of risk as it was made, for another person to confirm. */
export function AssessmentPage(): ReactNode {
  const { id } = useParams({ from: '/fund/monitoring/assessments/$id' });
  const query = useQuery(riskQuery(id));
  return <QueryView query={query}>{(risk) => <Assessment risk={risk} />}</QueryView>;
}

function Assessment({ risk }: { readonly risk: RiskAssessment }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { watched, month, insuranceType, state, madeBy, madeAt, decidedBy, decidedAt, note } = risk;
  const title = `${pick(watched.subject.name)} ${month} ${t(`schemes.${insuranceType}`)}`;
  return (
    <MonitoringFrame part="assessments" title={title}>
      <dl className="watch-facts">
        <dt>{t('monitoring.columns.state')}</dt>
        <dd>
          <Mark tone={RISK_TONES[state]}>{t(`monitoring.states.${state}`)}</Mark>
        </dd>
        <dt>{t('monitoring.columns.made')}</dt>
        <dd>
          <WhoWhen by={madeBy} at={madeAt} />
        </dd>
        {decidedBy === null ? null : (
          <>
            <dt>{t('monitoring.columns.decided')}</dt>
            <dd>
              <WhoWhen by={decidedBy} at={decidedAt} />
              {note === null || note === '' ? null : <div>{note}</div>}
            </dd>
          </>
        )}
      </dl>
      <WatchTable watched={watched} />
      <h2>{t('monitoring.measures')}</h2>
      <Measures risk={risk} />
      <IndicatorList watched={watched} />
      {state === 'proposed' ? <Deciding risk={risk} /> : null}
    </MonitoringFrame>
  );
}

function Measures({ risk: { watched, measures } }: { readonly risk: RiskAssessment }): ReactNode {
  const { t } = useTranslation();
  const figureText = useFigureText();
  const { pick } = useLanguage();
  return (
    <FundTable
      label={t('monitoring.measures')}
      none={t('monitoring.noWarnings')}
      columns={(['pool', 'warning', 'measure'] as const).map((column) => ({
        label: t(`monitoring.columns.${column}`),
      }))}
      rows={warningsOf(watched).map(({ pool, poolName, isWhole, indicator, name, figure, missing }) => (
        <tr key={`${pool}/${indicator}`}>
          <th scope="row">{isWhole ? t('monitoring.whole') : pick(poolName)}</th>
          <td>
            {pick(name)} {figureText({ indicator, figure, missing })}
          </td>
          <td className="words">
            {measures.find((one) => one.pool === pool && one.indicator === indicator)?.measure}
          </td>
        </tr>
      ))}
    />
  );
}

/** Confirm or return, for another checker of the place; the others are told what is still missing. */
function Deciding({ risk: { id, madeBy, place } }: { readonly risk: RiskAssessment }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideRisk();
  const [note, setNote] = useState('');
  if (account?.userId === madeBy) return <p className="note">{t('office.needsAnother')}</p>;
  if (!holds(account, ['fund_checker'], place)) return <p className="note">{t('books.needsChecker')}</p>;
  const button = (decision: 'confirmed' | 'rejected'): ReactNode => (
    <Button
      type={decision === 'confirmed' ? 'primary' : 'default'}
      disabled={decide.isPending || (decision === 'rejected' && note.trim() === '')}
      onClick={() => decide.mutate({ id, decision, note: note.trim() })}
    >
      {t(`monitoring.decide.${decision}`)}
    </Button>
  );
  return (
    <section className="watch-assess screen-only" aria-label={t('monitoring.decide.title')}>
      <h2>{t('monitoring.decide.title')}</h2>
      <TextField
        label={t('monitoring.columns.note')}
        name="risk-note"
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <span className="row-actions">
        {button('confirmed')}
        {button('rejected')}
      </span>
      <ActionProblem of={decide} />
    </section>
  );
}
