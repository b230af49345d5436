import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  risksQuery,
  useAssessRisk,
  type Measure,
  type WatchAsked,
  type WatchedFund,
} from '#console/api/monitoring-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useFigureText } from '#console/rooms/monitoring/use-figure-text.ts';
import { warningsOf, type Warning } from '#console/rooms/monitoring/warnings-of.ts';
import { holds, useAccount } from '#console/session/session.ts';

interface AssessFormProps {
  readonly asked: WatchAsked;
  readonly watched: WatchedFund;
}

/** The assessment of a closed month: the one that is kept, or for a maker a measure for each warning to hand in. */
export function AssessForm({ asked, watched }: AssessFormProps): ReactNode {
  const { t } = useTranslation();
  const kept = (useQuery(risksQuery).data ?? []).find(
    ({ subject, insuranceType, month, state }) =>
      subject === asked.subject &&
      insuranceType === asked.insuranceType &&
      month === asked.month &&
      state !== 'rejected',
  );
  const mayAct = holds(useAccount(), ['fund_maker'], watched.subject.place);
  return (
    <section className="watch-assess screen-only" aria-label={t('monitoring.assess')}>
      <h2>{t('monitoring.assess')}</h2>
      {kept === undefined ? (
        mayAct ? (
          <Fields asked={asked} watched={watched} />
        ) : (
          <p className="note">{t('monitoring.needsMaker')}</p>
        )
      ) : (
        <p>
          {t(`monitoring.states.${kept.state}`)}{' '}
          <Link to="/fund/monitoring/assessments/$id" params={{ id: kept.id }}>
            {t('monitoring.read')}
          </Link>
        </p>
      )}
    </section>
  );
}

const keyOf = ({ pool, indicator }: Warning): string => `${pool}/${indicator}`;

function Fields({ asked, watched }: AssessFormProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const figureText = useFigureText();
  const navigate = useNavigate();
  const assess = useAssessRisk();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const warnings = warningsOf(watched);
  const measures = warnings.map((warning): Measure => ({
    pool: warning.pool,
    indicator: warning.indicator,
    measure: (texts[keyOf(warning)] ?? '').trim(),
  }));
  const submit = (): void => {
    // Not by `onSuccess` of the call: this part is gone by then, since the list of what is kept is read anew first.
    void assess.mutateAsync({ ...asked, measures }).then(
      ({ id }) => navigate({ to: '/fund/monitoring/assessments/$id', params: { id } }),
      () => undefined,
    );
  };
  return (
    <>
      <p className="note">{t(warnings.length === 0 ? 'monitoring.noWarnings' : 'monitoring.eachWarning')}</p>
      {warnings.map((warning) => (
        <TextField
          key={keyOf(warning)}
          label={`${warning.isWhole ? t('monitoring.whole') : pick(warning.poolName)} · ${pick(warning.name)} ${figureText(warning)}`}
          name={`measure-${keyOf(warning)}`}
          value={texts[keyOf(warning)] ?? ''}
          onChange={(text) => setTexts({ ...texts, [keyOf(warning)]: text })}
          rows={2}
          maxLength={2000}
        />
      ))}
      <Button
        type="primary"
        disabled={measures.some(({ measure }) => measure === '')}
        loading={assess.isPending}
        onClick={submit}
      >
        {t('monitoring.handIn')}
      </Button>{' '}
      <span className="note">{t('monitoring.handInText')}</span>
      <ActionProblem of={assess} />
    </>
  );
}
