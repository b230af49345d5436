import type { ReactNode } from 'react';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { usePacks } from '#console/fund/use-packs.ts';

interface PlaceClausesProps {
  readonly ids: readonly string[];
  readonly place: string;
}

/** Clause ids as links into the policy reader of the pack that a place works by. */
export function PlaceClauses({ ids, place }: PlaceClausesProps): ReactNode {
  const packId = usePacks().ofPlace(place);
  return (
    <span className="clauses">
      {ids.map((id) => (
        <ClauseLink key={id} id={id} packId={packId} />
      ))}
    </span>
  );
}
