import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceVersion, PlaceVersions } from '#console/api/version-queries.ts';
import { StepButtons } from '#console/rooms/versions/step-buttons.tsx';
import { isPresent, offeredSteps, shortHash } from '#console/rooms/versions/steps.ts';
import { VersionStanding } from '#console/rooms/versions/version-standing.tsx';
import { VersionTimeline } from '#console/rooms/versions/version-timeline.tsx';

interface VersionCardProps {
  readonly place: PlaceVersions;
  readonly version: PlaceVersion;
  /** The version that was submitted before it. */
  readonly earlier: PlaceVersion | undefined;
}

/** One version: its hash, how it stands, what happened to it, and what may come next. */
export function VersionCard({ place, version, earlier }: VersionCardProps): ReactNode {
  const { hash, state } = version;
  return (
    <article className={version.isInForce ? 'version version-in-force' : 'version'} data-hash={hash}>
      <header>
        <h3>
          <code className="hash">
            <b>{shortHash(hash)}</b>
            {hash.slice(shortHash(hash).length)}
          </code>
        </h3>
        <VersionStanding version={version} />
        <Days version={version} />
        <span className="version-links screen-only">
          <Comparisons place={place} version={version} earlier={earlier} />
        </span>
      </header>
      <VersionTimeline events={version.events} />
      <StepButtons place={place} hash={hash} state={state} steps={offeredSteps(place, version)} />
    </article>
  );
}

/** From which day it holds, or no longer holds, and what came in its place. */
function Days({ version }: { readonly version: PlaceVersion }): ReactNode {
  const { t } = useTranslation();
  const { from, until, supersededBy, isInForce, state } = version;
  const isAhead = state === 'in_force' && !isInForce;
  const days = [
    from === undefined ? '' : t(isAhead ? 'versions.willStart' : 'versions.effective', { day: from }),
    until === undefined ? '' : t('versions.ends', { day: until }),
    supersededBy === undefined ? '' : t('versions.supersededBy', { hash: shortHash(supersededBy) }),
  ];
  return <span>{days.filter((day) => day !== '').join(' · ')}</span>;
}

function Comparisons({ place, version, earlier }: VersionCardProps): ReactNode {
  const { t } = useTranslation();
  const { hash } = version;
  return (
    <>
      {earlier === undefined ? null : (
        <Link to="/diff" search={{ from: earlier.hash, to: hash }}>
          {t('versions.withEarlier')}
        </Link>
      )}
      {place.present === undefined || isPresent(place, version) ? null : (
        <Link to="/diff" search={{ from: hash, to: place.packId }}>
          {t('versions.withPresent')}
        </Link>
      )}
    </>
  );
}
