import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideRun, useSendRun, useWithdrawRun, type PaymentRun } from '#console/api/payment-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { ReasonDialog } from '#console/rooms/office/reason-dialog.tsx';
import { AnswerForm } from '#console/rooms/payments/answer-form.tsx';
import { runState } from '#console/rooms/payments/run-state.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** What may be done with a run now: decide, send or withdraw, fetch the bank file and take in the bank's answer. */
export function RunStep({ run }: { readonly run: PaymentRun }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideRun();
  const state = runState(run);
  const mayAct = holds(account, ['fund_maker', 'fund_checker'], run.place);
  if (state === 'waiting') {
    return (
      <>
        <FlowDecision
          id={run.id}
          place={run.place}
          proposedBy={run.proposedBy}
          decide={decide}
          about={t(`payments.purposes.${run.purpose}`)}
        />
        {mayAct && account?.userId === run.proposedBy ? (
          <span className="row-actions screen-only">
            <Withdrawal id={run.id} />
          </span>
        ) : null}
      </>
    );
  }
  if (!mayAct) return null;
  if (state === 'approved') return <Sending id={run.id} />;
  if (run.sentAt === null || run.fileHash === null) return null;
  return (
    <>
      <p className="screen-only">
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/v1/payment-runs/${encodeURIComponent(run.id)}/bank-file.csv`}
          download
        >
          {t('payments.runs.file')}
        </Button>
      </p>
      {holds(account, ['fund_maker'], run.place) ? <AnswerForm run={run.id} /> : null}
    </>
  );
}

function Sending({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const send = useSendRun();
  return (
    <>
      <p className="note">{t('payments.runs.sendText')}</p>
      <span className="row-actions screen-only">
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate(id)}>
          {t('payments.runs.send')}
        </Button>
        <Withdrawal id={id} />
      </span>
      <ActionProblem of={send} />
    </>
  );
}

function Withdrawal({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const withdraw = useWithdrawRun();
  const [isWithdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <Button onClick={() => setWithdrawing(true)}>{t('payments.runs.withdraw')}</Button>
      <ReasonDialog
        title={t('payments.runs.withdraw')}
        text={t('payments.runs.withdrawText')}
        confirm={t('payments.runs.withdraw')}
        action={withdraw}
        id={isWithdrawing ? id : undefined}
        onClose={() => setWithdrawing(false)}
      />
    </>
  );
}
