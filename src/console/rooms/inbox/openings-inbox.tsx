import type { ReactNode } from 'react';
import { openingsQuery, useDecideOpening, type Opening } from '#console/api/ledger-queries.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { OpeningTotals } from '#console/rooms/books/opening-totals.tsx';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { waitingFlows } from '#console/rooms/inbox/waiting-flows.ts';

/** Files of opening balances that another person proposed. */
export const openingsInbox = inboxSource<readonly Opening[], Opening>({
  id: 'openings',
  roles: ['fund_checker'],
  query: openingsQuery,
  waitingFor: (account, openings) =>
    waitingFlows(
      account,
      openings.map((opening) => ({ ...opening, proposedBy: opening.requestedBy })),
    ),
  keyOf: ({ id }) => id,
  Card: OpeningCard,
});

function OpeningCard({ item }: { readonly item: Opening }): ReactNode {
  const decide = useDecideOpening();
  const { id, place, fileName, effectiveOn, totals, packHash, reason, requestedBy, requestedAt } = item;
  return (
    <FundCard
      title={fileName}
      about={
        <>
          <code>{place}</code> · {effectiveOn} · {reason}
          <OpeningTotals totals={totals} packHash={packHash} />
        </>
      }
      by={requestedBy}
      at={requestedAt}
    >
      <FlowDecision id={id} place={place} proposedBy={requestedBy} decide={decide} about={fileName} />
    </FundCard>
  );
}
