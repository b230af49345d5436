import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundDeciding } from '#console/api/ledger-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { holds, useAccount } from '#console/session/session.ts';

interface FlowDecisionProps {
  readonly id: string;
  readonly proposedBy: string;
  /** Where it lies; undefined where the record does not tell. */
  readonly place?: string;
  readonly decide: UseMutationResult<null, Error, FundDeciding>;
  /** What it is about, for who does not see the row. */
  readonly about: string;
  /** What the reason is called without which it is not decided so; undefined where none is asked for. */
  readonly reasonLabel?: string | undefined;
  /** The decision that takes the reason: approving, where nothing is said. */
  readonly reasonFor?: FundDeciding['decision'];
}

/** Approve or reject, for another checker; the others are told what is still missing. */
export function FlowDecision(props: FlowDecisionProps): ReactNode {
  const { id, proposedBy, place, decide, about, reasonLabel, reasonFor = 'approved' } = props;
  const { t } = useTranslation();
  const account = useAccount();
  const [typed, setReason] = useState('');
  const reason = typed.trim();
  if (account?.userId === proposedBy) return <span className="note">{t('office.needsAnother')}</span>;
  if (!holds(account, ['fund_checker'], place))
    return <span className="note">{t('books.needsChecker')}</span>;
  const button = (decision: FundDeciding['decision'], isPrimary: boolean): ReactNode => (
    <Button
      type={isPrimary ? 'primary' : 'default'}
      disabled={decide.isPending || (decision === reasonFor && reasonLabel !== undefined && reason === '')}
      aria-label={`${t(`books.decide.${decision}`)} ${about}`}
      onClick={() => decide.mutate({ id, decision, ...(reason === '' ? {} : { reason }) })}
    >
      {t(`books.decide.${decision}`)}
    </Button>
  );
  return (
    <>
      {reasonLabel === undefined ? null : (
        <TextField
          label={reasonLabel}
          name={`reason-${id}`}
          value={typed}
          onChange={setReason}
          maxLength={2000}
        />
      )}
      <span className="row-actions">
        {button('approved', true)}
        {button('rejected', false)}
      </span>
      <ActionProblem of={decide} />
    </>
  );
}
