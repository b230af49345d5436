import { FileTextOutlined, HistoryOutlined, SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runQuery } from '#console/api/queries.ts';

/** The rooms that exist. Policy leads to the pack of the run on screen, and adjustment back to a run. */
export function Navigation(): ReactNode {
  const { t } = useTranslation();
  const { runId, packId } = useParams({ strict: false });
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== undefined });
  const pack = packId ?? run.data?.run.packId;
  return (
    <nav className="rooms" aria-label={t('navigation.label')}>
      <Link to="/" className="room" {...currentIf(runId !== undefined)}>
        <SwapOutlined aria-hidden />
        <span>{t('navigation.adjustment')}</span>
      </Link>
      <Link
        {...(pack === undefined ? { to: '/policy' } : { to: '/policy/$packId', params: { packId: pack } })}
        className="room"
        activeOptions={{ includeHash: false }}
        {...currentIf(packId !== undefined)}
      >
        <FileTextOutlined aria-hidden />
        <span>{t('navigation.policy')}</span>
      </Link>
      <Link to="/runs" className="room" activeOptions={{ exact: true }}>
        <HistoryOutlined aria-hidden />
        <span>{t('navigation.runs')}</span>
      </Link>
    </nav>
  );
}

function currentIf(isCurrent: boolean): { readonly 'aria-current'?: 'page' } {
  return isCurrent ? { 'aria-current': 'page' } : {};
}
