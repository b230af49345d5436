import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideStatement, type StatementSummary } from '#console/api/statement-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Publish or reject, for another checker of the place; the others are told what is still missing. */
export function StatementDecision({
  kept,
}: {
  readonly kept: Pick<StatementSummary, 'id' | 'madeBy' | 'place' | 'period'>;
}): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideStatement();
  const { id, madeBy, place, period } = kept;
  if (account?.userId === madeBy) return <span className="note">{t('office.needsAnother')}</span>;
  if (!holds(account, ['fund_checker'], place))
    return <span className="note">{t('books.needsChecker')}</span>;
  return (
    <>
      <span className="row-actions screen-only">
        <Button
          type="primary"
          disabled={decide.isPending}
          aria-label={`${t('statements.publish')} ${period}`}
          onClick={() => decide.mutate({ id, decision: 'published' })}
        >
          {t('statements.publish')}
        </Button>
        <Button
          disabled={decide.isPending}
          aria-label={`${t('statements.reject')} ${period}`}
          onClick={() => decide.mutate({ id, decision: 'rejected' })}
        >
          {t('statements.reject')}
        </Button>
      </span>
      <ActionProblem of={decide} />
    </>
  );
}
