import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, poolsQuery } from '#console/api/ledger-queries.ts';
import { watchQuery, type WatchAsked } from '#console/api/monitoring-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import { latestWatches } from '#console/rooms/monitoring/latest-watches.ts';
import { LevelMark } from '#console/rooms/monitoring/level-mark.tsx';
import { useFigureText } from '#console/rooms/monitoring/use-figure-text.ts';
import { warningsOf } from '#console/rooms/monitoring/warnings-of.ts';

/** All that warns in the funds in sight at their latest closed months, before anybody asks for one of them. */
export function WatchOverview(): ReactNode {
  const { t } = useTranslation();
  const pools = useQuery(poolsQuery);
  const books = useQuery(booksQuery);
  const { ofPlace, ids } = usePacks();
  return (
    <section className="watch-basis" aria-label={t('monitoring.overview')}>
      <h2>{t('monitoring.overview')}</h2>
      <QueryView query={pools}>
        {(known) => (
          <QueryView query={books}>
            {(kept) => {
              const watches = ids.length === 0 ? [] : latestWatches(known, kept, ofPlace);
              if (watches.length === 0) return <p className="office-none">{t('monitoring.nothingClosed')}</p>;
              return (
                <ul className="office-list">
                  {watches.map((asked) => (
                    <Watch key={`${asked.subject}/${asked.insuranceType}`} asked={asked} />
                  ))}
                </ul>
              );
            }}
          </QueryView>
        )}
      </QueryView>
    </section>
  );
}

function Watch({ asked }: { readonly asked: WatchAsked }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const poolName = usePoolName();
  const figureText = useFigureText();
  const { subject, insuranceType, month } = asked;
  return (
    <li>
      <Link to="/fund/monitoring" search={asked}>
        {poolName(subject)} {t(`schemes.${insuranceType}`)} {month}
      </Link>
      <QueryView query={useQuery(watchQuery(asked))}>
        {(watched) => {
          const warnings = warningsOf(watched);
          if (warnings.length === 0) return <p className="note">{t('monitoring.noWarnings')}</p>;
          return (
            <ul>
              {warnings.map((warning) => (
                <li key={`${warning.pool}/${warning.indicator}`}>
                  {warning.isWhole ? t('monitoring.whole') : pick(warning.poolName)} · {pick(warning.name)}{' '}
                  {figureText(warning)} <LevelMark level="warning" />
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </li>
  );
}
