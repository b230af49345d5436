import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, journalQuery, type BooksOf } from '#console/api/ledger-queries.ts';
import { payablesQuery, useProposeRun, type Payable, type PaymentRun } from '#console/api/payment-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/rooms/books/amount-field.tsx';
import { BooksChoice } from '#console/rooms/books/books-choice.tsx';
import { useFundCode } from '#console/rooms/books/fund-codes.ts';
import { DAY } from '#console/rooms/books/patterns.ts';
import { todayInChina } from '#console/rooms/books/today.ts';
import { usePacks } from '#console/rooms/books/use-packs.ts';
import { yuanText } from '#console/rooms/books/yuan-text.ts';
import { PayableChoice } from '#console/rooms/payments/payable-choice.tsx';
import { PayeeFields } from '#console/rooms/payments/payee-fields.tsx';

type Purpose = PaymentRun['purpose'];

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
const WITH_CATEGORY: readonly Purpose[] = ['benefit', 'set_off'];

interface Draft {
  readonly books: BooksOf | undefined;
  readonly purpose: Purpose;
  readonly category: string | undefined;
  readonly paysOn: string;
  /** Payees that are left out. */
  readonly left: readonly string[];
  readonly advance: { readonly payee: string; readonly amount: string };
}

/** Gathers a payment run: everything of a purpose that is owed, or the payees that are ticked. */
export function RunForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useProposeRun();
  const [draft, setDraft] = useState<Draft>(() => ({
    books: undefined,
    purpose: 'benefit',
    category: undefined,
    paysOn: todayInChina(),
    left: [],
    advance: { payee: '', amount: '' },
  }));
  const { books, purpose, left } = draft;
  const payables = usePayables(books, purpose);
  const run = runOfDraft(draft, payables);
  return (
    <form
      className="card"
      aria-label={t('payments.runs.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (run === undefined) return;
        propose.mutate(run, {
          onSuccess: ({ id }) => void navigate({ to: '/fund/payments/runs/$id', params: { id } }),
        });
      }}
    >
      <RunFields draft={draft} onChange={setDraft} />
      {purpose === 'prepayment' || books === undefined ? null : (
        <PayableChoice
          payables={payables}
          left={left}
          onChange={(next) => setDraft({ ...draft, left: next })}
        />
      )}
      <FormActions
        submit={t('payments.runs.add')}
        isReady={run !== undefined}
        action={propose}
        onCancel={onClose}
      />
    </form>
  );
}

/** The run that a draft stands for, or undefined while something of it is missing. */
function runOfDraft(draft: Draft, payables: readonly Payable[]) {
  const { books, purpose, category, paysOn, left, advance } = draft;
  const needsCategory = WITH_CATEGORY.includes(purpose);
  if (books === undefined || !DAY.test(paysOn) || (needsCategory && category === undefined)) return undefined;
  const { pool, insuranceType } = books;
  const body = { insuranceType, purpose, category: needsCategory ? (category ?? null) : null, paysOn };
  if (purpose === 'prepayment') {
    const pooled = yuanText(advance.amount);
    if (advance.payee === '' || pooled === undefined) return undefined;
    return { pool, body: { ...body, lines: [{ counterparty: advance.payee, pooled }] } };
  }
  const chosen = payables.filter(({ counterparty }) => !left.includes(counterparty));
  if (chosen.length === 0) return undefined;
  const lines = chosen.map(({ counterparty }) => ({ counterparty }));
  return { pool, body: left.length === 0 ? body : { ...body, lines } };
}

interface RunFieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function RunFields({ draft, onChange }: RunFieldsProps): ReactNode {
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
        onChange={(next) => onChange({ ...draft, books: next, left: [] })}
        offers={({ kind }) => kind === 'pool'}
      />
      <ChoiceField
        label={t('payments.columns.purpose')}
        value={purpose}
        options={purposes.map((value) => ({ value, label: t(`payments.purposes.${value}`) }))}
        onChange={(next = 'benefit') => onChange({ ...draft, purpose: next, left: [] })}
      />
      {WITH_CATEGORY.includes(purpose) ? (
        <ChoiceField
          label={t('books.columns.category')}
          value={draft.category}
          options={categories.map((value) => ({ value, label: code('categories', value) }))}
          placeholder={t(books === undefined ? 'books.post.booksFirst' : 'office.choose')}
          onChange={(category) => onChange({ ...draft, category })}
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
        <AdvanceFields advance={advance} onChange={(next) => onChange({ ...draft, advance: next })} />
      ) : null}
    </div>
  );
}

interface AdvanceFieldsProps {
  readonly advance: Draft['advance'];
  readonly onChange: (advance: Draft['advance']) => void;
}

function AdvanceFields({ advance, onChange }: AdvanceFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <PayeeFields value={advance.payee} onChange={(payee) => onChange({ ...advance, payee })} />
      <AmountField
        label={t('payments.columns.amount')}
        name="advance-amount"
        value={advance.amount}
        onChange={(amount) => onChange({ ...advance, amount })}
      />
    </>
  );
}

/** Categories of benefit, as the template by which benefits are paid has them. */
function useCategories(books: BooksOf | undefined): readonly string[] {
  const place = (useQuery(booksQuery).data ?? []).find(({ pool }) => pool === books?.pool)?.place;
  const { ofPlace } = usePacks();
  const journal = useQuery({ ...journalQuery(ofPlace(place ?? '')), enabled: place !== undefined }).data;
  return journal?.templates.find(({ id }) => id === 'benefit_paid')?.categories ?? [];
}

/** What is owed for the purpose; a set-off clears benefits. */
function usePayables(books: BooksOf | undefined, purpose: Purpose): readonly Payable[] {
  const query = useQuery({
    ...payablesQuery(books?.pool ?? '', books?.insuranceType ?? 'employee'),
    enabled: books !== undefined,
  });
  const of = purpose === 'set_off' ? 'benefit' : purpose;
  return (query.data ?? []).filter((one) => one.purpose === of);
}
