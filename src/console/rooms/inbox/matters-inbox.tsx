import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { yearInboxQuery, type Matter } from '#console/api/year-queries.ts';
import { usePoolName } from '#console/rooms/books/use-pool-names.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { Person } from '#console/rooms/office/person.tsx';
import { RecordedAt } from '#console/rooms/runs/recorded-at.tsx';
import { MatterContent } from '#console/rooms/years/matter-content.tsx';
import { MatterDecision } from '#console/rooms/years/matter-decision.tsx';
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
  return (
    <>
      <div className="inbox-what">
        <strong>{t(`years.matterKinds.${item.kind}`)}</strong> · {poolName(item.pool)} {item.year}{' '}
        {t(`schemes.${item.insuranceType}`)}
        <div>
          <MatterContent matter={item} /> <span title={item.documentHash}>{item.document}</span>
        </div>
        <div className="note">
          {t('inbox.askedBy')} <Person id={item.requestedBy} /> <RecordedAt instant={item.requestedAt} />
        </div>
      </div>
      <MatterDecision matter={item} />
    </>
  );
}
