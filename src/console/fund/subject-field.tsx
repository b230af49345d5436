import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface SubjectFieldProps {
  readonly value: string | undefined;
  readonly onChange: (subject: string | undefined) => void;
}

/** A pool or an adjustment fund of the register, by its name and kind. */
export function SubjectField({ value, onChange }: SubjectFieldProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = useQuery(poolsQuery).data ?? [];
  return (
    <ChoiceField
      label={t('books.columns.pool')}
      value={value}
      options={pools.map(({ id, name, kind }) => ({
        value: id,
        label: `${pick(name)} · ${t(`books.kinds.${kind}`)}`,
      }))}
      placeholder={t('office.choose')}
      hint={pools.length === 0 ? t('books.open.noPools') : undefined}
      onChange={onChange}
    />
  );
}
