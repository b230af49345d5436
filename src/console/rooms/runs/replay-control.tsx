import { CheckCircleOutlined, CloseCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import type { ReplayBody } from '#contract/runs';
import '#console/rooms/runs/runs.css';

interface ReplayControlProps {
  readonly replay: UseMutationResult<ReplayBody, Error, undefined>;
}

/** Reckons something stored again and says whether every byte is the same. */
export function ReplayControl({ replay }: ReplayControlProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Button
        icon={<ReloadOutlined aria-hidden />}
        loading={replay.isPending}
        onClick={() => replay.mutate(undefined)}
      >
        {t(replay.isPending ? 'runs.replaying' : 'runs.replay')}
      </Button>
      <div aria-live="polite">
        {replay.isSuccess ? <Outcome replay={replay.data} /> : null}
        {replay.isError ? <ProblemPanel error={replay.error} /> : null}
      </div>
    </>
  );
}

function Outcome({ replay }: { readonly replay: ReplayBody }): ReactNode {
  const { t } = useTranslation();
  if (replay.isSame) {
    return (
      <p className="replay-same">
        <CheckCircleOutlined aria-hidden /> <b>{t('runs.same')}</b>{' '}
        {t('runs.sameText', { engine: replay.engineNow })}
      </p>
    );
  }
  return (
    <p className="replay-different">
      <CloseCircleOutlined aria-hidden /> <b>{t('runs.different')}</b>{' '}
      {t('runs.differentText', {
        stored: replay.storedHash.slice(0, 12),
        replayed: replay.replayedHash.slice(0, 12),
        then: replay.engineThen,
        now: replay.engineNow,
      })}
    </p>
  );
}
