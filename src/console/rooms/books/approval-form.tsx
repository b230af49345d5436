import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, journalQuery, useRequestApproval, type BooksOf } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/rooms/books/amount-field.tsx';
import { BooksChoice } from '#console/rooms/books/books-choice.tsx';
import { useFundCode } from '#console/rooms/books/fund-codes.ts';
import { usePacks } from '#console/rooms/books/use-packs.ts';
import { yuanText } from '#console/rooms/books/yuan-text.ts';

interface Draft {
  readonly books: BooksOf | undefined;
  readonly template: string | undefined;
  readonly cause: string | undefined;
  readonly amount: string;
  readonly reason: string;
}

const EMPTY: Draft = { books: undefined, template: undefined, cause: undefined, amount: '', reason: '' };

/** Asks for a restricted use: for which template and cause, how much at most, and why. */
export function ApprovalForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const { postingOf } = usePacks();
  const ask = useRequestApproval();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const { books, cause } = draft;
  const place = (useQuery(booksQuery).data ?? []).find(({ pool }) => pool === books?.pool)?.place;
  const pack = place === undefined ? undefined : postingOf(place);
  const journal = useQuery({ ...journalQuery(pack ?? ''), enabled: pack !== undefined }).data;
  const offered = (journal?.templates ?? []).filter(
    ({ causes, types, kind }) =>
      kind !== 'opening' && causes.length > 0 && books !== undefined && types.includes(books.insuranceType),
  );
  const template = offered.find(({ id }) => id === draft.template);
  const amount = yuanText(draft.amount);
  const reason = draft.reason.trim();
  const wanted =
    books !== undefined && template !== undefined && pack !== undefined && amount !== undefined
      ? { pack, template: template.id, ...books, amount, cause: cause ?? '', reason }
      : undefined;
  const isReady = wanted !== undefined && cause !== undefined && reason !== '' && !amount?.startsWith('-');
  return (
    <form
      className="card"
      aria-label={t('books.approvals.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) ask.mutate(wanted, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <BooksChoice value={books} onChange={(next) => setDraft({ ...EMPTY, books: next })} />
        <ChoiceField
          label={t('books.columns.event')}
          value={draft.template}
          options={offered.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t(books === undefined ? 'books.post.booksFirst' : 'office.choose')}
          onChange={(next) => setDraft({ ...draft, template: next, cause: undefined })}
        />
        <ChoiceField
          label={t('books.columns.cause')}
          value={cause}
          options={(template?.causes ?? []).map((one) => ({ value: one, label: code('causes', one) }))}
          placeholder={t('office.choose')}
          onChange={(next) => setDraft({ ...draft, cause: next })}
        />
        <AmountField
          label={t('books.approvals.most')}
          name="approval-amount"
          value={draft.amount}
          onChange={(next) => setDraft({ ...draft, amount: next })}
        />
        <TextField
          label={t('office.reason')}
          name="approval-reason"
          value={draft.reason}
          onChange={(next) => setDraft({ ...draft, reason: next })}
          maxLength={2000}
          hint={t('office.reasonHint')}
        />
      </div>
      <FormActions submit={t('books.approvals.ask')} isReady={isReady} action={ask} onCancel={onClose} />
    </form>
  );
}
