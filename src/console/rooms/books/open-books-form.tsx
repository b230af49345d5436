import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery, useOpenBooks, type InsuranceType } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { MonthField } from '#console/fund/month-field.tsx';
import { MONTH } from '#console/fund/patterns.ts';
import { TypeField } from '#console/fund/type-field.tsx';
import { usePacks } from '#console/fund/use-packs.ts';

interface Draft {
  readonly pool: string | undefined;
  readonly insuranceType: InsuranceType | undefined;
  readonly firstMonth: string;
  /** Undefined until one is chosen: then the pack of the pool's place. */
  readonly pack: string | undefined;
}

/** Opens books for a pool or fund of the register. */
export function OpenBooksForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = useQuery(poolsQuery).data ?? [];
  const { ids, postingOf } = usePacks();
  const open = useOpenBooks();
  const [draft, setDraft] = useState<Draft>({
    pool: undefined,
    insuranceType: undefined,
    firstMonth: '',
    pack: undefined,
  });
  const pool = pools.find(({ id }) => id === draft.pool);
  const pack = draft.pack ?? (pool === undefined ? undefined : postingOf(pool.place));
  const { insuranceType, firstMonth } = draft;
  const wanted =
    pool !== undefined && insuranceType !== undefined && pack !== undefined && MONTH.test(firstMonth)
      ? { pool: pool.id, insuranceType, firstMonth, pack }
      : undefined;
  return (
    <form
      className="card"
      aria-label={t('books.open.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== undefined) open.mutate(wanted, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('books.columns.pool')}
          value={draft.pool}
          options={pools.map(({ id, name, place }) => ({ value: id, label: `${pick(name)} ${place}` }))}
          placeholder={t('office.choose')}
          hint={pools.length === 0 ? t('books.open.noPools') : undefined}
          onChange={(next) => setDraft({ ...draft, pool: next })}
        />
        <TypeField value={insuranceType} onChange={(next) => setDraft({ ...draft, insuranceType: next })} />
        <MonthField
          label={t('books.columns.firstMonth')}
          name="first-month"
          value={firstMonth}
          onChange={(next) => setDraft({ ...draft, firstMonth: next })}
          hint={t('books.open.firstMonthHint')}
        />
        <ChoiceField
          label={t('books.pack')}
          value={pack}
          options={ids.map((id) => ({ value: id, label: id }))}
          hint={t('books.packHint')}
          onChange={(next) => setDraft({ ...draft, pack: next })}
        />
      </div>
      <FormActions
        submit={t('books.open.title')}
        isReady={wanted !== undefined}
        action={open}
        onCancel={onClose}
      />
    </form>
  );
}
