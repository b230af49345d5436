import { sql, type Kysely, type RawBuilder } from 'kysely';
import { splitNote } from '#application/fund/bank-voucher';
import type { PaymentPlan, PlanFunding, PlanOffice } from '#application/ports/payout-store';
import type { PlanLine } from '#domain/payout/plan-lines';
import { present } from '#kernel/assert';
import { firstDayOf } from '#kernel/month';
import type { Tables } from '#storage/database/tables';

/** Payment plans with their lines, decisions and fundings. */
export function createPlanOffice(within: Kysely<Tables>): PlanOffice {
  return {
    listPlans: () => selectPlans(within, sql`true`),
    findPlan: async (id) => (await selectPlans(within, sql`p.id = ${id}`))[0],

    async addPlan({ pool, insuranceType, month, note, lines }, { place, by, now }) {
      const row = await within
        .insertInto('paymentPlan')
        .values({
          place,
          pool,
          insuranceType,
          month: firstDayOf(month),
          note,
          proposedBy: by,
          proposedAt: now,
        })
        .returning('id')
        .executeTakeFirst();
      const { id } = present(row, 'the plan as it was just drafted');
      await within
        .insertInto('paymentPlanLine')
        .values(lines.map((line) => ({ plan: id, ...line })))
        .execute();
      return id;
    },

    async decidePlan({ id, proposedBy }, decision, decidedBy, decidedAt) {
      const row = await within
        .insertInto('paymentPlanDecision')
        .values({ plan: id, proposer: proposedBy, decision, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('plan').doNothing())
        .returning('plan')
        .executeTakeFirst();
      return row !== undefined;
    },

    async withdrawPlan({ id, proposedBy }, decidedAt) {
      const row = await within
        .insertInto('paymentPlanDecision')
        .values({ plan: id, proposer: proposedBy, decision: 'withdrawn', decidedBy: proposedBy, decidedAt })
        .onConflict((conflict) => conflict.column('plan').doNothing())
        .returning('plan')
        .executeTakeFirst();
      return row !== undefined;
    },

    async recordFunding(plan, event, fundedBy, fundedAt) {
      await within
        .insertInto('paymentPlanFunding')
        .values({ plan, decision: 'approved', event, fundedBy, fundedAt })
        .execute();
    },
  };
}

async function selectPlans(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly PaymentPlan[]> {
  const { rows } = await sql<Omit<PaymentPlan, 'lines' | 'fundings'>>`
    SELECT p.id, p.place, p.pool, p.insurance_type, to_char(p.month, 'YYYY-MM') AS month, p.note, p.proposed_by,
      p.proposed_at, d.decision, d.decided_by, d.decided_at,
      CASE WHEN w.plan IS NOT NULL THEN 'withdrawn'
        WHEN d.decision IS DISTINCT FROM 'rejected' AND payment_year_over(p.pool, p.insurance_type, p.month)
          AND (SELECT sum(l.amount) FROM payment_plan_line AS l WHERE l.plan = p.id)
            > (SELECT coalesce(sum(n.debit - n.credit), 0) FROM payment_plan_funding AS f
              JOIN book_entry AS n ON n.event = f.event AND n.account = '1004' WHERE f.plan = p.id)
          THEN 'lapsed' END AS ended
    FROM payment_plan AS p
    LEFT JOIN payment_plan_decision AS d ON d.plan = p.id AND d.decision <> 'withdrawn'
    LEFT JOIN payment_plan_decision AS w ON w.plan = p.id AND w.decision = 'withdrawn'
    WHERE ${condition} ORDER BY p.ordinal DESC`.execute(within);
  const { rows: lines } = await sql<PlanLine & { readonly plan: string }>`
    SELECT l.plan, l.line, l.open, l.expected, l.carried, l.amount
    FROM payment_plan_line AS l JOIN payment_plan AS p ON p.id = l.plan
    WHERE ${condition} ORDER BY l.line COLLATE "C"`.execute(within);
  const { rows: parts } = await sql<
    Omit<PlanFunding, 'voucher'> & { readonly plan: string; readonly note: string }
  >`
    SELECT f.plan, f.event, f.funded_by, f.funded_at, e.note,
      coalesce(sum(n.debit) FILTER (WHERE n.fund = 'pooled'), 0)::bigint AS pooled,
      coalesce(sum(n.debit) FILTER (WHERE n.fund = 'account'), 0)::bigint AS account
    FROM payment_plan_funding AS f JOIN payment_plan AS p ON p.id = f.plan
    JOIN ledger_event AS e ON e.number = f.event
    JOIN book_entry AS n ON n.event = f.event AND n.account = '1004'
    WHERE ${condition} GROUP BY f.plan, f.event, f.funded_by, f.funded_at, e.note ORDER BY f.event`.execute(
    within,
  );
  const linesOf = groupOf(lines);
  const partsOf = groupOf(parts.map(({ note, ...part }) => ({ ...part, voucher: splitNote(note).voucher })));
  return rows.map((row) => ({ ...row, lines: linesOf(row.id), fundings: partsOf(row.id) }));
}

/** Parts by their plan. */
function groupOf<Part>(
  parts: readonly (Part & { readonly plan: string })[],
): (plan: string) => readonly Omit<Part & { readonly plan: string }, 'plan'>[] {
  const byPlan = new Map<string, Omit<Part & { readonly plan: string }, 'plan'>[]>();
  for (const { plan, ...part } of parts) byPlan.set(plan, [...(byPlan.get(plan) ?? []), part]);
  return (id) => byPlan.get(id) ?? [];
}
