import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentPlansQuery } from '#console/api/payment-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { PaymentsFrame } from '#console/rooms/payments/payments-frame.tsx';
import { PlanCard } from '#console/rooms/payments/plan-card.tsx';
import { PlanForm } from '#console/rooms/payments/plan-form.tsx';
import { StartButton } from '#console/rooms/payments/start-button.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Payment plans: what a month will need, approved by another person, then funded from the special account. */
export function PlansPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ ...paymentPlansQuery, enabled: holds(useAccount(), FUND_READERS) });
  const [isOpen, setOpen] = useState(false);
  return (
    <PaymentsFrame
      part="plans"
      actions={
        <StartButton label={t('payments.plans.add')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      }
    >
      {isOpen ? <PlanForm onClose={() => setOpen(false)} /> : null}
      <QueryView query={query}>
        {(plans) =>
          plans.length === 0 ? (
            <p className="office-none">{t('payments.plans.none')}</p>
          ) : (
            plans.map((plan) => <PlanCard key={plan.id} plan={plan} />)
          )
        }
      </QueryView>
    </PaymentsFrame>
  );
}
