import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { budgetInboxQuery, type BudgetInbox } from '#console/api/budget-queries.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { Person } from '#console/fund/person.tsx';
import { usePlaceName } from '#console/fund/use-place-name.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

type Waiting =
  | ({ readonly of: 'draft' } & BudgetInbox['drafts'][number])
  | ({ readonly of: 'consolidation' } & BudgetInbox['consolidations'][number])
  | ({ readonly of: 'paper' } & BudgetInbox['papers'][number]);

/** Submitted drafts, consolidations and papers that another person made; each is decided where it is shown. */
export const budgetsInbox = inboxSource<BudgetInbox, Waiting>({
  id: 'budgets',
  roles: ['budget_checker'],
  query: budgetInboxQuery,
  waitingFor: (_account, { drafts, consolidations, papers }) => [
    ...drafts.map((item) => ({ of: 'draft' as const, ...item })),
    ...consolidations.map((item) => ({ of: 'consolidation' as const, ...item })),
    ...papers.map((item) => ({ of: 'paper' as const, ...item })),
  ],
  keyOf: (item) => `${item.of} ${item.of === 'consolidation' ? item.round : item.budget} ${item.number}`,
  Card: BudgetCard,
});

function BudgetCard({ item }: { readonly item: Waiting }): ReactNode {
  const { t } = useTranslation();
  const title = useTitle();
  const step = {
    draft: t('budgets.accept'),
    consolidation: t('budgets.adopt'),
    paper: t('budgets.approve'),
  }[item.of];
  return (
    <>
      <div className="inbox-what">
        <strong>{title(item)}</strong>
        {item.of === 'paper' ? ` · ${item.reason}` : null}
        <div className="note">
          {t('inbox.askedBy')} <Person id={item.by} /> <RecordedAt instant={item.at} />
        </div>
      </div>
      {item.of === 'consolidation' ? (
        <Link to="/fund/budgets/rounds/$roundId" params={{ roundId: item.round }}>
          {t('inbox.goTo', { step })}
        </Link>
      ) : (
        <Link to="/fund/budgets/$budgetId" params={{ budgetId: item.budget }}>
          {t('inbox.goTo', { step })}
        </Link>
      )}
    </>
  );
}

function useTitle(): (item: Waiting) => string {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const placeName = usePlaceName();
  return (item) => {
    const { year, number } = item;
    if (item.of === 'consolidation') {
      const round = t('budgets.roundTitle', { place: placeName(item.place), year });
      return `${round} · ${t('budgets.consolidationNumber', { number })}`;
    }
    const scheme = t(`schemes.${item.insuranceType}`);
    const budget = t('budgets.budgetTitle', { pool: poolName(item.pool), year, scheme });
    return item.of === 'draft'
      ? `${budget} · ${t('budgets.versionNumber', { number })}`
      : `${budget} · ${t('budgets.paperTitle', { kind: t(`budgets.paperKinds.${item.kind}`), number })}`;
  };
}
