import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { useRecordRow } from '#console/api/register-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import {
  EMPTY_ROW,
  FIELDS_OF,
  REGISTER_KINDS,
  readRow,
  type RegisterDraft,
  type RegisterField,
  type RegisterKind,
} from '#console/rooms/office/register-draft.ts';

/** Records one row of the register; which fields it has follows from its kind. */
export function RegisterForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const record = useRecordRow();
  const [kind, setKind] = useState<RegisterKind>('place');
  const [draft, setDraft] = useState<RegisterDraft>(EMPTY_ROW);
  const row = readRow(kind, draft);
  return (
    <form
      className="card"
      aria-label={t('office.register.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (row !== undefined) record.mutate(row, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('office.register.kind')}
          value={kind}
          options={REGISTER_KINDS.map((one) => ({ value: one, label: t(`office.register.kinds.${one}`) }))}
          hint={t(`office.register.kindHints.${kind}`)}
          onChange={(next) => {
            record.reset();
            setKind(next ?? 'place');
          }}
        />
        {FIELDS_OF[kind].map((field) => (
          <RowField
            key={field}
            field={field}
            value={draft[field]}
            onChange={(value) => setDraft({ ...draft, [field]: value })}
          />
        ))}
      </div>
      <FormActions
        submit={t('office.register.add')}
        isReady={row !== undefined}
        action={record}
        onCancel={onClose}
      />
    </form>
  );
}

interface RowFieldProps {
  readonly field: RegisterField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function RowField({ field, value, onChange }: RowFieldProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = useQuery(poolsQuery).data ?? [];
  const label = t(`office.register.fields.${field}`);
  const hint = t(`office.register.hints.${field}`);
  if (field === 'place') return <PlaceField label={label} value={value} onChange={onChange} hint={hint} />;
  if (field === 'pool' || field === 'fund') {
    const offered = pools.filter((one) => one.kind === 'fund' || field === 'pool');
    return (
      <ChoiceField
        label={label}
        value={value === '' ? undefined : value}
        options={offered.map(({ id, name }) => ({ value: id, label: `${pick(name)} ${id}` }))}
        placeholder={t('office.choose')}
        hint={hint}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextField
      label={label}
      name={`register-${field}`}
      value={value}
      onChange={onChange}
      maxLength={field === 'basis' ? 2000 : 200}
      hint={hint}
    />
  );
}
