import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  approvalsQuery,
  poolsQuery,
  type BooksOf,
  type JournalTemplate,
} from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/fund/amount-field.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import type { PostDraft } from '#console/rooms/books/post-draft.ts';

interface PostFieldsProps {
  readonly template: JournalTemplate;
  readonly books: BooksOf;
  readonly draft: PostDraft;
  readonly onChange: (draft: PostDraft) => void;
}

/** The fields of one template: counterparty, category, other pool, amounts, approval, day, voucher and note. */
export function PostFields({ template, books, draft, onChange }: PostFieldsProps): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const set = (changed: Partial<PostDraft>): void => onChange({ ...draft, ...changed });
  return (
    <div className="fields">
      {template.parties.length === 0 ? null : <PartyFields template={template} draft={draft} set={set} />}
      {template.categories.length === 0 ? null : (
        <ChoiceField
          label={t('books.columns.category')}
          value={draft.category}
          options={template.categories.map((one) => ({ value: one, label: code('categories', one) }))}
          placeholder={t('office.choose')}
          onChange={(category) => set({ category })}
        />
      )}
      {template.betweenPools ? (
        <OtherPool books={books} value={draft.otherPool} onChange={(otherPool) => set({ otherPool })} />
      ) : null}
      {template.amounts[books.insuranceType].map((name) => (
        <AmountField
          key={name}
          label={code('amounts', name)}
          name={`amount-${name}`}
          value={draft.amounts[name] ?? ''}
          onChange={(amount) => set({ amounts: { ...draft.amounts, [name]: amount } })}
        />
      ))}
      {template.needsApproval || template.causes.length > 0 ? (
        <ApprovalChoice
          template={template}
          books={books}
          value={draft.approval}
          onChange={(approval) => set({ approval })}
        />
      ) : null}
      <TextField
        label={t('books.columns.effectiveOn')}
        name="effective-on"
        type="date"
        value={draft.effectiveOn}
        onChange={(effectiveOn) => set({ effectiveOn })}
        hint={t('books.post.dayHint')}
      />
      <TextField
        label={t('books.columns.voucher')}
        name="event-voucher"
        value={draft.voucher}
        onChange={(voucher) => set({ voucher })}
        hint={t('books.post.voucherHint')}
        maxLength={100}
      />
      <TextField
        label={t('books.columns.note')}
        name="event-note"
        value={draft.note}
        onChange={(note) => set({ note })}
        maxLength={2000}
      />
    </div>
  );
}

interface PartyFieldsProps extends Pick<PostFieldsProps, 'template' | 'draft'> {
  readonly set: (changed: Partial<PostDraft>) => void;
}

function PartyFields({ template, draft, set }: PartyFieldsProps): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  return (
    <>
      <ChoiceField
        label={t('books.post.partyKind')}
        value={draft.partyKind}
        options={template.parties.map((kind) => ({ value: kind, label: code('parties', kind) }))}
        placeholder={t('office.choose')}
        onChange={(partyKind) => set({ partyKind })}
      />
      <TextField
        label={t('books.post.partyId')}
        name="party-id"
        value={draft.partyId}
        onChange={(partyId) => set({ partyId })}
        maxLength={150}
      />
    </>
  );
}

interface OneOfProps {
  readonly books: BooksOf;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function OtherPool({ books, value, onChange }: OneOfProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = useQuery(poolsQuery).data ?? [];
  const own = pools.find(({ id }) => id === books.pool);
  const fund = own?.fund ?? null;
  const others = pools.filter(({ id }) => id !== books.pool);
  const known = others.some(({ id }) => id === fund);
  return (
    <ChoiceField
      label={t('books.post.otherPool')}
      value={value}
      options={[
        ...(fund === null || known ? [] : [{ value: fund, label: fund }]),
        ...others.map(({ id, name }) => ({ value: id, label: pick(name) })),
      ]}
      placeholder={t('office.choose')}
      onChange={onChange}
    />
  );
}

function ApprovalChoice({
  template,
  books,
  value,
  onChange,
}: OneOfProps & { readonly template: JournalTemplate }): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const approvals = useInfiniteQuery(approvalsQuery).data?.pages.flatMap((page) => page.approvals) ?? [];
  const usable = approvals.filter(
    (one) =>
      one.template === template.id &&
      one.pool === books.pool &&
      one.insuranceType === books.insuranceType &&
      one.decision === 'approved' &&
      one.usedBy === null,
  );
  return (
    <ChoiceField
      label={t('books.approval')}
      value={value}
      options={usable.map(({ number, amount, cause }) => ({
        value: number,
        label: `${number} · ${amount} · ${code('causes', cause)}`,
      }))}
      placeholder={t('office.choose')}
      isOptional={!template.needsApproval}
      hint={usable.length === 0 ? t('books.post.noApproval') : undefined}
      onChange={onChange}
    />
  );
}
