import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundDeciding } from '#console/api/ledger-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { holds, useAccount } from '#console/session/session.ts';

interface ReconcilerDecisionProps {
  readonly id: string;
  readonly proposedBy: string;
  readonly place: string;
  readonly decide: UseMutationResult<null, Error, FundDeciding>;
  /** What it is about, for who does not see the row. */
  readonly about: string;
  /** What may be decided now; both unless told otherwise. */
  readonly decisions?: readonly FundDeciding['decision'][];
}

/** Agree or reject, for another checker of reconciliations; the others are told who is still missing. */
export function ReconcilerDecision(props: ReconcilerDecisionProps): ReactNode {
  const { id, proposedBy, place, decide, about, decisions = ['approved', 'rejected'] } = props;
  const { t } = useTranslation();
  const account = useAccount();
  if (account?.userId === proposedBy) return <span className="note">{t('office.needsAnother')}</span>;
  if (!holds(account, ['reconciliation_checker'], place)) {
    return <span className="note">{t('reconciliations.differences.needsChecker')}</span>;
  }
  return (
    <>
      <span className="row-actions">
        {decisions.map((decision) => (
          <Button
            key={decision}
            type={decision === 'approved' ? 'primary' : 'default'}
            disabled={decide.isPending}
            aria-label={`${t(`books.decide.${decision}`)} ${about}`}
            onClick={() => decide.mutate({ id, decision })}
          >
            {t(`books.decide.${decision}`)}
          </Button>
        ))}
      </span>
      <ActionProblem of={decide} />
    </>
  );
}
