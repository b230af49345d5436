import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FundDeciding } from '#console/api/ledger-queries.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';

interface DecidedCellProps {
  readonly record: {
    readonly id: string;
    readonly place: string;
    readonly proposedBy: string;
    readonly decision: 'approved' | 'rejected' | null;
    readonly decidedBy: string | null;
    readonly decidedAt: string | null;
  };
  readonly decide: UseMutationResult<null, Error, FundDeciding>;
  readonly about: string;
  readonly reasonLabel?: string | undefined;
}

/** Who decided and when, or the buttons for another person while it waits. */
export function DecidedCell({ record, decide, about, reasonLabel }: DecidedCellProps): ReactNode {
  const { id, place, proposedBy, decision, decidedBy, decidedAt } = record;
  return decision === null ? (
    <FlowDecision {...{ id, place, proposedBy, decide, about, reasonLabel }} />
  ) : (
    <WhoWhen by={decidedBy} at={decidedAt} />
  );
}
