import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query gives, or that it is being read, or why it failed: the same way everywhere. */
export function QueryView<Data>({ query, children }: QueryViewProps<Data>): ReactNode {
  if (query.isPending) return <Loading />;
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  return children(query.data);
}
