import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { todayInChina } from '#console/fund/today.ts';
import { useGround } from '#console/rooms/years/ground-fields.tsx';
import { MatterForm } from '#console/rooms/years/matter-form.tsx';

/** What a pool asks of the fund above it: the year is the fund's and out of sight, so that it is named here. */
export function OwnMatter({ onClose }: { readonly onClose: () => void }): ReactNode {
  const pools = (useQuery(poolsQuery).data ?? []).filter(({ kind }) => kind === 'pool');
  const places = pools.map(({ place }) => place);
  const { ground, fields } = useGround('matter-year', todayInChina().slice(0, 4), places);
  return (
    <>
      <div className="card fields">{fields}</div>
      {ground === undefined ? null : (
        <MatterForm ground={{ ...ground, own: undefined, pools }} onClose={onClose} />
      )}
    </>
  );
}
