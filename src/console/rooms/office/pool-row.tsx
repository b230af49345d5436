import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pool } from '#console/api/ledger-queries.ts';
import { poolHistoryQuery } from '#console/api/register-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { PlaceName } from '#console/fund/place-name.tsx';

/** A pool or fund of the register; its history opens below it. */
export function PoolRow({ pool }: { readonly pool: Pool }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const poolName = usePoolName();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          {pick(pool.name)} <code>{pool.id}</code>
        </th>
        <td>{t(`office.register.kinds.${pool.kind}`)}</td>
        <td>
          <PlaceName path={pool.place} />
        </td>
        <td>{pool.fund === null ? '–' : poolName(pool.fund)}</td>
        <td className="figures">{pool.since}</td>
        <td>
          <Button
            type="link"
            aria-expanded={isOpen}
            aria-label={`${t('office.register.history')} ${pick(pool.name)}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'office.close' : 'office.register.showHistory')}
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={6}>
            <History id={pool.id} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Which places a pool has pooled since when, by what, and which funds it has belonged to. */
function History({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const query = useQuery(poolHistoryQuery(id));
  return (
    <QueryView query={query}>
      {({ pooled, ofPlace, memberships }) => (
        <ul className="plain-list">
          {pooled.map(({ place, since, before, basis }) => (
            <li key={`pooled ${place} ${since}`}>
              {since} {t('office.register.pooledPlace')} <PlaceName path={place} />
              {before === null ? null : t('office.register.endedBefore', { day: before })}{' '}
              <span className="note">{basis}</span>
            </li>
          ))}
          {ofPlace
            .filter(({ pool }) => pool !== id)
            .map(({ pool, since, basis }) => (
              <li key={`of ${pool} ${since}`}>
                {since} {t('office.register.placeWent', { pool: poolName(pool) })}{' '}
                <span className="note">{basis}</span>
              </li>
            ))}
          {memberships.map(({ pool, fund, since }) => (
            <li key={`member ${pool} ${fund} ${since}`}>
              {since} {t('office.register.joined', { pool: poolName(pool), fund: poolName(fund) })}
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
