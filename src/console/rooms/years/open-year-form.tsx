import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { packsQuery } from '#console/api/queries.ts';
import { useOpenYear } from '#console/api/year-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { todayInChina } from '#console/rooms/books/today.ts';
import { usePacks } from '#console/rooms/books/use-packs.ts';

const TYPES = ['employee', 'resident'] as const;

/** Opens a fund's year of one insurance type, by the pack of the fund's place unless another is chosen. */
export function OpenYearForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const { ofPlace } = usePacks();
  const funds = useQuery(poolsQuery).data?.filter(({ kind }) => kind === 'fund');
  const all = useQuery(packsQuery).data?.packs ?? [];
  const [chosen, setFund] = useState<string | undefined>();
  const [insuranceType, setType] = useState<(typeof TYPES)[number] | undefined>('employee');
  const [year, setYear] = useState(String(Number(todayInChina().slice(0, 4)) - 1));
  const [chosenPack, setPack] = useState<string | undefined>();
  const open = useOpenYear();
  const fund = funds?.find(({ id }) => id === chosen) ?? funds?.[0];
  const own = fund === undefined ? undefined : ofPlace(fund.place);
  // A year is that of the document of its place or of one above: the national pack has no adjustment of its own.
  const packs = all.filter(({ id }) => fund?.place === id || fund?.place.startsWith(`${id}/`));
  const pack = packs.find(({ id }) => id === (chosenPack ?? own))?.id;
  if (funds?.length === 0) return <p className="office-none">{t('years.noFunds')}</p>;
  const isReady =
    fund !== undefined && insuranceType !== undefined && pack !== undefined && /^\d{4}$/.test(year);
  const submit = (): void => {
    if (!isReady) return;
    const wanted = { place: fund.place, fund: fund.id, insuranceType, year: Number(year), pack };
    open.mutate(wanted, {
      onSuccess: ({ id }) => void navigate({ to: '/fund/years/$yearId', params: { yearId: id } }),
    });
  };
  return (
    <form
      className="card"
      aria-label={t('years.open')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="note">{t('years.openText')}</p>
      <div className="fields">
        <ChoiceField
          label={t('years.fund')}
          value={fund?.id}
          options={(funds ?? []).map(({ id, name }) => ({ value: id, label: pick(name) }))}
          onChange={setFund}
        />
        <ChoiceField
          label={t('years.scheme')}
          value={insuranceType}
          options={TYPES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
          onChange={setType}
        />
        <TextField
          label={t('years.year')}
          name="fund-year"
          value={year}
          maxLength={4}
          hint={t('years.yearHint')}
          onChange={setYear}
        />
        <ChoiceField
          label={t('years.pack')}
          value={pack}
          options={packs.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={setPack}
        />
      </div>
      <FormActions submit={t('years.open')} isReady={isReady} action={open} onCancel={onClose} />
    </form>
  );
}
