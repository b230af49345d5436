import type { ReactNode } from 'react';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { usePacks } from '#console/rooms/books/use-packs.ts';

interface ClausesProps {
  readonly ids: readonly string[];
  /** The version of the pack that cites them. */
  readonly packHash: string | null;
}

/** Clause ids as links into the policy reader; of a version that no pack here has any more they stand as text. */
export function Clauses({ ids, packHash }: ClausesProps): ReactNode {
  const { ofHash } = usePacks();
  const packId = packHash === null ? undefined : ofHash(packHash);
  return (
    <span className="clauses">
      {ids.map((id) =>
        packId === undefined ? <code key={id}>{id}</code> : <ClauseLink key={id} id={id} packId={packId} />,
      )}
    </span>
  );
}
