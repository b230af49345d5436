import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplaceableValue } from '#console/api/scenario-queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { faultOf, typedText } from '#console/rooms/scenario/figure-text.ts';

interface ValueFieldProps {
  readonly value: ReplaceableValue;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly packId: string;
}

/** One replaceable value: what the policy says and where, what bounds it, and the figure to try. */
export function ValueField({ value, typed, onType, packId }: ValueFieldProps): ReactNode {
  const { t } = useTranslation();
  const { pick, language } = useLanguage();
  const id = useId();
  const fault = faultOf(value, typed);
  const texts = [...new Set(value.figures.map((figure) => figure.text))];
  const suffix = value.unit === 'rate' ? '%' : t('scenario.months');
  return (
    <div className="scenario-field">
      <label htmlFor={id}>{pick(value.label)}</label>
      <Input
        id={id}
        name={value.name}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        suffix={suffix}
        placeholder={texts.length === 1 ? typedText(value.unit, texts[0] ?? '') : ''}
        {...(fault === undefined ? {} : { status: 'error' as const })}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-policy ${id}-fault`}
        onChange={(event) => onType(event.target.value)}
      />
      <p id={`${id}-fault`} className="scenario-fault" role="alert">
        {fault === undefined ? '' : `⚠ ${t(`scenario.faults.${fault}`)}`}
      </p>
      <p id={`${id}-policy`} className="note">
        {t(value.isReplacedInRun ? 'scenario.runFigure' : 'scenario.policy')}{' '}
        <b>{texts.join(language === 'zh' ? '、' : ', ')}</b>
        {value.unit === 'month' ? ` ${t('scenario.months')}` : ''}
        {value.figures.length > 1 ? t('scenario.byCell') : ''}{' '}
        {[...value.cite, ...(value.reading === undefined ? [] : [value.reading])].map((clause) => (
          <ClauseLink key={clause} id={clause} packId={packId} />
        ))}
      </p>
      <Bound bound={value.bound} packId={packId} />
    </div>
  );
}

interface BoundProps {
  readonly bound: ReplaceableValue['bound'];
  readonly packId: string;
}

function Bound({ bound, packId }: BoundProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  if (bound === undefined) return null;
  const { low, high, label, cite } = bound;
  return (
    <p className="note" title={pick(label)}>
      {t('scenario.bound')}{' '}
      <b>
        <Limits low={low} high={high} />
      </b>{' '}
      {cite.map((clause) => (
        <ClauseLink key={clause} id={clause} packId={packId} />
      ))}
    </p>
  );
}

/** One side of the bound, or both. */
function Limits({
  low,
  high,
}: {
  readonly low: string | undefined;
  readonly high: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  if (low === undefined) return t('scenario.atMost', { high: high ?? '' });
  return high === undefined ? t('scenario.atLeast', { low }) : t('scenario.within', { low, high });
}
