import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { versionsQuery, type PlaceVersions } from '#console/api/version-queries.ts';
import { Nothing } from '#console/app/page-states.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { FaultyPacks } from '#console/rooms/policy/faulty-packs.tsx';
import { PlaceSection } from '#console/rooms/versions/place-section.tsx';
import { PlacesTable } from '#console/rooms/versions/places-table.tsx';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/rooms/versions/versions.css';

/** Every place's pack with what is in force and under way, and the versions of the one that is chosen. */
export function VersionsRoom(): ReactNode {
  const query = useQuery(versionsQuery);
  return <QueryView query={query}>{({ places }) => <VersionsPage places={places} />}</QueryView>;
}

function VersionsPage({ places }: { readonly places: readonly PlaceVersions[] }): ReactNode {
  const { t } = useTranslation();
  const { placeId } = useParams({ strict: false });
  if (places.length === 0) return <Nothing title={t('states.noPacks')} />;
  const chosen = places.find((place) => place.packId === placeId);
  return (
    <div className="versions-page">
      <div className="page-header">
        <title>{`${t('versions.title')} · ${t('product')}`}</title>
        <h1>{t('versions.title')}</h1>
        <Link to="/diff" className="screen-only">
          {t('versions.compare')}
        </Link>
      </div>
      <p className="note">{t('versions.text')}</p>
      <WhoActs />
      <FaultyPacks />
      <PlacesTable places={places} chosen={chosen?.packId} />
      {chosen === undefined ? null : <PlaceSection key={chosen.packId} place={chosen} />}
      {placeId !== undefined && chosen === undefined ? <Nothing title={t('states.noPage')} /> : null}
    </div>
  );
}

/** Who may do something here, for who may not. */
function WhoActs(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const { href } = useLocation();
  if (holds(account, ['policy_maker', 'policy_checker'])) return null;
  return (
    <Alert
      className="screen-only"
      type="info"
      showIcon
      title={
        account === undefined ? (
          <>
            {t('versions.signInToAct')}{' '}
            <Link to="/sign-in" search={{ back: href }}>
              {t('session.signIn')}
            </Link>
          </>
        ) : (
          t('versions.noPolicyRole')
        )
      }
    />
  );
}
