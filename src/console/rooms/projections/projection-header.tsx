import { PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectionReplay, type KeptProjection } from '#console/api/fund-projection-queries.ts';
import { PackStatus } from '#console/app/pack-status.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { RecordedAt } from '#console/rooms/runs/recorded-at.tsx';
import { ReplayControl } from '#console/rooms/runs/replay-control.tsx';

/** What was projected, by which pack and engine, with which paths; it can be reckoned again, and started from. */
export function ProjectionHeader({ kept }: { readonly kept: KeptProjection }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const replay = useProjectionReplay(kept.projection.id);
  const { projection, result } = kept;
  const years = result.baseline.schemes[0]?.years ?? [];
  return (
    <>
      <title>{`${projection.name} · ${t('product')}`}</title>
      <div className="page-header">
        <h1>{projection.name}</h1>
        <span className="row-actions screen-only">
          <Link to="/projections" search={{ from: projection.id }}>
            {t('fundProjections.startFrom')}
          </Link>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </span>
      </div>
      {projection.note === '' ? null : <p>{projection.note}</p>}
      <dl className="fund-facts">
        <div>
          <dt>{t('fundProjections.page.pack')}</dt>
          <dd>
            <Link to="/policy/$packId" params={{ packId: projection.packId }}>
              {pick(result.place)}
            </Link>{' '}
            <PackStatus status={result.status} />{' '}
            <code title={result.packHash}>{result.packHash.slice(0, 12)}</code>
          </dd>
        </div>
        <div>
          <dt>{t('fundProjections.form.years')}</dt>
          <dd>
            {t('fundProjections.page.years', { from: years[0]?.year ?? '', to: years.at(-1)?.year ?? '' })}
          </dd>
        </div>
        <div>
          <dt>{t('fundProjections.form.paths')}</dt>
          <dd>
            {result.fan === null
              ? t('fundProjections.page.noPaths')
              : t('fundProjections.page.paths', { ...result.fan })}
          </dd>
        </div>
        <div>
          <dt>{t('fundProjections.page.recorded')}</dt>
          <dd>
            <RecordedAt instant={projection.recordedAt} />
            <div className="note">
              {t('fundProjections.page.engine')} {projection.engineVersion} ·{' '}
              <code title={projection.resultHash}>{projection.resultHash.slice(0, 12)}</code>
            </div>
          </dd>
        </div>
      </dl>
      <div className="screen-only">
        <ReplayControl replay={replay} />
      </div>
    </>
  );
}
