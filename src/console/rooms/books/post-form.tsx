import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostEvent, type BooksOf } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { Clauses } from '#console/fund/clauses.tsx';
import { newKey } from '#console/rooms/books/new-key.ts';
import { OutcomeNotice } from '#console/rooms/books/outcome-notice.tsx';
import { emptyDraft, eventOfDraft } from '#console/rooms/books/post-draft.ts';
import { PostFields } from '#console/rooms/books/post-fields.tsx';
import { todayInChina } from '#console/fund/today.ts';
import { useOffered } from '#console/rooms/books/use-offered.ts';

/** Posts an event by a template: its fields are those that the template asks for. */
export function PostForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const post = usePostEvent();
  const [books, setBooks] = useState<BooksOf | undefined>();
  const [templateId, setTemplateId] = useState<string | undefined>();
  const [draft, setDraft] = useState(() => emptyDraft(todayInChina()));
  const [key, setKey] = useState(newKey);
  const { own, pack, journal, offered } = useOffered(books);
  const template = offered.find(({ id }) => id === templateId);
  const event =
    own === undefined || template === undefined ? undefined : eventOfDraft(draft, template, own, key);
  return (
    <form
      className="card"
      aria-label={t('books.post.title')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (event === undefined || pack === undefined) return;
        post.mutate(
          { pack, event },
          {
            onSuccess: (outcome) => {
              setKey(newKey());
              if (outcome?.refusal === null) setDraft({ ...emptyDraft(draft.effectiveOn) });
            },
          },
        );
      }}
    >
      <div className="fields">
        <BooksChoice
          value={books}
          onChange={(next) => {
            setBooks(next);
            setTemplateId(undefined);
          }}
        />
        <ChoiceField
          label={t('books.columns.event')}
          value={templateId}
          options={offered.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t(books === undefined ? 'books.post.booksFirst' : 'office.choose')}
          onChange={(next) => {
            setTemplateId(next);
            setDraft(emptyDraft(draft.effectiveOn));
            post.reset();
          }}
        />
      </div>
      {template === undefined || own === undefined ? null : (
        <>
          <p className="note">
            {t('books.post.basis')} <Clauses ids={template.cite} packHash={journal?.packHash ?? null} />
          </p>
          <PostFields template={template} books={own} draft={draft} onChange={setDraft} />
        </>
      )}
      <FormActions
        submit={t('books.post.submit')}
        isReady={event !== undefined}
        action={post}
        onCancel={onClose}
        leave={t('office.close')}
      />
      {post.data === undefined ? null : <OutcomeNotice outcome={post.data} />}
    </form>
  );
}
