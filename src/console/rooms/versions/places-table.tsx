import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceVersions } from '#console/api/version-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { PackStatus } from '#console/app/pack-status.tsx';
import { usePlaceName } from '#console/rooms/versions/place-name.ts';
import { pendingOf, shortHash } from '#console/rooms/versions/steps.ts';
import { VersionStanding } from '#console/rooms/versions/version-standing.tsx';

interface PlacesTableProps {
  readonly places: readonly PlaceVersions[];
  readonly chosen: string | undefined;
}

const COLUMNS = ['place', 'inForce', 'pending', 'present'] as const;

/** A line for each place: what is in force, what is under way, what the files have. */
export function PlacesTable({ places, chosen }: PlacesTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="places-title">
      <div className="section-title">
        <h2 id="places-title">{t('versions.places')}</h2>
      </div>
      <div className="table-scroll" role="region" aria-labelledby="places-title" tabIndex={0}>
        <table className="places">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`versions.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <PlaceRow key={place.packId} place={place} isChosen={place.packId === chosen} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function PlaceRow({
  place,
  isChosen,
}: {
  readonly place: PlaceVersions;
  readonly isChosen: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const { packId, present, versions } = place;
  const pending = pendingOf(place);
  const inForce = versions.find(({ hash }) => hash === place.inForce);
  return (
    <tr className={isChosen ? 'place-chosen' : ''}>
      <th scope="row">
        <Link
          to="/versions/$placeId"
          params={{ placeId: packId }}
          {...(isChosen ? { 'aria-current': 'true' as const } : {})}
        >
          {nameOf(place)}
        </Link>
      </th>
      <td>
        {inForce === undefined ? (
          <span className="note">{t('versions.nothingInForce')}</span>
        ) : (
          <>
            <code title={inForce.hash}>{shortHash(inForce.hash)}</code>{' '}
            {inForce.from === undefined ? '' : t('versions.effective', { day: inForce.from })}
          </>
        )}
      </td>
      <td>
        {pending.length === 0 ? <span className="note">{t('versions.nothingPending')}</span> : null}
        {pending.map((version) => (
          <div key={version.hash}>
            <code title={version.hash}>{shortHash(version.hash)}</code> <VersionStanding version={version} />
          </div>
        ))}
      </td>
      <td>
        {present === undefined ? (
          <span className="note">{t('versions.filesGone')}</span>
        ) : (
          <>
            <code title={present.hash}>{shortHash(present.hash)}</code>{' '}
            {present.status === 'draft' ? <PackStatus status="draft" /> : null}{' '}
            {versions.some(({ hash }) => hash === present.hash) ? (
              <span className="note">{t('versions.isSubmitted')}</span>
            ) : (
              <Mark tone="plain">{t('versions.notSubmitted')}</Mark>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
