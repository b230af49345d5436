import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { packsQuery } from '#console/api/queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { todayInChina } from '#console/rooms/books/today.ts';
import { MatterForm } from '#console/rooms/years/matter-form.tsx';

const TYPES = ['employee', 'resident'] as const;

/** What a pool asks of the fund above it: the year is the fund's and out of sight, so that it is named here. */
export function OwnMatter({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const pools = (useQuery(poolsQuery).data ?? []).filter(({ kind }) => kind === 'pool');
  const all = useQuery(packsQuery).data?.packs ?? [];
  const [insuranceType, setType] = useState<(typeof TYPES)[number] | undefined>('employee');
  const [year, setYear] = useState(todayInChina().slice(0, 4));
  const [chosen, setPack] = useState<string | undefined>();
  const packs = all.filter(({ id }) => pools.some(({ place }) => place === id || place.startsWith(`${id}/`)));
  const pack = packs.find(({ id }) => id === chosen) ?? packs[0];
  const isNamed = insuranceType !== undefined && pack !== undefined && /^\d{4}$/.test(year);
  return (
    <>
      <div className="card fields">
        <ChoiceField
          label={t('years.scheme')}
          value={insuranceType}
          options={TYPES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
          onChange={setType}
        />
        <TextField
          label={t('years.year')}
          name="matter-year"
          value={year}
          maxLength={4}
          hint={t('years.yearHint')}
          onChange={setYear}
        />
        <ChoiceField
          label={t('years.pack')}
          value={pack?.id}
          options={packs.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={setPack}
        />
      </div>
      {isNamed ? (
        <MatterForm
          ground={{ own: undefined, insuranceType, year: Number(year), pack: pack.id, pools }}
          onClose={onClose}
        />
      ) : null}
    </>
  );
}
