import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { useFieldName } from '#console/rooms/years/field-names.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** What is missing, item by item with the pools that lack it. */
export function MissingFigures({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const { missing, phase } = year;
  if (missing.length === 0)
    return <p className="done">{t(phase === 'frozen' ? 'years.isFrozen' : 'years.complete')}</p>;
  const fields = [...new Set(missing.map(({ field }) => field))];
  return (
    <div className="missing" role="status">
      <strong>{t('years.missing', { count: missing.length })}</strong>{' '}
      <span className="note">{t('years.missingText')}</span>
      <ul>
        {fields.map((field) => {
          const lacking = missing.filter((one) => one.field === field);
          return (
            <li key={field}>
              {fieldName(field)}:{' '}
              <span className="note">{lacking.map(({ subject }) => subjectName(subject)).join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
