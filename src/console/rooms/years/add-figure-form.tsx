import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import type { FigureName } from '#console/rooms/years/figure-drawer.tsx';
import { EXTRA_FIELDS, RELEASE_CAUSES, useFieldName } from '#console/rooms/years/field-names.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

interface AddFigureFormProps {
  readonly year: YearView;
  readonly onChosen: (name: FigureName) => void;
  readonly onClose: () => void;
}

/** Chooses a figure that the year does not have yet: of which pool, and which item. */
export function AddFigureForm({ year, onChosen, onClose }: AddFigureFormProps): ReactNode {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const subjectName = useSubjectName(year);
  const [subject, setSubject] = useState<string | undefined>();
  const [field, setField] = useState<string | undefined>();
  const others = year.pools.filter(({ id }) => id !== subject);
  const fields = [
    ...others.map(({ id }) => `recovery.${id}`),
    ...RELEASE_CAUSES.map((cause) => `release.${cause}`),
    ...EXTRA_FIELDS,
  ];
  return (
    <form
      className="card"
      aria-label={t('years.addFigure')}
      onSubmit={(event) => {
        event.preventDefault();
        if (subject !== undefined && field !== undefined) onChosen({ subject, field });
      }}
    >
      <p className="note">{t('years.addFigureText')}</p>
      <div className="fields">
        <ChoiceField
          label={t('years.subject')}
          value={subject}
          options={year.pools.map(({ id }) => ({ value: id, label: subjectName(id) }))}
          placeholder={t('office.choose')}
          onChange={setSubject}
        />
        <ChoiceField
          label={t('years.field')}
          value={field}
          options={fields.map((value) => ({ value, label: fieldName(value) }))}
          placeholder={t('office.choose')}
          onChange={setField}
        />
      </div>
      <div className="form-actions">
        <Button htmlType="submit" type="primary" disabled={subject === undefined || field === undefined}>
          {t('years.attest')}
        </Button>
        <Button onClick={onClose}>{t('office.cancel')}</Button>
      </div>
    </form>
  );
}
