import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useDecidePlan,
  useFundPlan,
  useWithdrawPlan,
  type PaymentPlan,
} from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { FlowDecision } from '#console/rooms/books/flow-decision.tsx';
import { FlowStanding } from '#console/rooms/books/flow-standing.tsx';
import { PlanLines } from '#console/rooms/payments/plan-lines.tsx';
import { UnitNote } from '#console/rooms/books/unit-note.tsx';
import { usePoolName } from '#console/rooms/books/use-pool-names.ts';
import { Person } from '#console/rooms/office/person.tsx';
import { RecordedAt } from '#console/rooms/runs/recorded-at.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** A payment plan with its lines, who did what, and what comes next. */
export function PlanCard({ plan }: { readonly plan: PaymentPlan }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { id, pool, insuranceType, month, note, decision, decidedBy, decidedAt } = plan;
  const title = `${month} · ${poolName(pool)} · ${t(`schemes.${insuranceType}`)}`;
  return (
    <section className="fund-section" aria-labelledby={`plan-${id}`}>
      <div className="section-title">
        <h2 id={`plan-${id}`}>{title}</h2>
        {plan.ended === null ? (
          <FlowStanding decision={decision} />
        ) : (
          <Mark tone="plain">{t(`payments.plans.ended.${plan.ended}`)}</Mark>
        )}
        {plan.event === null ? null : <Mark tone="good">{t('payments.plans.funded')}</Mark>}
        <UnitNote />
      </div>
      <p className="note">
        {t('payments.proposedBy')} <Person id={plan.proposedBy} /> <RecordedAt instant={plan.proposedAt} />
        {decidedBy === null || decidedAt === null ? null : (
          <>
            {' · '}
            {t('payments.decidedBy')} <Person id={decidedBy} /> <RecordedAt instant={decidedAt} />
          </>
        )}
        {note === '' ? '' : ` · ${note}`}
      </p>
      <PlanLines lines={plan.lines} total={plan.total} label={title} />
      <NextStep plan={plan} about={title} />
    </section>
  );
}

function NextStep({ plan, about }: { readonly plan: PaymentPlan; readonly about: string }): ReactNode {
  const { t } = useTranslation();
  const decide = useDecidePlan();
  const fund = useFundPlan();
  const mayFund = holds(useAccount(), ['fund_maker', 'fund_checker'], plan.place);
  const { id, place, proposedBy, decision, event } = plan;
  if (plan.ended !== null) return null;
  if (decision === null) {
    return (
      <>
        <FlowDecision id={id} place={place} proposedBy={proposedBy} decide={decide} about={about} />
        <Withdrawal plan={plan} about={about} />
      </>
    );
  }
  if (event !== null) {
    return (
      <p>
        {t('payments.plans.fundedBy')}{' '}
        <Link to="/fund/events/$number" params={{ number: event }}>
          {t('books.event.title', { number: event })}
        </Link>
      </p>
    );
  }
  if (decision === 'rejected' || !mayFund) return null;
  return (
    <>
      <Button
        autoInsertSpace={false}
        type="primary"
        loading={fund.isPending}
        aria-label={`${t('payments.plans.fund')} ${about}`}
        onClick={() => fund.mutate(id)}
      >
        {t('payments.plans.fund')}
      </Button>
      <div aria-live="polite">{fund.isError ? <ProblemPanel error={fund.error} /> : null}</div>
    </>
  );
}

/** Whoever drafted a plan takes it back while nobody has decided it. */
function Withdrawal({ plan, about }: { readonly plan: PaymentPlan; readonly about: string }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const withdraw = useWithdrawPlan();
  if (account?.userId !== plan.proposedBy || !holds(account, ['fund_maker'], plan.place)) return null;
  return (
    <>
      <Button
        autoInsertSpace={false}
        loading={withdraw.isPending}
        aria-label={`${t('payments.plans.withdraw')} ${about}`}
        onClick={() => withdraw.mutate(plan.id)}
      >
        {t('payments.plans.withdraw')}
      </Button>
      <div aria-live="polite">{withdraw.isError ? <ProblemPanel error={withdraw.error} /> : null}</div>
    </>
  );
}
