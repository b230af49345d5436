import { PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useProjectionReplay,
  type Course,
  type KeptProjection,
} from '#console/api/fund-projection-queries.ts';
import { PackStatus } from '#console/app/pack-status.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { ReplayControl } from '#console/rooms/runs/replay-control.tsx';

/** A projection that was kept before the flow and the stock of what nobody bears were told apart. */
function isOlder({ years }: Course): boolean {
  return years.some(({ fund }) => fund.deficit === undefined);
}

/** What the figures of the first year were taken from. */
function BaseLink({ kept: { asked } }: { readonly kept: KeptProjection }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { base, input } = asked;
  if (base === undefined) return t('fundProjections.page.baseFile');
  if (base.kind === 'run')
    return (
      <Link to="/runs/$runId" params={{ runId: base.run }}>
        {t('fundProjections.page.baseRun')}
      </Link>
    );
  const year = input.schemes[0]?.figures.year ?? '';
  return (
    <>
      <Link to="/fund/years/$yearId" params={{ yearId: base.year }}>
        {t('fundProjections.page.baseYear', { fund: pick(base.fund), year, version: base.version })}
      </Link>{' '}
      <code title={base.snapshotHash}>{base.snapshotHash.slice(0, 12)}</code>
      <div className="note">{t('fundProjections.private')}</div>
    </>
  );
}

/** What was projected, by which pack and engine, with which paths; it can be reckoned again, and started from. */
export function ProjectionHeader({ kept }: { readonly kept: KeptProjection }): ReactNode {
  const { t } = useTranslation();
  const replay = useProjectionReplay(kept.projection.id);
  const { projection, result } = kept;
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
      {result.baseline.schemes.some(isOlder) ? (
        <Alert type="warning" showIcon title={t('fundProjections.page.older')} />
      ) : null}
      <Facts kept={kept} />
      <div className="screen-only">
        <ReplayControl replay={replay} />
      </div>
    </>
  );
}

/** Where it starts, by which pack and engine, over which years, with which paths, and when it was kept. */
function Facts({ kept }: { readonly kept: KeptProjection }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { projection, result } = kept;
  const years = result.baseline.schemes[0]?.years ?? [];
  return (
    <dl className="fund-facts">
      <div>
        <dt>{t('fundProjections.page.base')}</dt>
        <dd>
          <BaseLink kept={kept} />
        </dd>
      </div>
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
  );
}
