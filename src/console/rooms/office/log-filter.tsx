import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usersQuery, type AccessFilter } from '#console/api/office-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const NOTHING = { place: '', route: '', from: '', to: '' };

function filterOf(texts: typeof NOTHING, user: string | undefined, onlyRefused: boolean): AccessFilter {
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
    ...(user === undefined ? {} : { user }),
    ...(onlyRefused ? { outcome: 'refused' as const } : {}),
  };
}

/** Which lines to show: by person, place and below, part of the address, days, and refusals alone. */
export function LogFilter({ onFilter }: { readonly onFilter: (filter: AccessFilter) => void }): ReactNode {
  const { t } = useTranslation();
  const mayRead = holds(useAccount(), ['auditor']);
  const users = useQuery({ ...usersQuery, enabled: mayRead }).data ?? [];
  const [user, setUser] = useState<string | undefined>();
  const [texts, setTexts] = useState(NOTHING);
  const [onlyRefused, setOnlyRefused] = useState(false);
  const edit = (name: keyof typeof NOTHING) => (text: string) => setTexts({ ...texts, [name]: text });
  return (
    <form
      className="card"
      aria-label={t('office.log.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        onFilter(filterOf(texts, user, onlyRefused));
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('office.log.person')}
          value={user}
          options={users.map(({ id, name, login }) => ({ value: id, label: `${name} ${login}` }))}
          onChange={setUser}
          placeholder={t('office.log.anyone')}
          isOptional
        />
        <PlaceField label={t('office.log.place')} value={texts.place} onChange={edit('place')} />
        <TextField
          label={t('office.log.request')}
          name="route"
          value={texts.route}
          onChange={edit('route')}
          maxLength={100}
          hint={t('office.log.requestHint')}
        />
        <TextField
          label={t('office.log.from')}
          name="from"
          type="date"
          value={texts.from}
          onChange={edit('from')}
        />
        <TextField label={t('office.log.to')} name="to" type="date" value={texts.to} onChange={edit('to')} />
      </div>
      <div className="form-actions">
        <Button htmlType="submit" type="primary">
          {t('office.log.apply')}
        </Button>
        <Button
          onClick={() => {
            setUser(undefined);
            setTexts(NOTHING);
            setOnlyRefused(false);
            onFilter({});
          }}
        >
          {t('office.log.reset')}
        </Button>
        <Checkbox checked={onlyRefused} onChange={(event) => setOnlyRefused(event.target.checked)}>
          {t('office.log.onlyRefused')}
        </Checkbox>
      </div>
    </form>
  );
}
