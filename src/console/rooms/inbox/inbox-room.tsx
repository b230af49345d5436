import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { Loading } from '#console/app/page-states.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { INBOX_SOURCES } from '#console/rooms/inbox/inbox-sources.ts';
import { useWaiting } from '#console/rooms/inbox/use-waiting.ts';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/fund/office.css';

/**
 * What waits for who is signed in: each kind that this person's roles decide, and nothing that they asked for. Whoever
 * decides sees amounts to the fen, whatever unit the other rooms are read in.
 */
export function InboxRoom(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const { count, isPending } = useWaiting();
  const parts = INBOX_SOURCES.filter(({ roles }) => holds(account, roles));
  return (
    <div className="office-page">
      <title>{`${t('inbox.title')} · ${t('product')}`}</title>
      <div className="page-header">
        <h1>{t('inbox.title')}</h1>
      </div>
      <p className="note">{t('inbox.text')}</p>
      {parts.length === 0 ? <p className="office-none">{t('inbox.nothingForRoles')}</p> : null}
      {isPending ? <Loading /> : null}
      {parts.length > 0 && !isPending && count === 0 ? (
        <p className="office-none">{t('inbox.none')}</p>
      ) : null}
      <FixedUnit unit="yuan">
        {count > 0 ? <UnitNote /> : null}
        {account === undefined
          ? null
          : parts.map(({ id, Section }) => <Section key={id} account={account} />)}
      </FixedUnit>
    </div>
  );
}
