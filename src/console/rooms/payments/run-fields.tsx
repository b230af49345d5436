import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, journalQuery, type BooksOf } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import { PayeeFields } from '#console/rooms/payments/payee-fields.tsx';
import { needsCategory, type Purpose, type RunDraft } from '#console/rooms/payments/run-draft.ts';

const PURPOSES: readonly Purpose[] = [
  'benefit',
  'large_expense',
  'refund',
  'transfer_out',
  'prepayment',
  'set_off',
  'returned',
];

/** Only personal accounts are transferred out, which residents have none of. */
const WITHOUT_RESIDENTS: readonly Purpose[] = ['transfer_out'];

interface RunFieldsProps {
  readonly draft: RunDraft;
  readonly onChange: (draft: RunDraft) => void;
}

/** What a run is for, when it pays, and of an advance whom and how much. */
export function RunFields({ draft, onChange }: RunFieldsProps): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const { books, purpose, advance } = draft;
  const categories = useCategories(books);
  const purposes = PURPOSES.filter(
    (one) => books?.insuranceType !== 'resident' || !WITHOUT_RESIDENTS.includes(one),
  );
  return (
    <div className="fields">
      <BooksChoice
        value={books}
        onChange={(next) => onChange({ ...draft, books: next, changed: [] })}
        offers={({ kind }) => kind === 'pool'}
      />
      <ChoiceField
        label={t('payments.columns.purpose')}
        value={purpose}
        options={purposes.map((value) => ({ value, label: t(`payments.purposes.${value}`) }))}
        onChange={(next = 'benefit') => onChange({ ...draft, purpose: next, changed: [] })}
      />
      {needsCategory(purpose) ? (
        <ChoiceField
          label={t('books.columns.category')}
          value={draft.category}
          options={categories.map((value) => ({ value, label: code('categories', value) }))}
          placeholder={t(books === undefined ? 'books.post.booksFirst' : 'office.choose')}
          onChange={(category) => onChange({ ...draft, category, changed: [] })}
        />
      ) : null}
      <TextField
        label={t('payments.columns.paysOn')}
        name="pays-on"
        type="date"
        value={draft.paysOn}
        onChange={(paysOn) => onChange({ ...draft, paysOn })}
      />
      {purpose === 'prepayment' ? (
        <>
          <PayeeFields
            value={advance.payee}
            onChange={(payee) => onChange({ ...draft, advance: { ...advance, payee } })}
          />
          <AmountField
            label={t('payments.columns.amount')}
            name="advance-amount"
            value={advance.amount}
            onChange={(amount) => onChange({ ...draft, advance: { ...advance, amount } })}
          />
        </>
      ) : null}
    </div>
  );
}

/** Categories of benefit, as the template by which benefits are paid has them. */
function useCategories(books: BooksOf | undefined): readonly string[] {
  const place = (useQuery(booksQuery).data ?? []).find(({ pool }) => pool === books?.pool)?.place;
  const { ofPlace } = usePacks();
  const journal = useQuery({ ...journalQuery(ofPlace(place ?? '')), enabled: place !== undefined }).data;
  return journal?.templates.find(({ id }) => id === 'benefit_paid')?.categories ?? [];
}
