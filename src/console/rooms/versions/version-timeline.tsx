import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionEvent } from '#console/api/version-queries.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

/** What happened to a version, in order: the step, who, when, from which day, and why. */
export function VersionTimeline({ events }: { readonly events: readonly VersionEvent[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className="timeline" aria-label={t('versions.timeline')}>
      {events.map((event) => (
        <li key={event.sequence} className={`timeline-step timeline-${event.event}`}>
          <strong>{t(`versions.events.${event.event}`)}</strong>
          <span className="timeline-actor">{event.actor}</span>
          <span className="note timeline-at">
            <RecordedAt instant={event.at} />
          </span>
          {event.effectiveFrom === null ? null : (
            <span className="timeline-day">
              {t(event.event === 'put_in_force' ? 'versions.effective' : 'versions.ends', {
                day: event.effectiveFrom,
              })}
            </span>
          )}
          {event.casesHash === null ? null : (
            <span className="timeline-day" title={event.casesHash}>
              {t('versions.cases', { hash: event.casesHash.slice(0, 12) })}
            </span>
          )}
          {event.note === '' ? null : <span className="timeline-note">{event.note}</span>}
        </li>
      ))}
    </ol>
  );
}
