import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecidePlan, useWithdrawPlan, type PaymentPlan } from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { Money } from '#console/fund/money.tsx';
import { FundPlanForm } from '#console/rooms/payments/fund-plan-form.tsx';
import { PlanLines } from '#console/rooms/payments/plan-lines.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
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
        {plan.fundings.length === 0 ? null : (
          <Mark tone={isFunded(plan) ? 'good' : 'warn'}>
            {t(isFunded(plan) ? 'payments.plans.funded' : 'payments.plans.fundedInPart')}
          </Mark>
        )}
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
      <PlanLines
        lines={plan.lines}
        total={plan.total}
        funded={sumYuan(plan.lines.map(({ funded }) => funded))}
        label={title}
      />
      <Fundings plan={plan} />
      <NextStep plan={plan} about={title} />
    </section>
  );
}

function NextStep({ plan, about }: { readonly plan: PaymentPlan; readonly about: string }): ReactNode {
  const decide = useDecidePlan();
  const mayFund = holds(useAccount(), ['fund_maker', 'fund_checker'], plan.place);
  const { id, place, proposedBy, decision } = plan;
  if (plan.ended !== null) return null;
  if (decision === null) {
    return (
      <>
        <FlowDecision id={id} place={place} proposedBy={proposedBy} decide={decide} about={about} />
        <Withdrawal plan={plan} about={about} />
      </>
    );
  }
  if (decision === 'rejected' || !mayFund || isFunded(plan)) return null;
  return <FundPlanForm key={plan.fundings.length} plan={plan} about={about} />;
}

/** The parts that were moved, each with its event. */
function Fundings({ plan }: { readonly plan: PaymentPlan }): ReactNode {
  const { t } = useTranslation();
  if (plan.fundings.length === 0) return null;
  return (
    <ul>
      {plan.fundings.map(({ event, pooled, account, voucher, fundedBy, fundedAt }) => (
        <li key={event}>
          {t('payments.plans.fundedBy')}{' '}
          <Link to="/fund/events/$number" params={{ number: event }}>
            {t('books.event.title', { number: event })}
          </Link>{' '}
          {t('fundCodes.funds.pooled')} <Money yuan={pooled} /> {t('fundCodes.funds.account')}{' '}
          <Money yuan={account} /> <Person id={fundedBy} /> <RecordedAt instant={fundedAt} />
          {voucher === null ? '' : ` · ${t('books.columns.voucher')} ${voucher}`}
        </li>
      ))}
    </ul>
  );
}

function isFunded({ openPooled, openAccount }: PaymentPlan): boolean {
  return openPooled === '0.00' && openAccount === '0.00';
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
        loading={withdraw.isPending}
        aria-label={`${t('payments.plans.withdraw')} ${about}`}
        onClick={() => withdraw.mutate(plan.id)}
      >
        {t('payments.plans.withdraw')}
      </Button>
      <ActionProblem of={withdraw} />
    </>
  );
}
