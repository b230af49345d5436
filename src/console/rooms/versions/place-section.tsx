import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceVersions } from '#console/api/version-queries.ts';
import { usePlaceName } from '#console/rooms/versions/place-name.ts';
import { StepButtons } from '#console/rooms/versions/step-buttons.tsx';
import { VersionCard } from '#console/rooms/versions/version-card.tsx';

/** A place's present content and, below, its versions, the latest first. */
export function PlaceSection({ place }: { readonly place: PlaceVersions }): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  return (
    <section aria-labelledby="place-title" className="place-versions">
      <div className="section-title">
        <h2 id="place-title">{t('versions.placeOf', { place: nameOf(place) })}</h2>
        <Link to="/policy/$packId" params={{ packId: place.packId }} className="screen-only">
          {t('policy.title')}
        </Link>
      </div>
      <PresentContent place={place} />
      {place.versions.length === 0 ? <p className="note">{t('versions.noVersions')}</p> : null}
      <ol className="version-list">
        {place.versions.map((version, index) => (
          <li key={version.hash}>
            <VersionCard place={place} version={version} earlier={place.versions[index + 1]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the files have now: it can be submitted unless it has been. */
function PresentContent({ place }: { readonly place: PlaceVersions }): ReactNode {
  const { t } = useTranslation();
  const { packId, present, versions, inForce } = place;
  if (present === undefined) return <p className="note">{t('versions.filesGone')}</p>;
  const isSubmitted = versions.some(({ hash }) => hash === present.hash);
  return (
    <div className="present-content">
      <p>
        <strong>{t('versions.present')}</strong> <code className="hash">{present.hash}</code>{' '}
        <span className="note">{t(isSubmitted ? 'versions.isSubmitted' : 'versions.notSubmitted')}</span>
        {inForce === undefined || inForce === present.hash ? null : (
          <>
            {' · '}
            <Link to="/diff" search={{ from: inForce, to: packId }} className="screen-only">
              {t('versions.withInForce')}
            </Link>
          </>
        )}
      </p>
      {present.draftParts.length === 0 ? null : (
        <p className="draft-parts">{t('versions.draftParts', { parts: present.draftParts.join(', ') })}</p>
      )}
      {isSubmitted ? null : <StepButtons place={place} hash={present.hash} steps={['submit']} />}
    </div>
  );
}
