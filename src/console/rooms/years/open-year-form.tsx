import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { useOpenYear } from '#console/api/year-queries.ts';
import { problemOf } from '#console/api/problem-error.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { todayInChina } from '#console/fund/today.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import { useGround } from '#console/rooms/years/ground-fields.tsx';

/** Opens a fund's year of one insurance type, by the pack of the fund's place unless another is chosen. */
export function OpenYearForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const { ofPlace } = usePacks();
  const funds = useQuery(poolsQuery).data?.filter(({ kind }) => kind === 'fund');
  const [chosen, setFund] = useState<string | undefined>();
  const [membersNote, setMembersNote] = useState('');
  const open = useOpenYear();
  const asksForMembers =
    open.isError && problemOf(open.error).refusals.some(({ code }) => code === 'members_differ');
  const fund = funds?.find(({ id }) => id === chosen) ?? funds?.[0];
  const lastYear = String(Number(todayInChina().slice(0, 4)) - 1);
  const places = fund === undefined ? [] : [fund.place];
  const { ground, fields } = useGround('fund-year', lastYear, places, fund && ofPlace(fund.place));
  if (funds?.length === 0) return <p className="office-none">{t('years.noFunds')}</p>;
  const submit = (): void => {
    if (fund === undefined || ground === undefined) return;
    const note = membersNote.trim();
    const wanted = {
      ...ground,
      place: fund.place,
      fund: fund.id,
      ...(note === '' ? {} : { membersNote: note }),
    };
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
        {fields}
        {asksForMembers || membersNote !== '' ? (
          <TextField
            label={t('years.membersNote')}
            name="members-note"
            value={membersNote}
            onChange={setMembersNote}
            maxLength={2000}
          />
        ) : null}
      </div>
      <FormActions submit={t('years.open')} isReady={ground !== undefined} action={open} onCancel={onClose} />
    </form>
  );
}
