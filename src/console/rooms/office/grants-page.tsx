import { KeyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grantsQuery, useEndGrant, type Grant } from '#console/api/office-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { GrantForm } from '#console/rooms/office/grant-form.tsx';
import { GrantRow } from '#console/rooms/office/grant-row.tsx';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { OfficeTable } from '#console/rooms/office/office-table.tsx';
import { ReasonDialog } from '#console/rooms/office/reason-dialog.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const SHOWN = ['open', 'confirmed', 'all'] as const;
type Shown = (typeof SHOWN)[number];

const STATES: Readonly<Record<Shown, readonly Grant['state'][]>> = {
  open: ['requested'],
  confirmed: ['confirmed'],
  all: ['requested', 'confirmed', 'refused', 'ended'],
};

/** Grants: asked for by one administrator, decided by another, ended by any. */
export function GrantsPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayAct = holds(account, ['administrator']);
  const { user } = useSearch({ from: '/office/grants' });
  const query = useQuery({ ...grantsQuery, enabled: holds(account, ['administrator', 'auditor']) });
  const end = useEndGrant();
  const [shown, setShown] = useState<Shown>('all');
  const [isAsking, setAsking] = useState(user !== undefined);
  const [ending, setEnding] = useState<string | undefined>();
  const ask = (
    <Button
      type="primary"
      icon={<KeyOutlined aria-hidden />}
      aria-expanded={isAsking}
      onClick={() => setAsking(!isAsking)}
    >
      {t('office.grants.ask')}
    </Button>
  );
  const columns = (['person', 'role', 'place', 'reason', 'requested', 'state', 'decided'] as const).map(
    (column) => t(`office.grants.${column}`),
  );
  return (
    <OfficeFrame part="grants" actions={mayAct ? ask : null}>
      {isAsking && mayAct ? <GrantForm userId={user} onClose={() => setAsking(false)} /> : null}
      <Segmented
        aria-label={t('office.show')}
        name="grants-shown"
        value={shown}
        options={SHOWN.map((value) => ({ value, label: t(`office.grants.shown.${value}`) }))}
        onChange={setShown}
      />
      <QueryView query={query}>
        {(grants) => (
          <OfficeTable
            columns={mayAct ? [...columns, t('office.actions')] : columns}
            none={t('office.grants.none')}
            rows={grants
              .filter(({ state }) => STATES[shown].includes(state))
              .map((grant) => (
                <GrantRow key={grant.id} grant={grant} mayAct={mayAct} onEnd={() => setEnding(grant.id)} />
              ))}
          />
        )}
      </QueryView>
      <ReasonDialog
        title={t('office.grants.end')}
        text={t('office.grants.endText')}
        confirm={t('office.grants.end')}
        action={end}
        id={ending}
        onClose={() => setEnding(undefined)}
      />
    </OfficeFrame>
  );
}
