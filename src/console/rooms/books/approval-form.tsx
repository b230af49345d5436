import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  booksQuery,
  journalQuery,
  useRequestApproval,
  type BooksOf,
  type JournalTemplate,
} from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/fund/amount-field.tsx';
import { emptyApproval, wantedOf, type ApprovalDraft } from '#console/rooms/books/approval-draft.ts';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { usePacks } from '#console/fund/use-packs.ts';

/** Asks for a restricted use: for which template and cause, how much at most, and why. */
export function ApprovalForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const ask = useRequestApproval();
  const [draft, setDraft] = useState<ApprovalDraft>(emptyApproval(undefined));
  const { books, cause } = draft;
  const { pack, offered } = useOffered(books);
  const template = offered.find(({ id }) => id === draft.template);
  const namesYear = template !== undefined && template.returns.length > 0;
  const wanted = wantedOf(draft, template, pack);
  return (
    <form
      className="card"
      aria-label={t('books.approvals.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== undefined) ask.mutate(wanted, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <BooksChoice value={books} onChange={(next) => setDraft(emptyApproval(next))} />
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
        {namesYear ? (
          <TextField
            label={t('books.approvals.year')}
            name="approval-year"
            value={draft.year}
            onChange={(next) => setDraft({ ...draft, year: next })}
            maxLength={4}
            hint={t('books.approvals.yearHint')}
          />
        ) : null}
        <TextField
          label={t('office.reason')}
          name="approval-reason"
          value={draft.reason}
          onChange={(next) => setDraft({ ...draft, reason: next })}
          maxLength={2000}
          hint={t('office.reasonHint')}
        />
      </div>
      <FormActions
        submit={t('books.approvals.ask')}
        isReady={wanted !== undefined}
        action={ask}
        onCancel={onClose}
      />
    </form>
  );
}

/** The templates that may be asked for in some books, and the pack that they are of. */
function useOffered(books: BooksOf | undefined): {
  readonly pack: string | undefined;
  readonly offered: readonly JournalTemplate[];
} {
  const { postingOf } = usePacks();
  const place = (useQuery(booksQuery).data ?? []).find(({ pool }) => pool === books?.pool)?.place;
  const pack = place === undefined ? undefined : postingOf(place);
  const journal = useQuery({ ...journalQuery(pack ?? ''), enabled: pack !== undefined }).data;
  const offered = (journal?.templates ?? []).filter(
    ({ causes, types, kind }) =>
      kind !== 'opening' && causes.length > 0 && books !== undefined && types.includes(books.insuranceType),
  );
  return { pack, offered };
}
