import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '#console/api/queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface ReadingSectionProps {
  readonly readings: readonly Reading[];
  readonly packId: string;
  readonly anchor: string;
}

/** How silent or ambiguous clauses are read, with the readings not taken: ours, and open to challenge. */
export function ReadingSection({ readings, packId, anchor }: ReadingSectionProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <section id="readings">
      <h2>
        {t('policy.readings')} <span className="note">{t('explanation.ours')}</span>
      </h2>
      {readings.map((reading) => (
        <article
          key={reading.id}
          id={reading.id}
          tabIndex={-1}
          className={reading.id === anchor ? 'entry entry-current' : 'entry'}
        >
          <div className="entry-id">
            <a href={`#${reading.id}`}>{reading.id}</a>
            <span>
              {reading.clauses.map((id) => (
                <ClauseLink key={id} id={id} packId={packId} />
              ))}
            </span>
          </div>
          <div>
            <p>{pick(reading.reading)}</p>
            {reading.alternatives.length === 0 ? null : (
              <details>
                <summary>{t('explanation.alternatives', { count: reading.alternatives.length })}</summary>
                <ul>
                  {reading.alternatives.map((alternative) => (
                    <li key={alternative.en}>{pick(alternative)}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </article>
      ))}
    </section>
  );
}
