import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface PoolFieldProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A pool of the own places. */
export function PoolField({ value, onChange }: PoolFieldProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = useQuery(poolsQuery).data ?? [];
  return (
    <ChoiceField
      label={t('books.columns.pool')}
      value={value}
      options={pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
      placeholder={t('office.choose')}
      onChange={onChange}
    />
  );
}
