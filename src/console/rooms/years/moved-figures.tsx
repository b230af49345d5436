import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { useFieldName } from '#console/rooms/years/field-names.ts';
import { useFigureText } from '#console/rooms/years/figure-text.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** Frozen figures of which the books now hold others, each with what it was: the year rests on what no longer stands. */
export function MovedFigures({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const text = useFigureText();
  if (year.moved.length === 0) return null;
  return (
    <div className="missing" role="status">
      <strong>{t('years.moved', { count: year.moved.length })}</strong>{' '}
      <span className="note">{t(year.phase === 'frozen' ? 'years.movedFreeze' : 'years.movedCorrect')}</span>
      <ul>
        {year.moved.map(({ subject, field, was, now }) => (
          <li key={`${subject} ${field}`}>
            {subjectName(subject)} {fieldName(field)}:{' '}
            <span className="note">
              {text(field, was, true)} → {text(field, now, true)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
