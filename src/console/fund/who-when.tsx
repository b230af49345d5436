import type { ReactNode } from 'react';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

interface WhoWhenProps {
  readonly by: string | null;
  readonly at: string | null;
}

/** Who did something and when; nothing where nobody has. */
export function WhoWhen({ by, at }: WhoWhenProps): ReactNode {
  if (by === null || at === null) return null;
  return (
    <>
      <Person id={by} />
      <div className="note">
        <RecordedAt instant={at} />
      </div>
    </>
  );
}
