import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { figureMissing } from '#application/adjustment-year/refusals';
import { ATTESTED_CONDITIONS } from '#domain/adjustment/facts';
import { neededFields, optionalFields } from '#domain/adjustment/check-facts';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import {
  findFigure,
  FUND_SUBJECT,
  isBudgetExcepted,
  RECOVERY,
  RELEASE,
  type YearFigure,
} from '#domain/adjustment-year/figure';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { ZERO_FEN } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { parseInsuranceYear } from '#kernel/insurance-year';
import { present } from '#kernel/assert';

export interface InputOf {
  readonly year: number;
  readonly insuranceType: InsuranceType;
  readonly pools: readonly string[];
}

const FUND_FIELDS = ['openingBalance', 'interest', 'otherIncome'] as const;

/** Lists the figures that a pipeline needs of each pool and of the fund, with conditions by name. */
export function neededFigures(
  plan: AdjustmentPlan,
  { year, insuranceType, pools }: InputOf,
): readonly { readonly subject: string; readonly field: string }[] {
  const fund = { openingBalance: ZERO_FEN, interest: ZERO_FEN, otherIncome: ZERO_FEN };
  const facts = {
    year: present(parseInsuranceYear(year), 'a year'),
    scheme: insuranceType,
    replaced: {},
    fund,
    pools: [],
    recoveries: [],
    reserveReleases: [],
    treasuryCover: 'exact',
  } as const;
  const fields = neededFields(plan, facts).flatMap((field) =>
    field === 'conditions' ? ATTESTED_CONDITIONS : [field],
  );
  return [
    ...FUND_FIELDS.map((field) => ({ subject: FUND_SUBJECT, field })),
    ...pools.flatMap((subject) => fields.map((field) => ({ subject, field }))),
  ];
}

/** Whether a policy's adjustment uses a figure; the books hold figures that only other policies use. */
export function usedFigures(plan: AdjustmentPlan, of: InputOf): (field: string) => boolean {
  const used = new Set<string>([
    ...neededFigures(plan, of).map(({ field }) => field),
    ...optionalFields(plan),
    ...(plan.steps.some(({ mechanism }) => mechanism.stage === 'reserve_release') ? ['reserveHeld'] : []),
  ]);
  return (field) => used.has(field) || field.startsWith(RECOVERY) || field.startsWith(RELEASE);
}

/** Makes the pipeline's input from the figures; refuses, naming each missing figure. */
export function yearInput(
  plan: AdjustmentPlan,
  of: InputOf,
  figures: readonly YearFigure[],
): Decision<AdjustmentRequest> {
  const needed = neededFigures(plan, of);
  const missing: readonly Refusal[] = needed
    .filter(({ subject, field }) => findFigure(figures, subject, field) === undefined)
    .map(({ subject, field }) => figureMissing(subject, field));
  const text = (subject: string, field: string): string =>
    present(findFigure(figures, subject, field), `${field} of ${subject}`).value;
  return allowUnless(missing, () => ({
    year: of.year,
    scheme: of.insuranceType,
    fund: {
      openingBalance: text(FUND_SUBJECT, 'openingBalance'),
      interest: text(FUND_SUBJECT, 'interest'),
      otherIncome: text(FUND_SUBJECT, 'otherIncome'),
    },
    pools: of.pools.map((pool) =>
      poolInput(pool, [...neededOf(needed, pool), ...optionalFields(plan)], figures),
    ),
    recoveries: prefixed(figures, RECOVERY).map(({ subject, rest, value }) => ({
      placeOfCare: subject,
      placeOfInsurance: rest,
      amount: value,
    })),
    reserveReleases: prefixed(figures, RELEASE).map(({ subject, rest, value }) => ({
      pool: subject,
      amount: value,
      cause: rest as 'epidemic',
    })),
  }));
}

function poolInput(pool: string, wanted: readonly string[], figures: readonly YearFigure[]): PoolRequest {
  const own = figures.filter(({ subject, field }) => subject === pool && wanted.includes(field));
  const isCondition = (field: string): boolean => (ATTESTED_CONDITIONS as readonly string[]).includes(field);
  const conditions = own.filter(({ field }) => isCondition(field));
  const others = own.filter(({ field }) => !isCondition(field));
  return {
    id: pool,
    ...Object.fromEntries(others.map(({ field, value }) => [field, fieldValue(field, value)])),
    ...(conditions.length === 0
      ? {}
      : {
          conditions: Object.fromEntries(
            conditions.map(({ field, value }) => [
              field,
              value === 'true' || (field === 'budgetMet' && isBudgetExcepted(figures, pool)),
            ]),
          ) as PoolRequest['conditions'],
        }),
  };
}

function neededOf(needed: ReturnType<typeof neededFigures>, pool: string): readonly string[] {
  return needed.filter(({ subject }) => subject === pool).map(({ field }) => field);
}

function fieldValue(field: string, value: string): string | number {
  return field === 'insured' || field === 'class' ? Number.parseInt(value, 10) : value;
}

/** Lists figures of a numbered kind, such as recoveries, that are above zero. */
function prefixed(
  figures: readonly YearFigure[],
  prefix: string,
): readonly { readonly subject: string; readonly rest: string; readonly value: string }[] {
  return figures
    .filter(({ field, value }) => field.startsWith(prefix) && !/^0(\.0+)?$/.test(value))
    .map(({ subject, field, value }) => ({ subject, rest: field.slice(prefix.length), value }));
}
