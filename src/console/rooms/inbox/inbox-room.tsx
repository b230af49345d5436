import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { INBOX_SOURCES } from '#console/rooms/inbox/inbox-sources.ts';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/rooms/office/office.css';

/** What waits for who is signed in: each kind that this person's roles decide, and nothing that they asked for. */
export function InboxRoom(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const parts = INBOX_SOURCES.filter(({ roles }) => holds(account, roles));
  return (
    <div className="office-page">
      <title>{`${t('inbox.title')} · ${t('product')}`}</title>
      <div className="page-header">
        <h1>{t('inbox.title')}</h1>
      </div>
      <p className="note">{t('inbox.text')}</p>
      {parts.length === 0 ? <p className="office-none">{t('inbox.nothingForRoles')}</p> : null}
      {account === undefined ? null : parts.map(({ id, Section }) => <Section key={id} account={account} />)}
    </div>
  );
}
