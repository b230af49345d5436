import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mattersQuery, type YearView } from '#console/api/year-queries.ts';
import { bearsOn } from '#console/rooms/years/bears-on.ts';
import { useFieldName } from '#console/rooms/years/field-names.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** What is missing, item by item with the pools that lack it. */
export function MissingFigures({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const matters = useQuery(mattersQuery).data ?? [];
  const { missing, phase } = year;
  const waiting = matters.filter((matter) => matter.decision === null && bearsOn(matter, year)).length;
  if (missing.length === 0 && phase === 'frozen') return <p className="done">{t('years.isFrozen')}</p>;
  if (missing.length === 0 && waiting > 0)
    return <p className="note">{t('years.mattersWait', { count: waiting })}</p>;
  if (missing.length === 0) return <p className="done">{t('years.complete')}</p>;
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
