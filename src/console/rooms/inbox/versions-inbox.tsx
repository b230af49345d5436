import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { versionsQuery } from '#console/api/version-queries.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { waitingVersions, type WaitingVersion } from '#console/rooms/inbox/waiting-versions.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { usePlaceName } from '#console/rooms/versions/place-name.ts';
import { shortHash } from '#console/rooms/versions/steps.ts';
import { VersionStanding } from '#console/rooms/versions/version-standing.tsx';
import type { VersionListBody } from '#contract/versions';

/** Versions of policy packs whose next step is this person's; it is taken where the version is shown. */
export const versionsInbox = inboxSource<VersionListBody, WaitingVersion>({
  id: 'versions',
  roles: ['policy_maker', 'policy_checker'],
  query: versionsQuery,
  waitingFor: (account, { places }) => waitingVersions(account, places),
  keyOf: ({ version, step }) => `${version.hash} ${step}`,
  Card: VersionCard,
});

function VersionCard({ item }: { readonly item: WaitingVersion }): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const { place, version, step } = item;
  const last = version.events.at(-1);
  return (
    <>
      <div className="inbox-what">
        <strong>{nameOf(place)}</strong>
        {' · '}
        <code title={version.hash}>{shortHash(version.hash)}</code> <VersionStanding version={version} />
        {last === undefined ? null : (
          <div className="note">
            {t(`versions.events.${last.event}`)} {last.actor} <RecordedAt instant={last.at} />
          </div>
        )}
      </div>
      <Link to="/versions/$placeId" params={{ placeId: place.packId }}>
        {t('inbox.goTo', { step: t(`versions.steps.${step}`) })}
      </Link>
    </>
  );
}
