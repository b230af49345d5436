import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideReport, type Report, type SupervisionCase } from '#console/api/supervision-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { holds, useAccount } from '#console/session/session.ts';

interface ReportDecisionProps {
  readonly of: Pick<SupervisionCase, 'decidingPlace' | 'number'>;
  readonly report: Pick<Report, 'number' | 'reportedBy'>;
}

/** Confirms or refuses a report, for another checker; the others are told who is still missing. */
export function ReportDecision({ of, report }: ReportDecisionProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideReport(report.number);
  const [note, setNote] = useState('');
  if (account?.userId === report.reportedBy) return <span className="note">{t('office.needsAnother')}</span>;
  if (!holds(account, ['fund_checker'], of.decidingPlace))
    return <span className="note">{t('supervision.needsChecker')}</span>;
  const about = t('supervision.caseNumber', { number: of.number });
  return (
    <div className="review">
      <Input
        aria-label={t('supervision.decisionNote')}
        placeholder={t('supervision.decisionNote')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      <span className="row-actions">
        <Button
          type="primary"
          loading={decide.isPending}
          aria-label={`${t('supervision.confirm')} ${about}`}
          onClick={() => decide.mutate({ decision: 'confirmed', note: note.trim() })}
        >
          {t('supervision.confirm')}
        </Button>
        <Button
          disabled={note.trim() === '' || decide.isPending}
          aria-label={`${t('supervision.refuse')} ${about}`}
          onClick={() => decide.mutate({ decision: 'refused', note: note.trim() })}
        >
          {t('supervision.refuse')}
        </Button>
      </span>
      <ActionProblem of={decide} />
    </div>
  );
}
