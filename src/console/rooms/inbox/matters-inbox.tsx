import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { yearInboxQuery, yearsQuery, type Matter } from '#console/api/year-queries.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { MatterContent } from '#console/rooms/years/matter-content.tsx';
import { MatterDecision } from '#console/rooms/years/matter-decision.tsx';
import { useYearTitle } from '#console/rooms/years/use-year-title.ts';
import type { YearInboxBody } from '#contract/adjustment-years';

/** Emergency applications, adoptions and handovers that another person asked for; they are decided here. */
export const mattersInbox = inboxSource<YearInboxBody, Matter>({
  id: 'matters',
  roles: ['fund_checker'],
  query: yearInboxQuery,
  waitingFor: (_account, { matters }) => matters,
  keyOf: ({ id }) => id,
  Card: MatterCard,
});

function MatterCard({ item }: { readonly item: Matter }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const titleOf = useYearTitle();
  const years = useQuery(yearsQuery).data ?? [];
  const pools = useQuery(poolsQuery).data ?? [];
  const place = pools.find(({ id }) => id === item.pool)?.place ?? item.place;
  const year = years.find(
    (one) =>
      one.insuranceType === item.insuranceType && one.year === item.year && isAtOrAbove(one.place, place),
  );
  return (
    <>
      <div className="inbox-what">
        <strong>{t(`years.matterKinds.${item.kind}`)}</strong> · {poolName(item.pool)} {item.year}{' '}
        {t(`schemes.${item.insuranceType}`)}
        <div>
          <MatterContent matter={item} /> {item.document}{' '}
          <code title={item.documentHash}>{item.documentHash.slice(0, 12)}</code>
        </div>
        {year === undefined ? null : (
          <Link to="/fund/years/$yearId" params={{ yearId: year.id }}>
            {titleOf(year)}
          </Link>
        )}
        <div className="note">
          {t('inbox.askedBy')} <Person id={item.requestedBy} /> <RecordedAt instant={item.requestedAt} />
        </div>
      </div>
      <MatterDecision matter={item} />
    </>
  );
}

/** A matter is of the year of its fund, whose place is its own or lies above it. */
function isAtOrAbove(above: string, place: string): boolean {
  return place === above || place.startsWith(`${above}/`);
}
