import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecidePaper, type BudgetPaper, type BudgetView } from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { DecisionForm } from '#console/rooms/budgets/decision-form.tsx';
import { PaperContent } from '#console/rooms/budgets/paper-content.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const TONES = { waiting: 'warn', approved: 'good', refused: 'plain' } as const;

interface PaperCardProps {
  readonly view: BudgetView;
  readonly paper: BudgetPaper;
}

/** A paper with what it says, who made it, and how it was decided or by whom it has to be. */
export function PaperCard({ view, paper }: PaperCardProps): ReactNode {
  const { t } = useTranslation();
  const { kind, number, made, decided, reason, document } = paper;
  const state = decided?.decision ?? 'waiting';
  const title = t('budgets.paperTitle', { kind: t(`budgets.paperKinds.${kind}`), number });
  return (
    <article className="card paper" aria-label={title}>
      <h3>
        {title} <Mark tone={TONES[state]}>{t(`budgets.paperStates.${state}`)}</Mark>
      </h3>
      <p>
        {reason} {document === null ? null : <span className="note">{document}</span>}
      </p>
      <p className="note">
        <Person id={made.by} /> <RecordedAt instant={made.at} />
        {decided === null ? null : (
          <>
            {' → '}
            <Person id={decided.by} /> <RecordedAt instant={decided.at} /> {decided.reason}
          </>
        )}
      </p>
      <PaperContent view={view} paper={paper} />
      {decided === null ? <PaperDecision view={view} paper={paper} /> : null}
    </article>
  );
}

function PaperDecision({ view, paper }: PaperCardProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecidePaper();
  const [reason, setReason] = useState('');
  if (account?.userId === paper.made.by) return <p className="note">{t('budgets.paperMine')}</p>;
  if (!holds(account, ['budget_checker'], view.budget.roundPlace)) {
    return <p className="note">{t('budgets.paperOthers')}</p>;
  }
  return (
    <DecisionForm
      label={t('budgets.approve')}
      accept={t('budgets.approve')}
      refuse={t('budgets.refuse')}
      reason={reason}
      onReason={setReason}
      action={decide}
      onAccept={() => decide.mutate({ id: paper.id, decision: 'approved', reason: reason.trim() })}
      onRefuse={() => decide.mutate({ id: paper.id, decision: 'refused', reason: reason.trim() })}
    />
  );
}
