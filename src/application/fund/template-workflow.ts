import { LINE_RULES } from '#domain/adjustment-year/year-line';
import { INTEREST_TEMPLATES } from '#domain/payout/interest-events';
import { PURPOSES } from '#domain/payout/purpose';
import type { Bilingual } from '#kernel/bilingual';
import type { RawTemplate } from '#rules/pack/raw-pack';

/** A workflow that alone may post by certain templates; each has a second person's decision in it. */
export type Workflow =
  'payment_run' | 'payment_plan' | 'interest_notice' | 'adjustment_year' | 'opening' | 'year_closing';

export const WORKFLOW_WORDS: Readonly<Record<Workflow, Bilingual>> = {
  payment_run: { zh: '支付批次', en: 'a payment run' },
  payment_plan: { zh: '用款计划', en: 'a payment plan' },
  interest_notice: { zh: '利息单', en: 'a notice of interest' },
  adjustment_year: { zh: '年度调剂', en: 'a year of adjustment' },
  opening: { zh: '期初余额文件', en: 'a file of opening balances' },
  year_closing: { zh: '年终结转', en: 'the closing of the year' },
};

const OF_PAYOUT: Readonly<Record<string, Workflow>> = {
  ...Object.fromEntries(Object.values(PURPOSES).map(({ template }) => [template, 'payment_run' as const])),
  payment_rejected: 'payment_run',
  expenditure_account_funded: 'payment_plan',
  ...Object.fromEntries(INTEREST_TEMPLATES.map((template) => [template, 'interest_notice' as const])),
};

/**
 * What a pool and its fund owe and pay each other, and what changes whose money it is within a pool or fund: the reserve
 * of a year (SC-2.2-d) and the mark that a handover sets (JH-4.7-f). What it shares with other events, such as a subsidy,
 * is none of it.
 */
const OF_YEAR: ReadonlySet<string> = new Set([
  ...Object.entries(LINE_RULES).flatMap(([kind, rule]) => {
    if (kind === 'treasury') return [];
    if ('internal' in rule) return [rule.internal];
    return 'paid' in rule ? [rule.due, rule.paid] : [];
  }),
  'pre_pooling_marked',
]);

/**
 * Which workflow posts by a template; undefined where whoever keeps the books does (SC-3.3-a, NAT-P.11). Money that
 * leaves the fund leaves by a payment run or a plan, which a second person has approved and which takes no more than is
 * owed and held. Interest comes by the bank's notice, which one person enters, the shares are reckoned from, and another
 * accepts (NAT-28.8). A template that needs an approval of its own has its second person there.
 */
export function workflowOf({ id, kind, approval }: RawTemplate): Workflow | undefined {
  if (kind === 'opening') return 'opening';
  if (kind === 'close') return 'year_closing';
  if (approval === 'required') return undefined;
  return OF_PAYOUT[id] ?? (OF_YEAR.has(id) ? 'adjustment_year' : undefined);
}
