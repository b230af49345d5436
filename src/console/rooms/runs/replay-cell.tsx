import type { ReactNode } from 'react';
import { useReplay, type RunSummary } from '#console/api/queries.ts';
import { ReplayControl } from '#console/rooms/runs/replay-control.tsx';

/** Reckons the run again and says whether every byte is the same. */
export function ReplayCell({ run }: { readonly run: RunSummary }): ReactNode {
  return <ReplayControl replay={useReplay(run.id)} />;
}
