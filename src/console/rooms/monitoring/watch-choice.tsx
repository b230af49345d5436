import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery } from '#console/api/queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { MonthField } from '#console/fund/month-field.tsx';
import { SubjectField } from '#console/fund/subject-field.tsx';
import { TypeField } from '#console/fund/type-field.tsx';
import type { WatchSearch } from '#console/rooms/monitoring/watch-search.ts';

interface WatchChoiceProps {
  readonly search: WatchSearch;
  /** The policy of the subject's place. */
  readonly ownPack: string | undefined;
  readonly onChange: (search: WatchSearch) => void;
}

/** Whose fund, of which type, at the end of which month, and by which policy if not by that of its place. */
export function WatchChoice({ search, ownPack, onChange }: WatchChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const packs = useQuery(packsQuery).data?.packs ?? [];
  const set = (changed: { readonly [Name in keyof WatchSearch]: WatchSearch[Name] | undefined }): void =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined),
      ),
    );
  return (
    <div className="filter-fields screen-only" role="search" aria-label={t('monitoring.choose')}>
      <div className="fields">
        <SubjectField value={search.subject} onChange={(subject) => set({ subject, pack: undefined })} />
        <TypeField value={search.insuranceType} onChange={(insuranceType) => set({ insuranceType })} />
        <MonthField
          label={t('monitoring.month')}
          name="watch-month"
          value={search.month ?? ''}
          onChange={(month) => set({ month: month === '' ? undefined : month })}
        />
        <ChoiceField
          label={t('monitoring.pack')}
          value={search.pack ?? ownPack}
          options={packs.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={(pack) => set({ pack })}
        />
      </div>
    </div>
  );
}
