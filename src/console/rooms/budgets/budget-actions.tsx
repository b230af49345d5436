import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useReopenBudget,
  useReviewBudget,
  useSubmitBudget,
  type BudgetView,
} from '#console/api/budget-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { DecisionForm } from '#console/rooms/budgets/decision-form.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** What can be done to a budget now: by this person, or by whom. Nothing more before or after its papers. */
export function BudgetActions({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  if (view.state === 'adopted' || view.state === null) return null;
  return (
    <Section title={t('budgets.actions')}>
      <Action view={view} />
    </Section>
  );
}

function Action({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const { budget, state, versions } = view;
  const isMaker = holds(account, ['budget_maker'], budget.place);
  const isChecker = holds(account, ['budget_checker'], budget.roundPlace);
  const latest = versions.at(-1);
  const involved = [latest?.made.by, latest?.submitted?.by, latest?.exception?.by];
  switch (state) {
    case 'drafted':
      return isMaker ? <Submission id={budget.id} /> : <Waits text={t('budgets.needsMaker')} />;
    case 'submitted':
      if (account !== undefined && involved.includes(account.userId)) {
        return <Waits text={t('budgets.needsAnother')} />;
      }
      return isChecker ? <Review id={budget.id} /> : <Waits text={t('budgets.needsChecker')} />;
    case 'accepted':
      return isChecker ? <Reopening id={budget.id} /> : <Waits text={t('budgets.nothingToDo')} />;
    default:
      return <Waits text={t('budgets.needsMaker')} />;
  }
}

function Waits({ text }: { readonly text: string }): ReactNode {
  return <p className="note">{text}</p>;
}

function Submission({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const submit = useSubmitBudget(id);
  return (
    <div className="step-card">
      <p className="note">{t('budgets.submitText')}</p>
      <div>
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {t('budgets.submit')}
        </Button>
      </div>
      <ActionProblem of={submit} />
    </div>
  );
}

function Review({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const review = useReviewBudget(id);
  const [reason, setReason] = useState('');
  return (
    <div className="step-card">
      <DecisionForm
        label={t('budgets.accept')}
        text={t('budgets.acceptText')}
        accept={t('budgets.accept')}
        refuse={t('budgets.giveBack')}
        reason={reason}
        onReason={setReason}
        action={review}
        onAccept={() => review.mutate({ decision: 'accepted', reason: reason.trim() })}
        onRefuse={() => review.mutate({ decision: 'returned', reason: reason.trim() })}
      />
    </div>
  );
}

function Reopening({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const reopen = useReopenBudget(id);
  const [reason, setReason] = useState('');
  return (
    <form
      className="step-card step-card-others"
      aria-label={t('budgets.reopen')}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') reopen.mutate(reason.trim());
      }}
    >
      <p className="note">{t('budgets.reopenText')}</p>
      <TextField
        label={t('budgets.reason')}
        name="reopen-reason"
        value={reason}
        onChange={setReason}
        maxLength={2000}
      />
      <div>
        <Button htmlType="submit" disabled={reason.trim() === ''} loading={reopen.isPending}>
          {t('budgets.reopen')}
        </Button>
      </div>
      <ActionProblem of={reopen} />
    </form>
  );
}
