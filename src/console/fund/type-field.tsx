import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsuranceType } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';

interface TypeFieldProps {
  readonly value: InsuranceType | undefined;
  readonly onChange: (value: InsuranceType | undefined) => void;
  readonly isOptional?: boolean;
}

/** The insurance type: of employees or of residents. */
export function TypeField({ value, onChange, isOptional = false }: TypeFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('schemes.choose')}
      value={value}
      options={(['employee', 'resident'] as const).map((type) => ({
        value: type,
        label: t(`schemes.${type}`),
      }))}
      placeholder={t('office.choose')}
      isOptional={isOptional}
      onChange={onChange}
    />
  );
}
