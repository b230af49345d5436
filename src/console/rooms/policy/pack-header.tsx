import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery } from '#console/api/queries.ts';
import { PackStatus } from '#console/app/pack-status.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FaultyPacks } from '#console/rooms/policy/faulty-packs.tsx';
import type { PackViewBody } from '#contract/packs';

interface PackHeaderProps {
  readonly pack: PackViewBody;
  readonly parents: readonly PackViewBody[];
}

/** Which pack this is, whether it is in force, what it extends and the hash that is approved. */
export function PackHeader({ pack, parents }: PackHeaderProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const title = `${pick(pack.name)} ${t('policy.title')}`;
  return (
    <>
      <div className="page-header">
        <title>{`${title} · ${t('product')}`}</title>
        <h1>{title}</h1>
        <PackStatus status={pack.status} />
        <PackChoice packId={pack.id} />
      </div>
      <p className="note">
        {t('policy.hash')} <code title={pack.hash}>{pack.hash}</code>
        {parents.length === 0 ? null : (
          <>
            {' · '}
            {t('policy.extends')}{' '}
            {parents.map((parent, index) => (
              <Fragment key={parent.id}>
                {index === 0 ? '' : ', '}
                <Link to="/policy/$packId" params={{ packId: parent.id }}>
                  {pick(parent.name)}
                </Link>
              </Fragment>
            ))}
          </>
        )}
      </p>
      <FaultyPacks />
    </>
  );
}

function PackChoice({ packId }: { readonly packId: string }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const { data } = useQuery(packsQuery);
  const packs = data?.packs ?? [];
  if (packs.length < 2) return null;
  return (
    <Select
      className="screen-only pack-choice"
      aria-label={t('policy.choose')}
      value={packId}
      options={packs.map((pack) => ({ value: pack.id, label: pick(pack.name) }))}
      onChange={(next) => void navigate({ to: '/policy/$packId', params: { packId: next } })}
    />
  );
}
