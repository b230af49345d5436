import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttestFigure, type YearView } from '#console/api/year-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';
import type { FigureName } from '#console/rooms/years/figure-drawer.tsx';
import { FIELD_OPTIONS, kindOf, useOptionName } from '#console/rooms/years/field-names.ts';

interface AttestFormProps {
  readonly year: YearView;
  readonly name: FigureName;
  readonly onDone: () => void;
}

/** States a figure that the program does not hold, by a document and its hash. */
export function AttestForm({ year, name, onDone }: AttestFormProps): ReactNode {
  const { t } = useTranslation();
  const attest = useAttestFigure(year.id);
  const [typed, setTyped] = useState('');
  const [document, setDocument] = useState(NO_DOCUMENT);
  const [note, setNote] = useState('');
  const value = kindOf(name.field) === 'amount' ? yuanText(typed) : typed.trim();
  const isReady = value !== undefined && value !== '' && isNamed(document);
  return (
    <form
      className="card"
      aria-label={t('years.attest')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) attest.mutate({ ...name, value, ...document, note: note.trim() }, { onSuccess: onDone });
      }}
    >
      <h2>{t('years.attest')}</h2>
      <div className="fields-column">
        <ValueField field={name.field} value={typed} onChange={setTyped} />
        <DocumentFields value={document} onChange={setDocument} />
        <TextField
          label={t('years.note')}
          name="figure-note"
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
      </div>
      <FormActions submit={t('years.attestFor')} isReady={isReady} action={attest} onCancel={onDone} />
    </form>
  );
}

interface ValueFieldProps {
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The control that fits a field: an amount, a number, yes or no, or a choice. */
function ValueField({ field, value, onChange }: ValueFieldProps): ReactNode {
  const { t } = useTranslation();
  const optionName = useOptionName();
  const kind = kindOf(field);
  const hint = t(`years.valueHints.${kind}`);
  const label = t('years.value');
  if (kind === 'amount') {
    return <AmountField label={label} name="figure-value" value={value} onChange={onChange} hint={hint} />;
  }
  if (kind === 'count' || kind === 'score') {
    return <TextField label={label} name="figure-value" value={value} onChange={onChange} hint={hint} />;
  }
  const options =
    kind === 'truth'
      ? (['true', 'false'] as const).map((one) => ({
          value: one,
          label: t(one === 'true' ? 'truth.yes' : 'truth.no'),
        }))
      : (FIELD_OPTIONS[field] ?? []).map((one) => ({ value: one, label: optionName(one) }));
  return (
    <ChoiceField
      label={label}
      value={value === '' ? undefined : value}
      options={options}
      placeholder={t('office.choose')}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
