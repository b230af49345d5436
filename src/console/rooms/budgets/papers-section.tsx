import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetPaper, BudgetView, RoundView } from '#console/api/budget-queries.ts';
import { AmendForm } from '#console/rooms/budgets/amend-form.tsx';
import { EvaluateForm } from '#console/rooms/budgets/evaluate-form.tsx';
import { FinalForm } from '#console/rooms/budgets/final-form.tsx';
import { PaperCard } from '#console/rooms/budgets/paper-card.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/rooms/budgets/budgets.css';

interface PapersSectionProps {
  readonly view: BudgetView;
  /** The pack's indicators of an evaluation; none where each evaluation brings its plan. */
  readonly indicators: RoundView['indicators'];
}

const BUTTONS = { amendment: 'amend', final_account: 'final', evaluation: 'evaluate' } as const;

/** What follows an adopted budget: adjustment plans, the final account and the evaluation, each decided by another. */
export function PapersSection({ view, indicators }: PapersSectionProps): ReactNode {
  const { t } = useTranslation();
  const { budget, papers } = view;
  const isMaker = holds(useAccount(), ['budget_maker'], budget.place);
  const [writing, setWriting] = useState<BudgetPaper['kind'] | undefined>();
  const isOpen = (kind: BudgetPaper['kind']): boolean =>
    papers.some((paper) => paper.kind === kind && paper.decided === null);
  // An approved final account ends the year: no plan changes it, and only then is it evaluated.
  const isSettled = papers.some(
    ({ kind, decided }) => kind === 'final_account' && decided?.decision === 'approved',
  );
  const isTaken = (kind: BudgetPaper['kind']): boolean =>
    isOpen(kind) || (kind === 'evaluation' ? !isSettled : isSettled);
  const close = (): void => setWriting(undefined);
  const newest = papers.toSorted((a, b) => (a.made.at < b.made.at ? 1 : -1));
  return (
    <Section title={t('budgets.papers')} text={t('budgets.papersText')}>
      {isMaker ? (
        <p className="row-actions screen-only">
          {(['amendment', 'final_account', 'evaluation'] as const).map((kind) => (
            <Button
              key={kind}
              disabled={isTaken(kind)}
              aria-expanded={writing === kind}
              onClick={() => setWriting(writing === kind ? undefined : kind)}
            >
              {t(`budgets.${BUTTONS[kind]}`)}
            </Button>
          ))}
        </p>
      ) : null}
      {isMaker ? (
        <p className="note screen-only">{t(isSettled ? 'budgets.settled' : 'budgets.evaluateLater')}</p>
      ) : null}
      {writing === 'amendment' ? <AmendForm view={view} onClose={close} /> : null}
      {writing === 'final_account' ? <FinalForm view={view} onClose={close} /> : null}
      {writing === 'evaluation' ? (
        <EvaluateForm budgetId={budget.id} planned={indicators} onClose={close} />
      ) : null}
      {papers.length === 0 ? <p className="office-none">{t('budgets.noPapers')}</p> : null}
      {newest.map((paper) => (
        <PaperCard key={paper.id} view={view} paper={paper} />
      ))}
    </Section>
  );
}
