import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '#console/api/queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface ReadingCardProps {
  readonly reading: Reading;
  readonly packId: string;
}

/** How a silent or ambiguous clause is read, and the readings that were not taken. */
export function ReadingCard({ reading, packId }: ReadingCardProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { alternatives } = reading;
  return (
    <section className="source-card source-card-reading">
      <h4>
        <ClauseLink id={reading.id} packId={packId} />
      </h4>
      <p>{pick(reading.reading)}</p>
      {alternatives.length === 0 ? null : (
        <details>
          <summary>{t('explanation.alternatives', { count: alternatives.length })}</summary>
          <ul>
            {alternatives.map((alternative) => (
              <li key={alternative.en}>{pick(alternative)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
