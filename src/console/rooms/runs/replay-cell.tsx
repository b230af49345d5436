import { CheckCircleOutlined, CloseCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReplay, type RunSummary } from '#console/api/queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import type { ReplayBody } from '#contract/runs';

/** Reckons the run again and says whether every byte is the same. */
export function ReplayCell({ run }: { readonly run: RunSummary }): ReactNode {
  const { t } = useTranslation();
  const replay = useReplay(run.id);
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
