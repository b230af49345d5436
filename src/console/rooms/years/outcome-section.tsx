import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { runQuery } from '#console/api/queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FundFigures } from '#console/rooms/adjustment/fund-figures.tsx';
import { PoolTable } from '#console/rooms/adjustment/pool-table.tsx';
import '#console/rooms/adjustment/adjustment.css';

/**
 * What the proposal comes to for the fund and each pool: balances before and after, what each bears, and what is left
 * without a source, which no line of a payment would show.
 */
export function OutcomeSection({ run }: { readonly run: string }): ReactNode {
  const query = useQuery(runQuery(run));
  return (
    <QueryView query={query}>
      {(view) => (
        <>
          <FundFigures view={view} />
          <PoolTable view={view} />
        </>
      )}
    </QueryView>
  );
}
