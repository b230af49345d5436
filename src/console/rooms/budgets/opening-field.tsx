import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#console/amounts/unit.ts';
import type { DraftForm } from '#console/api/budget-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/fund/amount-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';
import { FieldFault } from '#console/rooms/budgets/field-fault.tsx';
import { fen, fenOf } from '#kernel/fen';

interface OpeningFieldProps {
  readonly part: DraftForm['parts'][number];
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (amount: string) => void;
}

const shown = (amount: bigint): string => formatAmount(fen(amount), 'yuan');

const HINTS = {
  closed_year: 'budgets.heldClosed',
  open_year: 'budgets.heldOpen',
  taken_in: 'budgets.heldTakenIn',
} as const;

/** What a part of the fund begins the year with, beside what the books hold; another figure tells the difference. */
export function OpeningField({ part, value, fault, onChange }: OpeningFieldProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { held, label } = part;
  const typed = yuanText(value);
  const difference = held === null || typed === undefined ? 0n : fenOf(typed) - fenOf(held.amount);
  const hint =
    held === null
      ? {}
      : {
          hint: t(HINTS[held.basis], {
            amount: shown(fenOf(held.amount)),
            month: held.closedThrough ?? '',
          }),
        };
  return (
    <div className="field">
      <AmountField
        label={t('budgets.opening', { part: pick(label) })}
        name={`opening-${part.part}`}
        value={value}
        {...hint}
        onChange={onChange}
      />
      {difference === 0n ? null : (
        <span className="differs">{t('budgets.heldDiffers', { amount: shown(difference) })}</span>
      )}
      <FieldFault text={fault} />
    </div>
  );
}
