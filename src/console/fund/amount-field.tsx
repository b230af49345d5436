import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#console/form/field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** A labelled amount in yuan, whatever unit tables are shown in: what is entered is exact. */
export function AmountField({ label, hint, onChange, ...input }: AmountFieldProps): ReactNode {
  const { t } = useTranslation();
  const isFaulty = input.value !== '' && yuanText(input.value) === undefined;
  return (
    <Field label={label} hint={isFaulty ? t('books.amountFault') : hint}>
      {(ids) => (
        <Input
          {...ids}
          {...input}
          className="amount-input"
          inputMode="decimal"
          autoComplete="off"
          suffix={t('units.yuan')}
          {...(isFaulty ? { status: 'error' as const, 'aria-invalid': true } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
