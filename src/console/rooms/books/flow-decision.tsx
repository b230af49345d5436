import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundDeciding } from '#console/api/ledger-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { holds, useAccount } from '#console/session/session.ts';

interface FlowDecisionProps {
  readonly id: string;
  readonly proposedBy: string;
  /** Where it lies; undefined where the record does not tell. */
  readonly place?: string;
  readonly decide: UseMutationResult<null, Error, FundDeciding>;
  /** What it is about, for who does not see the row. */
  readonly about: string;
}

/** Approve or reject, for another checker; the others are told what is still missing. */
export function FlowDecision({ id, proposedBy, place, decide, about }: FlowDecisionProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  if (account?.userId === proposedBy) return <span className="note">{t('office.needsAnother')}</span>;
  if (!holds(account, ['fund_checker'], place))
    return <span className="note">{t('books.needsChecker')}</span>;
  const button = (decision: FundDeciding['decision'], isPrimary: boolean): ReactNode => (
    <Button
      autoInsertSpace={false}
      type={isPrimary ? 'primary' : 'default'}
      disabled={decide.isPending}
      aria-label={`${t(`books.decide.${decision}`)} ${about}`}
      onClick={() => decide.mutate({ id, decision })}
    >
      {t(`books.decide.${decision}`)}
    </Button>
  );
  return (
    <>
      <span className="row-actions">
        {button('approved', true)}
        {button('rejected', false)}
      </span>
      <div aria-live="polite">{decide.isError ? <ProblemPanel error={decide.error} /> : null}</div>
    </>
  );
}
