import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import type { RunViewBody } from '#contract/runs';

interface AssumptionsPanelProps {
  readonly assumptions: RunViewBody['assumptions'];
  readonly packId: string;
}

/** The values that no document states: always named, explained on demand. */
export function AssumptionsPanel({ assumptions, packId }: AssumptionsPanelProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const details = useId();
  if (assumptions.length === 0) {
    return <p className="assumptions note">{t('assumptions.noneUsed')}</p>;
  }
  return (
    <section className="assumptions" aria-label={t('assumptions.title')}>
      <div className="assumptions-summary">
        <h2>{t('assumptions.title')}</h2>
        <p>
          {t('assumptions.summary', { count: assumptions.length })}{' '}
          {assumptions.map((assumption) => (
            <span key={assumption.value} className="assumed">
              {pick(assumption.label)} <AssumedFigures figures={assumption.figures} />
            </span>
          ))}
        </p>
        <Button
          type="link"
          className="screen-only"
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'assumptions.hide' : 'assumptions.show')}
        </Button>
      </div>
      <dl id={details} className={isOpen ? 'assumptions-details' : 'assumptions-details print-only'}>
        {assumptions.map((assumption) => (
          <div key={assumption.value}>
            <dt>
              {pick(assumption.label)} <AssumedFigures figures={assumption.figures} />{' '}
              <ClauseLink id={assumption.reading} packId={packId} />
            </dt>
            <dd>{pick(assumption.text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One figure, or those cells of a table that the run used. */
function AssumedFigures({ figures }: Pick<RunViewBody['assumptions'][number], 'figures'>): ReactNode {
  const labelOf = useCodeLabel();
  const { language } = useLanguage();
  const told = figures.map(({ cell, text }) => {
    const members = cell.split('/').filter((member) => member !== '');
    return [...members.map((member) => labelOf('cells', member)), labelOf('choices', text)].join(' ');
  });
  return <b>{told.join(language === 'zh' ? '；' : '; ')}</b>;
}
