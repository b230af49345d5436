import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery } from '#console/api/queries.ts';
import { placesQuery } from '#console/api/register-queries.ts';
import { useOpenRound } from '#console/api/budget-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { todayInChina } from '#console/fund/today.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Opens a year of budgets that a place compiles, by the pack of the place unless another is chosen. */
export function OpenRoundForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const { ofPlace } = usePacks();
  const packs = useQuery(packsQuery).data?.packs ?? [];
  const account = useAccount();
  const own = account?.grants.find(({ role }) => role === 'budget_maker')?.place ?? '';
  const places = (useQuery(placesQuery).data ?? []).filter(({ path }) =>
    holds(account, ['budget_maker'], path),
  );
  const [place, setPlace] = useState(own);
  const [year, setYear] = useState(String(Number(todayInChina().slice(0, 4)) + 1));
  const [chosenPack, setPack] = useState<string | undefined>();
  const open = useOpenRound();
  const pack = chosenPack ?? ofPlace(place);
  const isReady = place !== '' && /^\d{4}$/.test(year);
  return (
    <form
      className="card"
      aria-label={t('budgets.openRound')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        open.mutate(
          { place, year: Number(year), pack },
          {
            onSuccess: ({ id }) =>
              void navigate({ to: '/fund/budgets/rounds/$roundId', params: { roundId: id } }),
          },
        );
      }}
    >
      <p className="note">{t('budgets.openRoundText')}</p>
      <div className="fields">
        <ChoiceField
          label={t('budgets.place')}
          value={place === '' ? undefined : place}
          options={places.map(({ path, name }) => ({ value: path, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={(chosen) => setPlace(chosen ?? '')}
        />
        <TextField
          label={t('budgets.year')}
          name="budget-year"
          value={year}
          maxLength={4}
          onChange={setYear}
        />
        <ChoiceField
          label={t('budgets.pack')}
          value={pack}
          options={packs.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          onChange={setPack}
        />
      </div>
      <FormActions submit={t('budgets.openRound')} isReady={isReady} action={open} onCancel={onClose} />
    </form>
  );
}
