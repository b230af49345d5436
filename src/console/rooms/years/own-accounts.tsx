import type { ReactNode } from 'react';
import type { PoolShare } from '#console/api/year-queries.ts';
import { ResponsibilitySection } from '#console/rooms/years/responsibility-section.tsx';

/** The responsibility accounts of the own counties: of each fund and insurance type up to its last approved year. */
export function OwnAccounts({ shares }: { readonly shares: readonly PoolShare[] }): ReactNode {
  const last = new Map<string, PoolShare>();
  for (const share of shares.toSorted((a, b) => a.year - b.year))
    last.set(`${share.fund} ${share.insuranceType}`, share);
  return [...last.values()].map(({ yearId, lines }) => (
    <ResponsibilitySection key={yearId} yearId={yearId} lines={lines} seesYears={false} />
  ));
}
