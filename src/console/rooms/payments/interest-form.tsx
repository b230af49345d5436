import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BooksOf } from '#console/api/ledger-queries.ts';
import { useEnterInterest, type InterestNotice } from '#console/api/payment-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { DAY } from '#console/fund/patterns.ts';
import { yuanText } from '#console/fund/yuan-text.ts';

const DAYS = ['fromDay', 'toDay', 'creditedOn'] as const;

interface Draft {
  readonly books: BooksOf | undefined;
  readonly role: InterestNotice['role'] | undefined;
  readonly fromDay: string;
  readonly toDay: string;
  readonly creditedOn: string;
  /** In per cent a year, as typed. */
  readonly rate: string;
  readonly daysOfYear: string;
  readonly reference: string;
  readonly amount: string;
}

/** Enters what a bank tells of interest; the server sets beside it what the daily balances give. */
export function InterestForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const enter = useEnterInterest();
  const [draft, setDraft] = useState<Draft>({
    books: undefined,
    role: undefined,
    fromDay: '',
    toDay: '',
    creditedOn: '',
    rate: '',
    daysOfYear: '360',
    reference: '',
    amount: '',
  });
  const { books, role, fromDay, toDay, creditedOn } = draft;
  const amount = yuanText(draft.amount);
  const isReady =
    books !== undefined &&
    role !== undefined &&
    DAYS.every((day) => DAY.test(draft[day])) &&
    /^\d{1,2}(\.\d{1,6})?$/.test(draft.rate) &&
    /^36[0-6]$/.test(draft.daysOfYear) &&
    draft.reference.trim() !== '' &&
    amount !== undefined;
  return (
    <form
      className="card"
      aria-label={t('payments.interest.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const body = {
          insuranceType: books.insuranceType,
          role,
          fromDay,
          toDay,
          creditedOn,
          rate: `${draft.rate}%`,
          daysOfYear: Number(draft.daysOfYear),
          reference: draft.reference.trim(),
          amount,
        };
        enter.mutate({ pool: books.pool, body }, { onSuccess: onClose });
      }}
    >
      <InterestFields draft={draft} onChange={setDraft} />
      <FormActions submit={t('payments.interest.add')} isReady={isReady} action={enter} onCancel={onClose} />
    </form>
  );
}

interface InterestFieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function InterestFields({ draft, onChange }: InterestFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="fields">
      <BooksChoice value={draft.books} onChange={(next) => onChange({ ...draft, books: next })} />
      <ChoiceField
        label={t('payments.columns.account')}
        value={draft.role}
        options={(['special', 'expenditure', 'income'] as const).map((value) => ({
          value,
          label: t(`payments.roles.${value}`),
        }))}
        placeholder={t('office.choose')}
        onChange={(next) => onChange({ ...draft, role: next })}
      />
      {DAYS.map((day) => (
        <TextField
          key={day}
          label={t(`payments.interest.${day}`)}
          name={`interest-${day}`}
          type="date"
          value={draft[day]}
          onChange={(next) => onChange({ ...draft, [day]: next })}
        />
      ))}
      <TextField
        label={t('payments.interest.rate')}
        name="interest-rate"
        value={draft.rate}
        onChange={(next) => onChange({ ...draft, rate: next })}
        hint={t('payments.interest.rateHint')}
      />
      <TextField
        label={t('payments.interest.daysOfYear')}
        name="interest-days"
        value={draft.daysOfYear}
        onChange={(next) => onChange({ ...draft, daysOfYear: next })}
      />
      <AmountField
        label={t('payments.interest.amount')}
        name="interest-amount"
        value={draft.amount}
        onChange={(next) => onChange({ ...draft, amount: next })}
      />
      <TextField
        label={t('payments.interest.reference')}
        name="interest-reference"
        value={draft.reference}
        onChange={(next) => onChange({ ...draft, reference: next })}
        maxLength={200}
      />
    </div>
  );
}
