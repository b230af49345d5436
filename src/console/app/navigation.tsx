import {
  AuditOutlined,
  DiffOutlined,
  ExperimentOutlined,
  FileTextOutlined,
  HistoryOutlined,
  InboxOutlined,
  LineChartOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runQuery } from '#console/api/queries.ts';
import { FundRooms } from '#console/app/fund-rooms.tsx';
import { useWaiting } from '#console/rooms/inbox/use-waiting.ts';
import { useAccount } from '#console/session/session.ts';
import '#console/fund/office.css';

/** The rooms that exist. Policy leads to the pack of the run on screen, and adjustment back to a run. */
export function Navigation(): ReactNode {
  const { t } = useTranslation();
  const { runId, packId } = useParams({ strict: false });
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== undefined });
  const account = useAccount();
  const matchRoute = useMatchRoute();
  const isScenario = matchRoute({ to: '/runs/$runId/scenario' }) !== false;
  const pack = packId ?? run.data?.run.packId;
  return (
    <nav className="rooms" aria-label={t('navigation.label')}>
      <Link
        {...(isScenario && runId !== undefined ? { to: '/runs/$runId', params: { runId } } : { to: '/' })}
        className="room"
        activeOptions={{ exact: true }}
        {...currentIf(runId !== undefined && !isScenario)}
      >
        <SwapOutlined aria-hidden />
        <span>{t('navigation.adjustment')}</span>
      </Link>
      {runId === undefined ? null : (
        <Link to="/runs/$runId/scenario" params={{ runId }} className="room">
          <ExperimentOutlined aria-hidden />
          <span>{t('navigation.scenario')}</span>
        </Link>
      )}
      <Link
        {...(pack === undefined ? { to: '/policy' } : { to: '/policy/$packId', params: { packId: pack } })}
        className="room"
        activeOptions={{ includeHash: false }}
        {...currentIf(packId !== undefined)}
      >
        <FileTextOutlined aria-hidden />
        <span>{t('navigation.policy')}</span>
      </Link>
      <Link to="/versions" className="room" {...currentIf(matchRoute({ to: '/diff' }) !== false)}>
        <AuditOutlined aria-hidden />
        <span>{t('navigation.versions')}</span>
      </Link>
      <Link to="/compare" className="room">
        <DiffOutlined aria-hidden />
        <span>{t('navigation.compare')}</span>
      </Link>
      <Link to="/runs" className="room" activeOptions={{ exact: true }}>
        <HistoryOutlined aria-hidden />
        <span>{t('navigation.runs')}</span>
      </Link>
      <Link to="/projections" className="room">
        <LineChartOutlined aria-hidden />
        <span>{t('navigation.fundProjections')}</span>
      </Link>
      {account === undefined || account.mustChange ? null : <SignedInRooms />}
    </nav>
  );
}

/** The rooms of who is signed in; what is in them goes by roles. */
function SignedInRooms(): ReactNode {
  const { t } = useTranslation();
  const { count: waiting } = useWaiting();
  const isOffice = useMatchRoute()({ to: '/office', fuzzy: true }) !== false;
  return (
    <>
      <FundRooms />
      <Link to="/inbox" className="room room-first">
        <InboxOutlined aria-hidden />
        <span>{t('navigation.inbox')}</span>
        {waiting === 0 ? null : (
          <span className="inbox-count" aria-label={t('inbox.waiting', { waiting })}>
            {waiting}
          </span>
        )}
      </Link>
      <Link to="/office" className="room" {...currentIf(isOffice)}>
        <TeamOutlined aria-hidden />
        <span>{t('navigation.office')}</span>
      </Link>
    </>
  );
}

function currentIf(isCurrent: boolean): { readonly 'aria-current'?: 'page' } {
  return isCurrent ? { 'aria-current': 'page' } : {};
}
