import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openApprovalsQuery, useDecideApproval, type Approval } from '#console/api/ledger-queries.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { Money } from '#console/fund/money.tsx';
import { TemplateWord } from '#console/fund/template-word.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';

/** Restricted uses that another person asked for. */
export const approvalsInbox = inboxSource<readonly Approval[], Approval>({
  id: 'approvals',
  roles: ['fund_checker'],
  query: openApprovalsQuery,
  waitingFor: ({ userId }, approvals) =>
    approvals.filter(({ requestedBy, partOf }) => requestedBy !== userId && partOf === null),
  keyOf: ({ number }) => number,
  Card: ApprovalCard,
});

function ApprovalCard({ item }: { readonly item: Approval }): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const poolName = usePoolName();
  const decide = useDecideApproval();
  const { number, template, pool, amount, cause, reason, year, requestedBy, requestedAt } = item;
  return (
    <FundCard
      title={<TemplateWord template={template} pool={pool} />}
      about={
        <>
          {poolName(pool)} · <Money yuan={amount} /> · {code('causes', cause)} ·{' '}
          {year === null ? null : `${t('books.approvals.ofYear', { year })} · `}
          {reason}
        </>
      }
      by={requestedBy}
      at={requestedAt}
    >
      <FlowDecision
        id={number}
        proposedBy={requestedBy}
        decide={decide}
        about={number}
        reasonLabel={t('books.decide.rejectedFor')}
        reasonFor="rejected"
      />
    </FundCard>
  );
}
