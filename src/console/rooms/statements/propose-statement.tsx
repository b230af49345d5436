import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  statementsQuery,
  useProposeStatement,
  type StatementAsked,
  type StatementSummary,
} from '#console/api/statement-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { holds, useAccount } from '#console/session/session.ts';

interface ProposeStatementProps {
  readonly asked: StatementAsked;
  /** Books that are not closed through the period. */
  readonly open: readonly string[];
}

/** Where the drawing stands: months still open, a version that is kept, or a button to hand it in for signing. */
export function ProposeStatement({ asked, open }: ProposeStatementProps): ReactNode {
  const { t } = useTranslation();
  const kept = (useQuery(statementsQuery).data ?? []).filter((one) => isOf(one, asked));
  const current = kept.find(({ state, correctedBy }) => state === 'published' && correctedBy === null);
  const waiting = kept.find(({ state }) => state === 'proposed');
  const mayAct = holds(useAccount(), ['fund_maker']);
  return (
    <section className="statement-notice screen-only" aria-label={t('statements.signing')}>
      {current === undefined ? null : (
        <p>
          {t('statements.isPublished')} <KeptLink id={current.id} version={current.version} />
        </p>
      )}
      {waiting === undefined ? null : (
        <p>
          {t('statements.isWaiting')} <KeptLink id={waiting.id} version={waiting.version} />
        </p>
      )}
      {open.length > 0 ? (
        <p>{t('statements.isOpen', { books: open.join('、') })}</p>
      ) : mayAct && waiting === undefined ? (
        <HandIn key={current?.id ?? ''} asked={asked} current={current} />
      ) : current === undefined && waiting === undefined ? (
        <p>{t('statements.isClosed')}</p>
      ) : null}
    </section>
  );
}

function isOf(
  kept: StatementSummary,
  { subject, insuranceType, period, consolidated }: StatementAsked,
): boolean {
  return (
    kept.subject === subject &&
    kept.insuranceType === insuranceType &&
    kept.period === period &&
    (kept.subjectKind === 'group') === consolidated
  );
}

function KeptLink({ id, version }: { readonly id: string; readonly version: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <Link to="/fund/statements/kept/$id" params={{ id }}>
      {t('statements.version', { version })}
    </Link>
  );
}

interface HandInProps {
  readonly asked: StatementAsked;
  /** The published version in force, which a new one corrects. */
  readonly current: StatementSummary | undefined;
}

function HandIn({ asked, current }: HandInProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useProposeStatement();
  const [reason, setReason] = useState('');
  const isReady = current === undefined || reason.trim() !== '';
  const submit = (): void => {
    const { subject, insuranceType, period, consolidated } = asked;
    const correction =
      current === undefined ? {} : { correction: { corrects: current.id, reason: reason.trim() } };
    const body = { subject, insuranceType, period, ...(consolidated ? { consolidated } : {}), ...correction };
    // Not by `onSuccess` of the call: this part is gone by then, since the list of what waits is read anew first.
    void propose.mutateAsync(body).then(
      ({ id }) => navigate({ to: '/fund/statements/kept/$id', params: { id } }),
      () => undefined,
    );
  };
  return (
    <>
      {current === undefined ? null : (
        <TextField
          label={t('statements.correctionReason')}
          name="correction-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
      )}
      <Button type="primary" disabled={!isReady} loading={propose.isPending} onClick={submit}>
        {t(current === undefined ? 'statements.handIn' : 'statements.correct')}
      </Button>{' '}
      <span className="note">{t('statements.handInText')}</span>
      <ActionProblem of={propose} />
    </>
  );
}
