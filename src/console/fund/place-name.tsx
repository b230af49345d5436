import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { placesQuery } from '#console/api/register-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** A place by its name in the register, its path in the title; by the path alone where the register has none. */
export function PlaceName({ path }: { readonly path: string }): ReactNode {
  const { pick } = useLanguage();
  const mayRead = holds(useAccount(), ['administrator', ...FUND_READERS]);
  const { data } = useQuery({ ...placesQuery, enabled: mayRead });
  const found = data?.find((place) => place.path === path);
  return found === undefined ? <code>{path}</code> : <span title={path}>{pick(found.name)}</span>;
}
