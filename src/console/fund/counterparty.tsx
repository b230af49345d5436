import type { ReactNode } from 'react';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';

/** A counterparty `kind:id`: its kind in words, and a pool by its name. */
export function Counterparty({ id }: { readonly id: string }): ReactNode {
  const code = useFundCode();
  const poolName = usePoolName();
  const [kind = '', ...rest] = id.split(':');
  const own = rest.join(':');
  return (
    <span title={id}>
      {code('parties', kind)} {kind === 'pool' ? poolName(own) : <code>{own}</code>}
    </span>
  );
}
