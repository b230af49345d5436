import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useFundCode } from '#console/fund/fund-codes.ts';

interface PartyFieldsProps<Kind extends string> {
  readonly kinds: readonly Kind[];
  /** `kind:id`; empty while something of it is missing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether it may be left without a kind; else the first is chosen. */
  readonly isOptional?: boolean;
}

/** A counterparty by kind and number; a pool is chosen by its name. */
export function PartyFields<Kind extends string>(props: PartyFieldsProps<Kind>): ReactNode {
  const { kinds, value, onChange, isOptional = false } = props;
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const pools = useQuery(poolsQuery).data ?? [];
  const named = kinds.find((one) => value.startsWith(`${one}:`));
  const [kind, setKind] = useState(named ?? (isOptional ? undefined : kinds[0]));
  const id = value.split(':').slice(1).join(':');
  const tell = (of: Kind | undefined, next: string): void =>
    onChange(of === undefined || next.trim() === '' ? '' : `${of}:${next.trim()}`);
  return (
    <>
      <ChoiceField
        label={t('books.post.partyKind')}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: code('parties', one) }))}
        {...(isOptional ? { placeholder: t('books.any'), isOptional } : {})}
        onChange={(next) => {
          setKind(next);
          tell(next, (next === 'pool') === (kind === 'pool') ? id : '');
        }}
      />
      {kind === 'pool' ? (
        <ChoiceField
          label={t('books.post.otherPool')}
          value={id === '' ? undefined : id}
          options={pools.map((pool) => ({ value: pool.id, label: pick(pool.name) }))}
          placeholder={t('office.choose')}
          onChange={(next) => tell(kind, next ?? '')}
        />
      ) : kind === undefined ? null : (
        <TextField
          label={t('books.post.partyId')}
          name="party-id"
          value={id}
          onChange={(next) => tell(kind, next)}
          maxLength={150}
        />
      )}
    </>
  );
}
