import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BooksOf, JournalTemplate } from '#console/api/ledger-queries.ts';
import type { Difference } from '#console/api/reconciliation-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { emptyDraft } from '#console/rooms/books/post-draft.ts';
import { PostFields } from '#console/rooms/books/post-fields.tsx';
import { waysOf, type CorrectionDraft } from '#console/rooms/reconciliations/correction-draft.ts';

interface CorrectionFieldsProps {
  readonly difference: Difference;
  readonly books: BooksOf;
  readonly draft: CorrectionDraft;
  /** Templates by which may be posted; none for who does not keep the fund. */
  readonly offered: readonly JournalTemplate[];
  readonly mayPost: boolean;
  readonly onChange: (draft: CorrectionDraft) => void;
}

/** How the line is corrected: the event that does it, or what the agreement of another person is to post. */
export function CorrectionFields(props: CorrectionFieldsProps): ReactNode {
  const { difference, books, draft, offered, mayPost, onChange } = props;
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const ways = mayPost ? waysOf(difference) : (['named'] as const);
  const template = offered.find(({ id }) => id === draft.template);
  return (
    <>
      <ChoiceField
        label={t('reconciliations.proposal.way')}
        value={draft.way}
        options={ways.map((value) => ({ value, label: t(`reconciliations.ways.${value}`) }))}
        placeholder={t('office.choose')}
        hint={mayPost ? undefined : t('reconciliations.proposal.fundOnly')}
        onChange={(way) => onChange({ ...draft, way })}
      />
      {draft.way === 'named' ? (
        <TextField
          label={t('reconciliations.proposal.event')}
          name="correcting-event"
          value={draft.event}
          maxLength={20}
          onChange={(text) => onChange({ ...draft, event: text.trim() })}
        />
      ) : null}
      {draft.way === 'reversed' ? (
        <TextField
          label={t('books.columns.effectiveOn')}
          name="effective-on"
          type="date"
          value={draft.post.effectiveOn}
          onChange={(effectiveOn) => onChange({ ...draft, post: { ...draft.post, effectiveOn } })}
        />
      ) : null}
      {draft.way === 'posted' ? (
        <ChoiceField
          label={t('books.columns.event')}
          value={draft.template}
          options={offered.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={(id) => onChange({ ...draft, template: id, post: emptyDraft(draft.post.effectiveOn) })}
        />
      ) : null}
      {draft.way === 'posted' && template !== undefined ? (
        <PostFields
          template={template}
          books={books}
          draft={draft.post}
          onChange={(post) => onChange({ ...draft, post })}
        />
      ) : null}
    </>
  );
}
