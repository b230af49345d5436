import type { ReactNode } from 'react';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { usePacks } from '#console/fund/use-packs.ts';

interface ClausesProps {
  readonly ids: readonly string[];
  /** The version of the pack that cites them. */
  readonly packHash: string | null;
}

/** The pack that every other rests on, and how its clauses begin. */
const NATIONAL = { pack: 'national', clauses: 'NAT-' } as const;

/** Clause ids as links into the policy reader; of a version that no pack here has any more they stand as text. */
export function Clauses({ ids, packHash }: ClausesProps): ReactNode {
  const { ofHash } = usePacks();
  const known = packHash === null ? undefined : ofHash(packHash);
  return (
    <span className="clauses">
      {ids.map((id) => {
        const packId = known ?? (id.startsWith(NATIONAL.clauses) ? NATIONAL.pack : undefined);
        return packId === undefined ? (
          <code key={id}>{id}</code>
        ) : (
          <ClauseLink key={id} id={id} packId={packId} />
        );
      })}
    </span>
  );
}
