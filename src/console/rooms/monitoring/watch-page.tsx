import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { watchQuery, type AssessmentDue, type WatchAsked } from '#console/api/monitoring-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { Mark } from '#console/app/mark.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import { AssessForm } from '#console/rooms/monitoring/assess-form.tsx';
import { IndicatorList } from '#console/rooms/monitoring/indicator-list.tsx';
import { MonitoringFrame } from '#console/rooms/monitoring/monitoring-frame.tsx';
import { WatchChoice } from '#console/rooms/monitoring/watch-choice.tsx';
import { watchOf } from '#console/rooms/monitoring/watch-search.ts';
import { WatchOverview } from '#console/rooms/monitoring/watch-overview.tsx';
import { WatchTable } from '#console/rooms/monitoring/watch-table.tsx';

/** What the funds are watched by: every pool's figures at a month's end against the lines of the policy. */
export function WatchPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/fund/monitoring' });
  const place = (useQuery(poolsQuery).data ?? []).find(({ id }) => id === search.subject)?.place;
  const { ofPlace } = usePacks();
  const ownPack = place === undefined ? undefined : ofPlace(place);
  const asked = watchOf(search, ownPack);
  return (
    <MonitoringFrame part="watch">
      <WatchChoice
        search={search}
        ownPack={ownPack}
        onChange={(next) => void navigate({ to: '/fund/monitoring', search: next, resetScroll: false })}
      />
      {asked === undefined ? (
        <>
          <p className="office-none">{t('monitoring.chooseFirst')}</p>
          <WatchOverview />
        </>
      ) : (
        <Watched key={JSON.stringify(asked)} asked={asked} />
      )}
    </MonitoringFrame>
  );
}

function Watched({ asked }: { readonly asked: WatchAsked }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const query = useQuery(watchQuery(asked));
  const named = (ids: readonly string[]): string => ids.map((id) => poolName(id)).join('、');
  return (
    <QueryView query={query}>
      {({ due, ...watched }) => (
        <>
          <Due due={due} month={watched.month} />
          <WatchTable watched={watched} />
          {watched.withoutBooks.length === 0 ? null : (
            <p className="note">{t('monitoring.withoutBooks', { pools: named(watched.withoutBooks) })}</p>
          )}
          <IndicatorList watched={watched} />
          {watched.open.length === 0 ? (
            <AssessForm asked={asked} watched={watched} />
          ) : (
            <p className="note">{t('monitoring.open', { pools: named(watched.open) })}</p>
          )}
        </>
      )}
    </QueryView>
  );
}

/** When risk was last assessed, and whether the policy's interval has run out. */
function Due({
  due: { last, interval, nextBy },
  month,
}: {
  readonly due: AssessmentDue;
  readonly month: string;
}): ReactNode {
  const { t } = useTranslation();
  if (interval === null) return null;
  const isOverdue = nextBy === null || nextBy < month;
  return (
    <p className="watch-due">
      <Mark tone={isOverdue ? 'warn' : 'good'}>
        {t(
          last === null ? 'monitoring.due.never' : isOverdue ? 'monitoring.due.late' : 'monitoring.due.kept',
        )}
      </Mark>{' '}
      {last === null || nextBy === null
        ? t('monitoring.due.every', { months: interval.months })
        : t('monitoring.due.next', { months: interval.months, last, nextBy })}{' '}
      {interval.standing === 'assumed' ? <Mark tone="plain">{t('monitoring.assumed')}</Mark> : null}
    </p>
  );
}
