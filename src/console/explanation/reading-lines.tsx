import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '#console/api/queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface ReadingLinesProps {
  readonly readings: readonly Reading[];
  readonly packId: string;
}

/** How silent or ambiguous clauses are read: a line each, which unfolds to the readings not taken. */
export function ReadingLines({ readings, packId }: ReadingLinesProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  if (readings.length === 0) return null;
  return (
    <section>
      <h3>
        {t('explanation.readings')} <span className="note">{t('explanation.ours')}</span>
      </h3>
      {readings.map((reading) => (
        <details key={reading.id} className="reading">
          <summary>
            <b>{reading.id}</b>
            <span>{pick(reading.reading)}</span>
          </summary>
          <div className="reading-more">
            {reading.alternatives.length === 0 ? null : (
              <>
                <h4>{t('explanation.alternatives', { count: reading.alternatives.length })}</h4>
                <ul>
                  {reading.alternatives.map((alternative) => (
                    <li key={alternative.en}>{pick(alternative)}</li>
                  ))}
                </ul>
              </>
            )}
            <ClauseLink id={reading.id} packId={packId} />
          </div>
        </details>
      ))}
    </section>
  );
}
